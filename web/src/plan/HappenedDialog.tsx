// "Something happened": what, the details, and the ways to go on.

import { useState } from "preact/hooks";
import { Frame } from "../dialogs/Frame.js";
import { openDialog } from "../dialogs/dialog.js";
import { store } from "../state.js";
import { Details } from "./HappenedDetails.js";
import { WaysOn } from "./WaysOn.js";
import { Failed, Running } from "./Running.js";
import { forget, useJob } from "./work.js";

export const WHAT = [
  ["person", "Somebody is away", "ill, or working elsewhere"],
  ["location", "A location is lost", "for some dates, or for good"],
  ["shutdown", "A shutdown", "a unit, or everybody, stands still"],
  ["rain", "A rain day", "a unit cannot shoot on one day"],
  ["release", "A release moved", "earlier or later"],
  ["unfinished", "A day was not finished", "strips have eighths left"],
] as const;

export type What = (typeof WHAT)[number][0];

export function HappenedDialog() {
  const replan = useJob("replan");
  const [what, setWhat] = useState<What | null>(null);
  const again = () => forget("replan");
  if (!store.get().board) {
    return (
      <Frame title="Something happened">
        <p>There is no board yet. Make one on the Boards page, or optimize first.</p>
      </Frame>
    );
  }
  if (replan === null) {
    return (
      <Frame title={what === null ? "Something happened: what? (1 of 3)" : "Something happened: the details (2 of 3)"} wide>
        {what === null ? <Choose choose={setWhat} /> : <Details what={what} back={() => setWhat(null)} />}
      </Frame>
    );
  }
  return (
    <Frame title="Something happened: ways to go on (3 of 3)" wide>
      {replan.job.state === "done" && replan.answer && "proposals" in replan.answer ? (
        <WaysOn whole={replan} answer={replan.answer} done={again} />
      ) : replan.job.state === "failed" || replan.job.state === "stopped" ? (
        <>
          <Failed job={replan.job} />
          <footer>
            <button type="button" class="main" onClick={again}>
              Back to the details
            </button>
          </footer>
        </>
      ) : (
        <Running whole={replan} still="Ways to go on are looked for, from fewest changes to cheapest. Nothing is entered until you take one." />
      )}
    </Frame>
  );
}

function Choose({ choose }: { choose: (what: What) => void }) {
  return (
    <div class="tiles">
      {WHAT.map(([what, label, hint]) => (
        <button key={what} type="button" onClick={() => choose(what)}>
          <b>{label}</b>
          <span class="soft">{hint}</span>
        </button>
      ))}
    </div>
  );
}

export function closeHappened(): void {
  forget("replan");
  openDialog(null);
}

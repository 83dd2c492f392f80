// "Why not?": the facts that leave strips of the boneyard no day, and the ways out.

import { useState } from "preact/hooks";
import { wish } from "../acting.js";
import { Frame } from "../dialogs/Frame.js";
import { openDialog } from "../dialogs/dialog.js";
import { shownStanding, store } from "../state.js";
import { count, moneyChange } from "../words.js";
import { Failed, Running } from "./Running.js";
import type { Conflict, FactTold, WayOut, WhyAnswer } from "./types.js";
import { forget, start, useJob } from "./work.js";

const SECONDS = 15;

export function WhyDialog({ strips }: { strips: string[] }) {
  const why = useJob("why");
  const again = () => forget("why");
  return (
    <Frame title="Why not?" wide>
      {why === null ? (
        <Ask strips={strips} />
      ) : why.answer && "conflicts" in why.answer ? (
        <Told answer={why.answer} again={again} />
      ) : why.job.state === "failed" || why.job.state === "stopped" ? (
        <>
          <Failed job={why.job} />
          <footer>
            <button type="button" class="main" onClick={again}>
              Ask anew
            </button>
          </footer>
        </>
      ) : (
        <Running whole={why} still="The fewest facts that conflict are looked for, then the least change of each that would help, with its price." />
      )}
    </Frame>
  );
}

function Ask({ strips }: { strips: string[] }) {
  const state = store.get();
  const boneyard = shownStanding(state)?.boneyard ?? [];
  const first = strips.filter((one) => boneyard.includes(one));
  const picked = first.length ? first : boneyard.filter((one) => state.selected.has(one));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(picked.length ? picked : boneyard));
  const [fault, setFault] = useState("");
  const scenes = new Map(state.shoot?.scenes.map((scene) => [scene.id, scene]));
  if (!boneyard.length) return <p>The boneyard is empty: every strip has a day.</p>;
  const go = (event: Event) => {
    event.preventDefault();
    // all are named, too: where the board breaks rules, a plan of its own may leave out others
    const wanted = { board: state.board, seconds: SECONDS, strips: [...chosen] };
    start("why", wanted).catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  };
  const toggle = (strip: string) => {
    const made = new Set(chosen);
    if (!made.delete(strip)) made.add(strip);
    setChosen(made);
  };
  return (
    <form onSubmit={go}>
      <p>Which strips of the boneyard should have a day?</p>
      <ul class="ticks">
        {boneyard.map((strip) => (
          <li key={strip}>
            <label>
              <input type="checkbox" checked={chosen.has(strip)} onChange={() => toggle(strip)} />
              <b>{scenes.get(strip)?.number ?? strip}</b> {scenes.get(strip)?.heading}
            </label>
          </li>
        ))}
      </ul>
      {fault ? (
        <p class="bad-words" role="alert">
          {fault}
        </p>
      ) : null}
      <footer>
        <button type="submit" class="main" disabled={!chosen.size}>
          Find out why
        </button>
      </footer>
    </form>
  );
}

function Told({ answer, again }: { answer: WhyAnswer; again: () => void }) {
  return (
    <div class="why">
      {answer.made_a_plan ? (
        <p class="soft">The board breaks rules, so a plan of its own was made to compare with.</p>
      ) : null}
      {answer.placed.length ? (
        <p>
          {answer.placed.length === 1 ? "Scene" : "Scenes"} {answer.placed.join(", ")} can be shot: a valid plan has a day for{" "}
          {answer.placed.length === 1 ? "it" : "each"}. Optimize the board to get one.
        </p>
      ) : null}
      {answer.conflicts.map((one) => (
        <ConflictTold key={one.scenes.join(" ")} conflict={one} />
      ))}
      {!answer.placed.length && !answer.conflicts.length ? <p>Nothing stands in the way.</p> : null}
      <footer>
        <button type="button" onClick={again}>
          Ask about others
        </button>
        {answer.placed.length ? (
          <button
            type="button"
            class="main"
            onClick={() => {
              again();
              openDialog({ kind: "plan" });
            }}
          >
            Optimize …
          </button>
        ) : null}
      </footer>
    </div>
  );
}

function ConflictTold({ conflict }: { conflict: Conflict }) {
  return (
    <section class="conflict">
      <p>
        <b>{conflict.said}</b>
      </p>
      <p class="soft">
        {!conflict.proven
          ? "Not proven: with more time a plan may still be found."
          : conflict.minimal
            ? "Proven; without any one of these facts it could be done."
            : "Proven; some of these facts may not be needed."}
      </p>
      {conflict.facts.length ? (
        <ul>
          {conflict.facts.map((fact) => (
            <li key={fact.path + fact.text}>
              {fact.text} <FactLink path={fact.path} />
            </li>
          ))}
        </ul>
      ) : null}
      {conflict.ways_out.length ? <WaysOut ways={conflict.ways_out} /> : null}
    </section>
  );
}

export function FactLink({ path }: { path: string }) {
  if (/[[\].]/.test(path)) return null;
  return (
    <a href={`#/facts/${path}`} onClick={() => openDialog(null)}>
      the fact
    </a>
  );
}

function WaysOut({ ways }: { ways: WayOut[] }) {
  const currency = store.get().shoot?.currency ?? "USD";
  return (
    <>
      <h3>Ways out, as the rest of the production stands</h3>
      <table class="plain-table">
        <thead>
          <tr>
            <th class="number">Price</th>
            <th>What to ask for</th>
            <th>
              <span class="hidden">Do it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <tr key={way.text}>
              <td class="number">{way.cost === null ? "no price yet" : way.cost ? moneyChange(way.cost, currency) : "nothing"}</td>
              <td class="long">
                {way.text}
                {way.boneyard ? ` (${count(way.boneyard, "strip")} still left out)` : ""} <FactLink path={way.path} />
              </td>
              <td>{way.facts.length ? <Apply way={way} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Sets the facts of a way out, when it was agreed; the board is optimized after. */
function Apply({ way }: { way: WayOut }) {
  const [done, setDone] = useState(false);
  const go = () => {
    for (const fact of way.facts) wish(factWish(fact, way.text), null, "The fact is set.");
    setDone(true);
  };
  return (
    <button type="button" disabled={done} onClick={go}>
      {done ? "It is set" : "Set it"}
    </button>
  );
}

export function factWish(fact: FactTold, note: string): { type: string } & Record<string, unknown> {
  if (fact.removes) return { type: "remove", path: fact.path, note };
  return { type: "set", path: fact.path, value: fact.value, note };
}

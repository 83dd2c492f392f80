// Two bars at the foot of the page: a plan that goes on, and a proposal on the board.

import { useEffect, useState } from "preact/hooks";
import { openDialog, useDialog } from "../dialogs/dialog.js";
import { store, useStore } from "../state.js";
import { count, money } from "../words.js";
import { endPreview, nextMoved, usePreview } from "./preview.js";
import { isOver } from "./following.js";
import { takenWords } from "./Proposed.js";
import type { Job, JobKind, Whole } from "./types.js";
import { DIALOGS, forget, resume, take, tellGood, useWork } from "./work.js";

export function Bars() {
  const preview = usePreview();
  const canEdit = useStore((state) => state.role === "edit");
  useEffect(() => {
    if (canEdit) void resume().catch(() => undefined);
  }, [canEdit]);
  return preview ? <PreviewBar /> : <WorkBar />;
}

function WorkBar() {
  const { jobs, shown } = useWork();
  const dialog = useDialog();
  if (dialog) return null;
  for (const [kind, opens] of Object.entries(DIALOGS)) {
    const id = shown[kind as keyof typeof DIALOGS];
    const job = id === undefined ? undefined : jobs[id]?.job;
    if (!job) continue;
    const open = () => openDialog(opens === "why" ? { kind: "why", strips: [] } : { kind: opens });
    return (
      <div class="work-bar" role="status">
        <span>{words(job)}</span>
        <button type="button" class="main" onClick={open}>
          {isOver(job) ? "Look at it" : "Show"}
        </button>
        {isOver(job) ? (
          <button type="button" class="plain" aria-label="Throw it away" onClick={() => forget(kind as JobKind)}>
            ✕
          </button>
        ) : null}
      </div>
    );
  }
  return <PlansBar />;
}

/** Plans side by side that go on while another view is open. */
function PlansBar() {
  const { jobs, shown } = useWork();
  const id = shown.scenarios ?? shown.ways;
  const job = id === undefined ? undefined : jobs[id]?.job;
  const isThere = useHash().startsWith("#/scenarios");
  if (!job || isThere) return null;
  return (
    <div class="work-bar" role="status">
      <span>{isOver(job) ? "The plans side by side are there." : `Planning side by side${job.said ? `: ${job.said}` : ""} …`}</span>
      <a class="button" href="#/scenarios">
        Show
      </a>
      {isOver(job) ? (
        <button type="button" class="plain" aria-label="Throw it away" onClick={() => forget(job.kind)}>
          ✕
        </button>
      ) : null}
    </div>
  );
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return hash;
}

function words(job: Job): string {
  if (job.state === "failed") return "The plan failed.";
  if (isOver(job)) return job.kind === "why" ? "The answer is there." : "A proposal is there.";
  if (job.position) return `Waiting, number ${job.position} in the line.`;
  const cost = job.cost === null ? "" : `: ${money(job.cost, store.get().shoot?.currency ?? "USD")}`;
  return `Planning${cost} …`;
}

function proposals(whole: Whole | undefined): number {
  return whole?.answer && "proposals" in whole.answer ? whole.answer.proposals.length : 0;
}

function PreviewBar() {
  const preview = usePreview()!;
  const { jobs, shown } = useWork();
  const kind: JobKind = shown.replan === preview.job ? "replan" : "plan";
  const moved = useStore((state) => state.moved.size);
  const many = proposals(jobs[preview.job]);
  const back = () => {
    void endPreview();
    openDialog(kind === "replan" ? { kind: "happened" } : { kind: "plan" });
  };
  const go = async () => {
    try {
      const stale = await take(preview.job, preview.way, null);
      forget(kind);
      await endPreview();
      tellGood(takenWords(stale.length));
    } catch (error) {
      store.set({ notice: { kind: "bad", text: error instanceof Error ? error.message : String(error) } });
    }
  };
  return (
    <div class="work-bar preview" role="status">
      <span>
        A proposal, not taken yet{many > 1 ? `: way ${preview.way + 1} of ${many}` : ""}.{" "}
        {moved ? `${count(moved, "strip stands", "strips stand")} elsewhere, marked ⇄.` : "Nothing was changed."}
      </span>
      {moved ? (
        <button type="button" onClick={nextMoved}>
          Show the next
        </button>
      ) : null}
      <button type="button" class="main" onClick={() => void go()}>
        Take it
      </button>
      <button type="button" onClick={back}>
        Back to the list
      </button>
      <button type="button" onClick={() => void endPreview()}>
        Show the board as it is
      </button>
    </div>
  );
}

// Work that goes on: its place in the line, its figures, and the button that ends it.

import { useState } from "preact/hooks";
import { store } from "../state.js";
import { count, money } from "../words.js";
import { Chart } from "./Chart.js";
import type { Job, Whole } from "./types.js";
import { stop } from "./work.js";

export function Running({ whole, still }: { whole: Whole; still: string }) {
  const { job, points } = whole;
  const currency = store.get().shoot?.currency ?? "USD";
  return (
    <div class="running">
      {job.position > 0 ? (
        <p role="status">
          Waiting: {job.position === 1 ? "next" : `number ${job.position}`} in the line behind another plan.
        </p>
      ) : job.kind === "why" ? (
        <p role="status">{job.said ? `${job.said[0]!.toUpperCase()}${job.said.slice(1)} …` : "Looking …"}</p>
      ) : (
        <>
          <Figures job={job} currency={currency} />
          <Chart points={points} seconds={job.seconds_given} currency={currency} />
        </>
      )}
      <p class="soft">{still}</p>
      <footer>
        <StopButton job={job} />
      </footer>
    </div>
  );
}

function Figures({ job, currency }: { job: Job; currency: string }) {
  if (job.cost === null) {
    return <p role="status">{job.phase === "compile" ? "Getting ready, once …" : "Looking for a first plan …"}</p>;
  }
  const gap = job.bound === null ? null : (job.cost - job.bound) / Math.max(job.cost, 1);
  return (
    <dl class="figures">
      <Figure label="Cost" value={money(job.cost, currency)} />
      <Figure label="Proven least" value={job.bound === null ? "none yet" : money(job.bound, currency)} />
      <Figure label="Gap" value={gap === null ? "–" : `${(gap * 100).toFixed(1)}%`} />
      <Figure label="In the boneyard" value={count(job.boneyard ?? 0, "strip")} />
      <Figure label="Time" value={`${Math.round(job.seconds)} s`} />
    </dl>
  );
}

export function Figure({ label, value, change }: { label: string; value: string; change?: string | undefined }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value} {change ? <em>{change}</em> : null}
      </dd>
    </div>
  );
}

export function StopButton({ job }: { job: Job }) {
  const [asked, setAsked] = useState(false);
  const end = () => {
    setAsked(true);
    void stop(job.id);
  };
  return (
    <button type="button" class="main" disabled={asked || job.stopping} onClick={end}>
      {asked || job.stopping ? "Stopping …" : job.position > 0 ? "Take out of the line" : "Stop, use the best so far"}
    </button>
  );
}

/** Says why work failed. */
export function Failed({ job }: { job: Job }) {
  return (
    <p class="bad-words" role="alert">
      {job.state === "stopped" ? "It was taken out of the line." : job.said}
    </p>
  );
}

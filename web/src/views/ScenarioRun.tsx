// Plans side by side: started, followed, stopped, and what came of them.

import { useState } from "preact/hooks";
import { isOver } from "../plan/following.js";
import type { Job, Whole } from "../plan/types.js";
import { forget, start, stop, useJob } from "../plan/work.js";
import { useStore } from "../state.js";
import { count, longDate, money, moneyChange } from "../words.js";
import { aboutFact } from "./naming.js";

interface PlanRow {
  name: string;
  note: string;
  what_ifs: string[];
  cost: Record<string, number>;
  difference: number;
  bound: number | null;
  gap: number | null;
  days: number;
  boneyard: number;
  pictures: { picture: string; title: string; wrap: string | null; delivery: string | null; release: string | null; days_late: number | null }[];
  taken_from: string;
  notes: string[];
  clashes: string[] | null;
}

export interface PlanTable {
  currency: string;
  rows: PlanRow[];
  unplanned: string[];
  impossible: { name: string; why: string }[];
}

/** What the office calls the shoot as it is known. */
const AS_IT_IS = "as-it-is";
const TIMES = [5, 20, 60, 300];

/** The buttons that plan scenarios or ways, how far that is, and the table of plans. */
export function ScenarioRun({ names }: { names: string[] }) {
  const pictures = useStore((state) => state.shoot?.pictures.length ?? 0);
  const board = useStore((state) => state.board);
  const [seconds, setSeconds] = useState(60);
  const [fault, setFault] = useState("");
  const [scenarios, ways] = [useJob("scenarios"), useJob("ways")];
  const shown = scenarios ?? ways;
  const isBusy = shown !== null && !isOver(shown.job);
  const begin = (kind: "scenarios" | "ways") => {
    setFault("");
    forget("scenarios");
    forget("ways");
    start(kind, { seconds, ...(board ? { board } : {}) }).catch((why: unknown) => setFault(why instanceof Error ? why.message : String(why)));
  };
  const many = names.length + 1;
  return (
    <section class="run" aria-label="Plans side by side">
      <div class="view-tools">
        <label>
          Search for each
          <select value={seconds} disabled={isBusy} onChange={(event) => setSeconds(Number(event.currentTarget.value))}>
            {TIMES.map((one) => (
              <option key={one} value={one}>
                {one < 60 ? `${one} seconds` : count(one / 60, "minute")}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="main" disabled={isBusy || !names.length} onClick={() => begin("scenarios")}>
          Plan side by side
        </button>
        {pictures > 1 ? (
          <button type="button" disabled={isBusy} title="The pictures at once, one after the other, and each alone" onClick={() => begin("ways")}>
            Pictures at once, or one after the other
          </button>
        ) : null}
        {names.length ? null : <span class="soft">Make a scenario first: it is held against the plan as it is.</span>}
      </div>
      {fault ? <p class="error" role="alert">{fault}</p> : null}
      {shown && isBusy ? <Progress job={shown.job} many={shown.job.kind === "ways" ? pictures + 2 : many} /> : null}
      {shown && !isBusy ? <Result whole={shown} /> : null}
    </section>
  );
}

function Progress({ job, many }: { job: Job; many: number }) {
  const currency = useStore((state) => state.shoot?.currency ?? "USD");
  const [asked, setAsked] = useState(false);
  const isEnding = asked || job.stopping;
  const end = () => {
    setAsked(true);
    void stop(job.id);
  };
  const cost = job.cost === null ? "" : `, ${money(job.cost, currency)} so far`;
  return (
    <div class="run-progress">
      <span role="status">
        {job.position
          ? `Waits behind another plan: number ${job.position} in the line.`
          : `${count(many, "plan")}: ${job.said || "getting ready"}${cost} …`}
      </span>
      <progress aria-label="Under way" />
      <button type="button" disabled={isEnding} onClick={end}>
        {isEnding ? "Stopping …" : job.position ? "Take out of the line" : "Stop, show what there is"}
      </button>
    </div>
  );
}

function Result({ whole }: { whole: Whole }) {
  const { job } = whole;
  const table = whole.answer as unknown as PlanTable | null;
  if (job.state === "failed") return <p class="error" role="alert">{job.said}</p>;
  if (job.state === "stopped") return <p class="soft">It was taken out of the line.</p>;
  if (!table) return <p class="wait">The plans come in a moment …</p>;
  if (!table.rows.length && !table.impossible.length) return <p class="soft">It was stopped before anything was planned.</p>;
  return <Table table={table} />;
}

function Table({ table }: { table: PlanTable }) {
  const shoot = useStore((state) => state.shoot);
  const pictures = table.rows[0]?.pictures ?? [];
  const total = (row: PlanRow) => row.cost["total"] ?? 0;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Plans side by side">
      <table class="plans">
        <thead>
          <tr>
            <th scope="col">Scenario</th>
            <th scope="col" class="number">Cost</th>
            <th scope="col" class="number">Against as it is</th>
            <th scope="col" class="number">Proven least</th>
            <th scope="col" class="number">Days</th>
            <th scope="col" class="number">Boneyard</th>
            {pictures.map((one) => (
              <th key={one.picture} scope="col">
                {one.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name === AS_IT_IS ? "as it is" : row.name}
                {row.taken_from ? <span class="soft"> the plan of {row.taken_from} is good here, too</span> : null}
                {row.what_ifs.map((one) => (
                  <span key={one} class="soft what">
                    {aboutFact(one, shoot)}
                  </span>
                ))}
                {row.notes.map((note) => (
                  <span key={note} class="soft what">
                    {note}
                  </span>
                ))}
                {row.clashes?.length ? <span class="chip bad" title={row.clashes.join("\n")}>▲ {count(row.clashes.length, "clash", "clashes")} side by side</span> : null}
              </th>
              <td class="number">{money(total(row), table.currency)}</td>
              <td class={`number ${row.difference > 0 ? "worse" : row.difference < 0 ? "better" : ""}`}>{row.difference ? moneyChange(row.difference, table.currency) : "–"}</td>
              <td class="number">{row.bound === null ? "–" : money(row.bound, table.currency)}</td>
              <td class="number">{row.days}</td>
              <td class="number">{row.boneyard || "–"}</td>
              {pictures.map((one) => {
                const found = row.pictures.find((it) => it.picture === one.picture);
                return (
                  <td key={one.picture}>
                    {found?.wrap ? `wrap ${longDate(found.wrap)}` : "not shot"}
                    {found?.days_late && found.days_late > 0 ? <span class="chip bad">▲ {count(found.days_late, "day")} late</span> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {table.impossible.map((one) => (
        <p key={one.name} class="error">
          {one.name}: {one.why}
        </p>
      ))}
      {table.unplanned.length ? <p class="soft">It was stopped before these were planned: {table.unplanned.join(", ")}.</p> : null}
    </div>
  );
}

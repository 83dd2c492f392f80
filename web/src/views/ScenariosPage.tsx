// Scenarios side by side: what each would be, what it costs, when each picture is done.

import { useEffect, useState } from "preact/hooks";
import { ask, newId } from "../api.js";
import { reload } from "../acting.js";
import { useStore } from "../state.js";
import { count, longDate, money, moneyChange } from "../words.js";
import { onMessage } from "../wire.js";
import { canEdit, useAnswer } from "./asking.js";
import { spelled } from "./values.js";

interface Scenario {
  name: string;
  note: string;
  by: string;
  what_ifs: { path: string; action: string; value: unknown; said: string }[];
}

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

interface PlanTable {
  currency: string;
  rows: PlanRow[];
  unplanned: string[];
  impossible: { name: string; why: string }[];
}

interface JobView {
  type: string;
  id: string;
  kind: string;
  state: string;
  position: number;
  phase: string;
  seconds: number;
  cost: number | null;
  said: string;
}

const OVER = ["done", "failed", "stopped"];

export default function ScenariosPage() {
  const isEditor = canEdit();
  const { data, error } = useAnswer<{ scenarios: Scenario[] }>(isEditor ? "/api/scenarios" : null);
  if (!isEditor) return <p class="wait">Scenarios are shown to those who may edit.</p>;
  if (error) return <p class="wait error">{error}</p>;
  const found = data?.scenarios ?? [];
  return (
    <div class="view besides scenarios-view">
      <header class="view-head">
        <h2>Scenarios</h2>
        <span class="soft">What would be, if. Nothing of the shoot changes.</span>
      </header>
      <div class="cards">
        <article class="card">
          <h3>as it is</h3>
          <p class="soft">The shoot as it is known, held against all others.</p>
        </article>
        {found.map((one) => (
          <Card key={one.name} scenario={one} />
        ))}
        <NewScenario />
      </div>
      <Run names={found.map((one) => one.name)} />
    </div>
  );
}

function Card({ scenario }: { scenario: Scenario }) {
  const [error, setError] = useState("");
  const remove = async () => setError(await sent(`/api/scenarios/${encodeURIComponent(scenario.name)}/remove`, {}));
  return (
    <article class="card">
      <h3>
        {scenario.name}
        <button type="button" class="plain" aria-label={`Remove ${scenario.name}`} title="Remove" onClick={() => void remove()}>
          ✕
        </button>
      </h3>
      {scenario.note ? <p class="soft">{scenario.note}</p> : null}
      <ul>
        {scenario.what_ifs.map((one) => (
          <li key={one.path}>
            <a href={`#/facts/${one.path}`}>{one.path}</a> {spelled(one.said.slice(one.path.length + 1))}
          </li>
        ))}
      </ul>
      {error ? <p class="error" role="alert">{error}</p> : null}
    </article>
  );
}

/** Sends a wish to the office; gives why not, or nothing. */
async function sent(path: string, body: Record<string, unknown>): Promise<string> {
  try {
    await ask(path, { ...body, id: newId() });
    await reload();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function NewScenario() {
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [lines, setLines] = useState("");
  const [error, setError] = useState("");
  const add = async (event: Event) => {
    event.preventDefault();
    const said = lines.split("\n").map((one) => one.trim()).filter(Boolean);
    const why = await sent("/api/scenarios", {
      name: name.trim(),
      note,
      set: said.filter((one) => !one.startsWith("-")),
      remove: said.filter((one) => one.startsWith("-")).map((one) => one.slice(1).trim()),
    });
    setError(why);
    if (why) return;
    setName("");
    setNote("");
    setLines("");
  };
  return (
    <form class="card new" onSubmit={(event) => void add(event)}>
      <h3>New scenario</h3>
      <label>
        Name
        <input value={name} placeholder="star-free" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label>
        What would be different, a line each
        <textarea
          rows={3}
          value={lines}
          placeholder={"picture/m7/release=2027-07-23\n-person/star/unavailable/press"}
          onInput={(event) => setLines(event.currentTarget.value)}
        />
      </label>
      <p class="soft">A line that begins with - removes a fact.</p>
      <label>
        What it is for
        <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      {error ? <p class="error" role="alert">{error}</p> : null}
      <button type="submit">Add</button>
    </form>
  );
}

function Run({ names }: { names: string[] }) {
  const pictures = useStore((state) => state.shoot?.pictures.length ?? 0);
  const [seconds, setSeconds] = useState(20);
  const [job, setJob] = useState<JobView | null>(null);
  const [table, setTable] = useState<PlanTable | null>(null);
  const [error, setError] = useState("");
  useEffect(() => onMessage((message) => {
    if (message.type !== "job") return;
    const told = message as unknown as JobView;
    setJob((now) => (now && now.id === told.id ? told : now));
  }), []);
  const isOver = job === null || OVER.includes(job.state);
  useEffect(() => {
    if (!job || !isOver) return;
    ask<{ answer: PlanTable | null; job: JobView }>(`/api/jobs/${job.id}`)
      .then((told) => {
        if (told.answer) setTable(told.answer);
        else setError(told.job.said || "It was stopped before anything was planned.");
      })
      .catch((why: unknown) => setError(why instanceof Error ? why.message : String(why)));
  }, [job?.id, isOver]);
  const start = async (kind: "scenarios" | "ways") => {
    setError("");
    try {
      const told = await ask<{ job: JobView }>("/api/jobs", { kind, seconds });
      setJob(told.job);
    } catch (why) {
      setError(why instanceof Error ? why.message : String(why));
    }
  };
  const stop = () => {
    if (job) void fetch(`/api/jobs/${job.id}`, { method: "DELETE", headers: { "content-type": "application/json" } });
  };
  return (
    <section class="run">
      <div class="view-tools">
        <label>
          For each
          <select value={seconds} onChange={(event) => setSeconds(Number(event.currentTarget.value))}>
            {[5, 20, 60, 300].map((one) => (
              <option key={one} value={one}>
                {one < 60 ? `${one} seconds` : count(one / 60, "minute")}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="main" disabled={!isOver} onClick={() => void start("scenarios")}>
          Plan side by side
        </button>
        {pictures > 1 ? (
          <button type="button" disabled={!isOver} onClick={() => void start("ways")}>
            Back to back, one after the other, alone
          </button>
        ) : null}
        {isOver ? null : (
          <>
            <span class="progress" role="status">
              {job.position ? `Waits, place ${job.position}` : `Planning ${job.phase || (names.length ? "scenarios" : "")} … ${Math.round(job.seconds)} s`}
            </span>
            <button type="button" onClick={stop}>
              Stop
            </button>
          </>
        )}
      </div>
      {error ? <p class="error" role="alert">{error}</p> : null}
      {table ? <Table table={table} /> : null}
    </section>
  );
}

function Table({ table }: { table: PlanTable }) {
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
                {row.name}
                {row.taken_from ? <span class="soft"> plan of {row.taken_from}</span> : null}
                {row.what_ifs.map((one) => (
                  <span key={one} class="soft what">
                    {spelled(one)}
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
      {table.unplanned.length ? <p class="soft">Not planned, for it was stopped before: {table.unplanned.join(", ")}</p> : null}
    </div>
  );
}

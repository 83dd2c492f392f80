// One fact: what stands, everything that was said of it, and who decides a dispute.

import { useState } from "preact/hooks";
import { FactForm } from "./FactForm.js";
import { FactTable, Status, whenText } from "./FactsPage.js";
import type { FactTold } from "./FactsPage.js";
import { canEdit, setFact, useAnswer } from "./asking.js";
import { useStore } from "../state.js";
import { factName, valueTold } from "./naming.js";
import { told } from "./values.js";

interface SaidEntry {
  seq: number;
  action: string;
  says: unknown;
  status?: string;
  said_on?: string;
  not_before?: string;
  known_from: string | null;
  source?: { outlet?: string; speaker?: string; address?: string; quotation?: string };
  note?: string;
  entered_by: string;
  fate: string;
}

interface History {
  list: boolean;
  path: string;
  value: unknown;
  status: string | null;
  entry: number | null;
  disputed: boolean;
  against: number[][];
  history: SaidEntry[];
  derived: { path: string; value: string; follows: string }[];
  facts: FactTold[];
}

const FATES: Record<string, string> = {
  stands: "stands",
  agrees: "agrees",
  disputed: "disputed",
  replaced: "replaced since",
  below: "not sure enough",
  ends: "takes back",
  ended: "taken back",
  later: "not known yet",
  undone: "undone",
};

export function FactPage({ path, asOf }: { path: string; asOf: string | null }) {
  const query = new URLSearchParams({ path, ...(asOf ? { as_of: asOf } : {}) });
  const { data, error } = useAnswer<History>(`/api/facts/history?${query}`);
  const isEditor = canEdit();
  if (error) return <p class="error">{error}</p>;
  if (!data) return <p class="wait">Looking it up …</p>;
  return (
    <>
      <Crumbs path={path} />
      {data.list ? <Whole path={path} facts={data.facts} /> : <Single data={data} isEditor={isEditor} />}
      {isEditor && !asOf && !data.list ? <FactForm path={path} /> : null}
    </>
  );
}

function Crumbs({ path }: { path: string }) {
  const shoot = useStore((state) => state.shoot);
  const words = path.split("/");
  const isScene = words[0] === "scene" && words[1];
  return (
    <>
      <h3 class="fact-name">{factName(path, shoot)}</h3>
      <p class="crumbs">
        {words.map((word, at) => (
          <span key={at}>
            {at ? " / " : ""}
            {at < words.length - 1 ? <a href={`#/facts/${words.slice(0, at + 1).join("/")}`}>{word}</a> : <b>{word}</b>}
          </span>
        ))}
        {isScene ? (
          <a class="button" href={`#/scene/${words[1]}`}>
            Breakdown sheet
          </a>
        ) : null}
      </p>
    </>
  );
}

function Whole({ path, facts }: { path: string; facts: FactTold[] }) {
  const isEditor = canEdit();
  const [field, setField] = useState("");
  return (
    <>
      {facts.length ? <FactTable facts={facts} /> : <p class="empty">Nothing is known of this.</p>}
      {isEditor && facts.length ? (
        <form
          class="adder"
          onSubmit={(event) => {
            event.preventDefault();
            if (field.trim()) location.hash = `#/facts/${path}/${field.trim()}`;
          }}
        >
          <input aria-label="Another field" placeholder="Another field, such as name" value={field} onInput={(event) => setField(event.currentTarget.value)} />
          <button type="submit">Open</button>
        </form>
      ) : null}
    </>
  );
}

function Single({ data, isEditor }: { data: History; isEditor: boolean }) {
  const shoot = useStore((state) => state.shoot);
  const entries = new Map(data.history.map((one) => [one.seq, one]));
  const open = new Set(data.against.flat());
  const mine = data.history.filter((one) => one.fate === "stands" || one.fate === "agrees");
  const sides = [mine, ...data.against.map((side) => side.map((seq) => entries.get(seq)).filter((one) => one !== undefined))];
  return (
    <>
      <div class="standing-fact">
        <span class="value">{data.entry === null ? "Nothing is known" : valueTold(data.path, data.value, shoot)}</span>
        {data.status ? <Status status={data.status} isDisputed={data.disputed} /> : null}
      </div>
      {data.disputed ? <Dispute path={data.path} sides={sides} isEditor={isEditor} /> : null}
      {data.derived.length ? (
        <ul class="derived">
          {data.derived.map((one) => (
            <li key={one.path}>
              <b>{one.path}</b> follows: {told(one.value)}, {one.follows}
            </li>
          ))}
        </ul>
      ) : null}
      {data.history.length ? (
        <table class="fact-table history-table">
          <thead>
            <tr>
              <th scope="col">Said on</th>
              <th scope="col">What was said</th>
              <th scope="col">How sure</th>
              <th scope="col">Source</th>
              <th scope="col">What became of it</th>
              <th scope="col">Entry</th>
            </tr>
          </thead>
          <tbody>
            {[...data.history].reverse().map((one) => (
              <tr key={one.seq} class={`fate-${one.fate}${open.has(one.seq) ? " against" : ""}`}>
                <td class="when">{saidWhen(one)}</td>
                <td class="value">{one.says === null ? "there is none" : valueTold(data.path, one.says, shoot)}</td>
                <td>
                  <Status status={one.status ?? "confirmed"} />
                </td>
                <td>
                  <SourceOf entry={one} />
                </td>
                <td>{FATES[one.fate] ?? one.fate}</td>
                <td class="soft">
                  {one.seq}, {one.entered_by}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}

function saidWhen(one: SaidEntry): string {
  if (one.said_on) return whenText(one.said_on);
  if (one.not_before) return `${whenText(one.not_before)} or later`;
  return one.known_from ? whenText(one.known_from) : "from the beginning";
}

function SourceOf({ entry }: { entry: SaidEntry }) {
  const source = entry.source;
  const who = [source?.outlet, source?.speaker].filter(Boolean).join(", ");
  const address = source?.address ?? "";
  return (
    <>
      {who || <span class="soft">decided here</span>}
      {source?.quotation ? <q>{source.quotation}</q> : null}
      {/^https?:\/\//.test(address) ? (
        <a href={address} target="_blank" rel="noreferrer noopener">
          {address.slice(0, 60)}
        </a>
      ) : address ? (
        <span class="soft">{address}</span>
      ) : null}
      {entry.note ? <span class="soft note">{entry.note}</span> : null}
    </>
  );
}

/** Both sides of a dispute; whoever decides says which one stands. */
function Dispute({ path, sides, isEditor }: { path: string; sides: SaidEntry[][]; isEditor: boolean }) {
  const [error, setError] = useState("");
  const settle = async (side: SaidEntry[]) => {
    const last = side.at(-1);
    if (!last) return;
    const note = `settled: entry ${last.seq} stands`;
    setError((await setFact(path, last.says, last.says === null ? {} : { note })) ?? "");
  };
  return (
    <section class="dispute" aria-label="Dispute">
      <h3>▲ Disputed: what was said last is planned on until somebody decides</h3>
      <div class="dispute-sides">
        {sides.map((side, at) => (
          <div key={at} class="dispute-side">
            <p class="value">{side.length ? told(side.at(-1)?.says) : ""}</p>
            {side.map((one) => (
              <p key={one.seq}>
                <Status status={one.status ?? "confirmed"} /> {saidWhen(one)} <SourceOf entry={one} />
              </p>
            ))}
            {isEditor ? (
              <button type="button" onClick={() => void settle(side)}>
                Settle: this stands
              </button>
            ) : null}
          </div>
        ))}
      </div>
      {error ? (
        <p class="error" role="alert">
          {error}
        </p>
      ) : null}
    </section>
  );
}

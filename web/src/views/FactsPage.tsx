// The journal: what is known, who said it, what is not certain, what was known when.

import { useEffect, useState } from "preact/hooks";
import { longDate, monthDate, shortDate } from "../words.js";
import { FactPage } from "./FactPage.js";
import { useStore } from "../state.js";
import { useAnswer } from "./asking.js";
import { factName, valueTold } from "./naming.js";
import { spelled } from "./values.js";

export interface FactTold {
  path: string;
  value: unknown;
  status: string;
  disputed: boolean;
  when: string;
  who: string;
  entry: number;
}

const KINDS = [
  ["", "Reported, or not certain"],
  ["picture", "Pictures"],
  ["unit", "Units"],
  ["person", "People"],
  ["casting", "Casting"],
  ["location", "Locations"],
  ["element", "Elements"],
  ["scene", "Scenes"],
  ["hiatus", "Hiatuses"],
  ["rule", "Rules"],
] as const;
const SHOWN_MOST = 400;

export default function FactsPage({ rest }: { rest: string }) {
  const { data } = useAnswer<{ days: { date: string; entries: number }[] }>("/api/facts/days");
  const days = data?.days.map((one) => one.date) ?? [];
  const [asOf, setAsOf] = useState<string | null>(null);
  const shownAsOf = asOf !== null && days.includes(asOf) ? asOf : null;
  return (
    <div class="view besides facts-view">
      <header class="view-head">
        <h2>{rest ? <a href="#/facts">Facts</a> : "Facts"}</h2>
        {days.length && rest !== "changes" ? <AsOf days={days} asOf={shownAsOf} change={setAsOf} /> : null}
        {days.length > 1 && !rest ? (
          <a class="button" href="#/facts/changes">
            Compare two days
          </a>
        ) : null}
      </header>
      {rest === "changes" ? (
        <Changes days={days} />
      ) : rest ? (
        <FactPage key={rest} path={rest} asOf={shownAsOf} />
      ) : (
        <List asOf={shownAsOf} />
      )}
    </div>
  );
}

/** A slider over the days on which something became known. */
function AsOf({ days, asOf, change }: { days: string[]; asOf: string | null; change: (day: string | null) => void }) {
  const at = asOf === null ? days.length : days.indexOf(asOf);
  const text = asOf === null ? "all that is known" : `as known on ${longDate(asOf)}`;
  return (
    <label class="as-of">
      As of
      <input
        type="range"
        min={0}
        max={days.length}
        value={at}
        aria-valuetext={text}
        onInput={(event) => change(days[Number(event.currentTarget.value)] ?? null)}
      />
      <output class={asOf ? "past" : ""}>{text}</output>
      {asOf ? (
        <button type="button" onClick={() => change(null)}>
          Today
        </button>
      ) : null}
    </label>
  );
}

function List({ asOf }: { asOf: string | null }) {
  const [about, setAbout] = useState("");
  const [search, setSearch] = useState("");
  const query = new URLSearchParams({ about, ...(asOf ? { as_of: asOf } : {}) });
  const { data, error } = useAnswer<{ facts: FactTold[] }>(`/api/facts?${query}`);
  const shoot = useStore((state) => state.shoot);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (data?.facts ?? []).filter((one) => {
    const named = `${one.path} ${factName(one.path, shoot)} ${valueTold(one.path, one.value, shoot)}`;
    const text = `${named} ${one.who} ${one.status}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <div class="view-tools">
        <label>
          Of
          <select value={about} onChange={(event) => setAbout(event.currentTarget.value)}>
            {KINDS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <input type="search" aria-label="Search facts" placeholder="Search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
      </div>
      {error ? <p class="error">{error}</p> : null}
      {data && !found.length ? (
        <p class="empty">
          {about || search ? "Nothing is found." : "Nothing was reported from outside, and all that is known is certain. Choose a kind above to see it."}
        </p>
      ) : null}
      {found.length ? <FactTable facts={found.slice(0, SHOWN_MOST)} /> : null}
      {found.length > SHOWN_MOST ? <p class="soft">{found.length - SHOWN_MOST} more: search for fewer.</p> : null}
    </>
  );
}

/** A fact in words; its path, which files and commands write, in the tip. */
export function FactLink({ path }: { path: string }) {
  const shoot = useStore((state) => state.shoot);
  return (
    <a href={`#/facts/${path}`} title={path}>
      {factName(path, shoot)}
    </a>
  );
}

export function FactTable({ facts }: { facts: FactTold[] }) {
  const shoot = useStore((state) => state.shoot);
  return (
    <table class="fact-table">
      <thead>
        <tr>
          <th scope="col">Fact</th>
          <th scope="col">Value</th>
          <th scope="col">How sure</th>
          <th scope="col">Said on</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((one) => (
          <tr key={one.path}>
            <th scope="row">
              <FactLink path={one.path} />
            </th>
            <td class="value">{valueTold(one.path, one.value, shoot)}</td>
            <td>
              <Status status={one.status} isDisputed={one.disputed} />
            </td>
            <td class="when">{whenText(one.when)}</td>
            <td>{one.who || <span class="soft">decided here</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Status({ status, isDisputed = false }: { status: string; isDisputed?: boolean }) {
  return (
    <>
      <span class={`chip ${status}`}>{status}</span>
      {isDisputed ? <span class="chip disputed">▲ disputed</span> : null}
    </>
  );
}

export function whenText(when: string): string {
  if (/^\d{4}-\d{2}$/.test(when)) return monthDate(when);
  return when.replace(/\d{4}-\d{2}-\d{2}/, (iso) => `${shortDate(iso)} ${iso.slice(0, 4)}`);
}

interface Change {
  path: string;
  sort: string;
  what: string;
  who: string;
  disputed: boolean;
  besides?: string[];
}

function Changes({ days }: { days: string[] }) {
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  useEffect(() => {
    if (!first && days.length > 1) setFirst(days.at(-2) ?? "");
    if (!last && days.length) setLast(days.at(-1) ?? "");
  }, [days.length]);
  const query = new URLSearchParams({ first, last });
  const { data, error } = useAnswer<{ changes: Change[] }>(first && last ? `/api/facts/changes?${query}` : null);
  return (
    <>
      <div class="view-tools">
        <label>
          From the evening of
          <input type="date" value={first} onInput={(event) => setFirst(event.currentTarget.value)} />
        </label>
        <label>
          to the evening of
          <input type="date" value={last} onInput={(event) => setLast(event.currentTarget.value)} />
        </label>
      </div>
      {error ? <p class="error">{error}</p> : null}
      {data && !data.changes.length ? <p class="empty">Nothing changed between these days.</p> : null}
      {data?.changes.length ? (
        <table class="fact-table">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">What changed</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {data.changes.map((one) => (
              <tr key={one.path}>
                <th scope="row">{one.sort === "derived" ? one.path : <FactLink path={one.path} />}</th>
                <td class="value">
                  {spelled(one.what)} {one.disputed ? <span class="chip disputed">▲ disputed</span> : null}
                  {(one.besides ?? []).map((more) => (
                    <div key={more} class="soft">
                      {spelled(more)}
                    </div>
                  ))}
                </td>
                <td>{spelled(one.who)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}

// The day out of days: who works, is held, dropped and away, date by date.

import { useState } from "preact/hooks";
import type { Shoot } from "../doc.js";
import { useStore } from "../state.js";
import { count, longDate, weekday } from "../words.js";
import { showDate, useAnswer } from "./asking.js";

interface DayRow {
  id: string;
  number: number | null;
  name: string;
  codes: string[];
  styles: string[];
  conflicts: Record<string, string[]>;
  totals: Record<string, number>;
  first: string | null;
  last: string | null;
}

interface Days {
  categories: string[];
  dates: string[];
  off: boolean[];
  holidays: boolean[];
  units: { id: string; name: string; days: number[] }[];
  rows: DayRow[];
  meanings: Record<string, string>;
}

export default function DaysPage({ rest }: { rest: string }) {
  const board = useStore((state) => state.board);
  const shoot = useStore((state) => state.shoot);
  const category = rest;
  const query = category ? `?category=${encodeURIComponent(category)}` : "";
  const { data, error } = useAnswer<Days>(board ? `/api/boards/${encodeURIComponent(board)}/days${query}` : null);
  const [isShort, setShort] = useState(true);
  if (error) return <p class="wait error">{error}</p>;
  if (!data || !shoot) return <p class="wait">Counting days …</p>;
  const shown = isShort ? columnsWithSomething(data) : data.dates.map((_, at) => at);
  return (
    <div class="view besides days-view">
      <header class="view-head">
        <h2>Day out of days</h2>
        <label>
          Of
          <select value={category} onChange={(event) => (location.hash = `#/days/${encodeURIComponent(event.currentTarget.value)}`)}>
            <option value="">Cast</option>
            {data.categories.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={isShort} onChange={(event) => setShort(event.currentTarget.checked)} />
          Only weeks with something
        </label>
        <Key data={data} />
      </header>
      {data.rows.length ? (
        <Grid data={data} shown={shown} shoot={shoot} isCast={!category} />
      ) : (
        <p class="empty">Nothing is scheduled on this board.</p>
      )}
    </div>
  );
}

/** The columns of weeks in which anything stands. */
function columnsWithSomething(data: Days): number[] {
  const weeks = new Set<number>();
  data.dates.forEach((_, at) => {
    const isUsed =
      data.units.some((unit) => unit.days[at]) || data.rows.some((row) => row.codes[at] && row.codes[at] !== "x");
    if (isUsed) weeks.add(Math.floor(at / 7));
  });
  return data.dates.map((_, at) => at).filter((at) => weeks.has(Math.floor(at / 7)));
}

function Key({ data }: { data: Days }) {
  const used = new Set(data.rows.flatMap((row) => row.codes.map((code) => code.split(/[ +]/)[0] ?? "")));
  return (
    <p class="soft key">
      {Object.entries(data.meanings)
        .filter(([code]) => used.has(code))
        .map(([code, said]) => (
          <span key={code}>
            <b>{code}</b> {said}
          </span>
        ))}
    </p>
  );
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function Grid({ data, shown, shoot, isCast }: { data: Days; shown: number[]; shoot: Shoot; isCast: boolean }) {
  const works = isCast ? ["W", "H", "D", "span"] : ["W", "H", "span"];
  const labels: Record<string, string> = { W: "Work", H: "Hold", D: "Drop", span: "Span" };
  const months = groups(shown, (at) => data.dates[at]!.slice(0, 7));
  return (
    <div class="dood" tabIndex={0} role="region" aria-label="Day out of days">
      <table>
        <thead>
          <tr class="month-row">
            <th scope="col" class="name" rowSpan={2}>
              {isCast ? "Cast" : "Element"}
            </th>
            {months.map(([month, ats]) => (
              <th key={month + ats[0]} scope="colgroup" colSpan={ats.length}>
                <span>{ats.length > 1 ? `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}` : ""}</span>
              </th>
            ))}
            {works.map((one) => (
              <th key={one} scope="col" class="total" rowSpan={2}>
                {labels[one]}
              </th>
            ))}
          </tr>
          <tr class="date-row">
            {shown.map((at) => {
              const date = data.dates[at]!;
              return (
                <th key={at} scope="col" class={dateClass(data, at)} title={longDate(date)}>
                  <span>{weekday(date)[0]}</span>
                  {Number(date.slice(8))}
                </th>
              );
            })}
          </tr>
          {data.units.map((unit) => (
            <tr key={unit.id} class="unit-days">
              <th scope="row" class="name">
                {shoot.units.length > 1 ? unit.name : "Shooting day"}
              </th>
              {shown.map((at) => (
                <td key={at} class={dateClass(data, at)}>
                  {unit.days[at] || ""}
                </td>
              ))}
              <td class="total" colSpan={works.length} />
            </tr>
          ))}
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id || row.name}>
              <th scope="row" class="name" title={row.first ? `${row.name}: ${longDate(row.first)} to ${longDate(row.last!)}` : row.name}>
                {row.number === null ? null : <b>{row.number}</b>} {row.name}
              </th>
              {shown.map((at) => (
                <Cell key={at} row={row} at={at} data={data} shoot={shoot} />
              ))}
              {works.map((one) => (
                <td key={one} class="total">
                  {row.totals[one] || ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, at, data, shoot }: { row: DayRow; at: number; data: Days; shoot: Shoot }) {
  const code = row.codes[at] ?? "";
  const date = data.dates[at]!;
  const said = row.conflicts[String(at)];
  const style = row.styles[at] ?? "";
  const title = `${row.name}, ${longDate(date)}${said ? `\n${said.join("\n")}` : ""}`;
  const classes = `${style ? `on-${style}` : dateClass(data, at)}${said ? " on-broken" : ""}${at % 7 === 0 ? " monday" : ""}`;
  if (!code || !["work", "start"].includes(style)) {
    return (
      <td class={classes} title={code || said ? title : undefined}>
        {code}
      </td>
    );
  }
  const has = (scene: string) => {
    const found = shoot.scenes.find((one) => one.id === scene);
    return !!found && (found.cast.includes(row.id) || !!found.elements?.includes(row.id) || found.location === row.id);
  };
  return (
    <td class={classes}>
      <button type="button" class="plain" title={title} aria-label={`${code}: ${title}. Show on the board`} onClick={() => showDate(date, has)}>
        {code}
        {said ? <span class="hidden">, {count(said.length, "conflict")}</span> : null}
      </button>
    </td>
  );
}

function dateClass(data: Days, at: number): string {
  const kind = data.holidays[at] ? "holiday-date" : data.off[at] ? "on-rest" : "";
  return at % 7 === 0 ? `${kind} monday` : kind;
}

function groups(shown: number[], key: (at: number) => string): [string, number[]][] {
  const made: [string, number[]][] = [];
  for (const at of shown) {
    const last = made.at(-1);
    if (last && last[0] === key(at)) last[1].push(at);
    else made.push([key(at), [at]]);
  }
  return made;
}


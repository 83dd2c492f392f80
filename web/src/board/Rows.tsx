// The rows of the board: strips, the breaks between days, weeks, free dates, banners.

import { memo } from "../memo.js";
import type { Banner, DayMeaning, Furniture, Scene, Violation } from "../doc.js";
import {
  clock,
  count,
  dateRange,
  initials,
  longDate,
  money,
  pages,
  pagesTold,
  personColor,
} from "../words.js";
import { LockIcon, WarnIcon } from "../icons.js";
import { spelled } from "../views/values.js";
import type { CastColumn } from "./columns.js";
import { PLACES, stripColor } from "./strips.js";

export interface StripProps {
  scene: Scene;
  set: string;
  location: string;
  picture: string;
  columns: readonly CastColumn[];
  numbers: Record<string, number>;
  isList: boolean;
  names: Record<string, string>;
  /** ``selected``, ``cut``, ``dim``, ``stop`` (where Tab comes to the board). */
  marks: string;
  isLocked: boolean;
  conflicts: readonly Violation[] | undefined;
  badPeople: string;
  /** Who else has it selected, a name a line. */
  others: string;
  reason: string;
  /** Shows the conflicts of the strip, or of one person on it. */
  onConflict: ((person: string | null) => void) | undefined;
}

export const StripRow = memo(function StripRow(props: StripProps) {
  const { scene, conflicts } = props;
  const marks = props.marks.split(" ");
  const isNight = scene.time === "night";
  return (
    <div
      class={`strip ${stripColor(scene)} ${props.marks}`}
      role="row"
      id={`strip-${scene.id}`}
      data-strip={scene.id}
      aria-selected={marks.includes("selected")}
      tabIndex={marks.includes("stop") ? 0 : -1}
    >
      <span role="gridcell" class="mark">
        {marks.includes("moved") ? <em class="elsewhere" title="moved by this proposal">⇄</em> : null}
        {props.others ? <Others names={props.others} /> : null}
        {conflicts?.length ? <Marked conflicts={conflicts} onConflict={props.onConflict} /> : null}
        {marks.includes("commented") ? (
          <a class="commented-mark" href={`#/scene/${scene.id}`} title="Somebody commented on this scene" aria-label="Commented" tabIndex={-1}>
            ✎
          </a>
        ) : null}
        {props.isLocked || scene.pin ? <LockIcon label={scene.pin ? "pinned" : "locked"} /> : null}
      </span>
      {props.picture ? (
        <span role="gridcell" class="picture">
          {props.picture}
        </span>
      ) : null}
      <span role="gridcell" class="number">
        {scene.number}
      </span>
      <span role="gridcell" class="place">
        {PLACES[scene.place]}
      </span>
      <span role="gridcell" class={isNight ? "time night" : "time"}>
        {scene.time === "any" ? "" : scene.time.toUpperCase()}
      </span>
      <span role="gridcell" class="set" title={[props.set, scene.synopsis].filter(Boolean).join(" – ")}>
        <b>{props.set}</b> <i>{scene.synopsis}</i>
        {props.reason ? <em class="reason">{props.reason}</em> : null}
      </span>
      <span role="gridcell" class="location" title={props.location}>
        {props.location}
      </span>
      <span role="gridcell" class="pages">
        {pages(scene.eighths)}
      </span>
      <span role="gridcell" class="script-day">
        {scene.script_day}
      </span>
      <Cast {...props} />
    </div>
  );
});

interface MarkedProps {
  conflicts: readonly Violation[];
  onConflict: StripProps["onConflict"];
}

function Marked({ conflicts, onConflict }: MarkedProps) {
  const blocks = conflicts.some((one) => one.level === "blocks");
  return (
    <button
      type="button"
      tabIndex={-1}
      class={blocks ? "plain blocks" : "plain warns"}
      title={conflicts.map((one) => spelled(one.said)).join("\n")}
      onClick={() => onConflict?.(null)}
    >
      <WarnIcon label={count(conflicts.length, "conflict")} />
    </button>
  );
}

/** A tab for everybody else who has the strip selected. */
function Others({ names }: { names: string }) {
  return (
    <>
      {names.split("\n").map((name) => (
        <em key={name} class={`tab ${personColor(name)}`} title={`${name} is here`}>
          {initials(name)}
        </em>
      ))}
    </>
  );
}

function Cast(props: StripProps) {
  const { scene, columns, numbers, isList } = props;
  const bad = new Set(props.badPeople ? props.badPeople.split(" ") : []);
  if (isList) {
    const sorted = [...scene.cast].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
    const names = sorted.map((one) => `${numbers[one]} ${props.names[one] ?? one}`).join("\n");
    return (
      <span role="gridcell" class="cast-list" title={names}>
        {sorted.map((one) => castCell(one, numbers[one], bad.has(one), props, {}))}
      </span>
    );
  }
  const works = new Set(scene.cast);
  return (
    <span role="gridcell" class="cast">
      {columns.map(({ person, number, name }, at) =>
        works.has(person)
          ? castCell(person, number, bad.has(person), props, {
              style: { gridColumn: at + 1 },
              title: name,
            })
          : null,
      )}
    </span>
  );
}

function castCell(
  person: string,
  number: number | undefined,
  isBad: boolean,
  { onConflict }: StripProps,
  more: { style?: { gridColumn: number }; title?: string },
) {
  if (!isBad) {
    return (
      <span key={person} {...more}>
        {number}
      </span>
    );
  }
  const show = () => onConflict?.(person);
  return (
    <button key={person} type="button" class="bad" tabIndex={-1} onClick={show} {...more}>
      {number}
    </button>
  );
}

export interface BreakProps {
  day: string;
  meaning: DayMeaning | undefined;
  currency: string;
  unitName: string;
  isLocked: boolean;
  conflicts: readonly Violation[];
  /** Where interiors stand ready; none at all where the weather can take nothing. */
  cover: readonly string[] | undefined;
  hasBases: boolean;
  onConflicts: () => void;
  onMenu: () => void;
}

export function DayBreakRow(props: BreakProps) {
  const { meaning, conflicts } = props;
  const date = props.day.slice(props.day.indexOf("/") + 1);
  if (!meaning) {
    return (
      <div class="day-break" role="row">
        <span role="gridcell" class="left">
          <b>{props.unitName}</b> {longDate(date)}
        </span>
      </div>
    );
  }
  const over = meaning.minutes - meaning.day_minutes;
  return (
    <div class={conflicts.length ? "day-break broken" : "day-break"} role="row" data-break={props.day}>
      <span role="gridcell" class="left">
        <button
          type="button"
          class="plain"
          tabIndex={-1}
          onClick={props.onMenu}
          title="What can be done with this day (Shift Enter)"
        >
          <b>END OF DAY {meaning.number}</b>
        </button>
        {props.unitName ? <span class="unit">{props.unitName}</span> : null}
        <span>{longDate(date)}</span>
        <b>{pagesTold(meaning.eighths)}</b>
        {over > 0 ? <span class="over">▲ {over} min over</span> : null}
        {props.cover ? <Cover places={props.cover} /> : null}
        {props.isLocked ? <LockIcon label="locked" /> : null}
      </span>
      <span role="gridcell" class="right">
        {[
          props.hasBases && meaning.base,
          count(meaning.cast, "cast", "cast"),
          meaning.moves ? count(meaning.moves, "move") : null,
          meaning.shift === "day" ? null : meaning.shift.toUpperCase(),
          meaning.sun.replace("-", "–"),
          `Call ${clock(meaning.call)}–${clock(meaning.wrap)}`,
          known(meaning.cost) && `Day cost ${money(meaning.cost, props.currency)}`,
        ]
          .filter(Boolean)
          .join(" · ")}
        {conflicts.length ? (
          <button
            type="button"
            class="plain conflicts"
            tabIndex={-1}
            title={conflicts.map((one) => spelled(one.said)).join("\n")}
            onClick={props.onConflicts}
          >
            ▲ {count(conflicts.length, "conflict")}
          </button>
        ) : null}
      </span>
    </div>
  );
}

function Cover({ places }: { places: readonly string[] }) {
  if (!places.length) {
    return (
      <span class="cover none" title="No interior could stand in if the weather takes the exteriors of this day">
        no cover set
      </span>
    );
  }
  return (
    <span class="cover" title="Interiors that stand ready if the weather takes the exteriors of this day">
      Cover: {places.join(", ")}
    </span>
  );
}

/** Whether an amount was told: readers are told none. */
const known = (amount: number | undefined) => amount !== undefined;

export function FurnitureRow({ row, currency }: { row: Furniture; currency: string }) {
  switch (row.kind) {
    case "week_bar":
      return (
        <Bar
          kind="week-bar"
          left={`WEEK ${row.number} · ${dateRange(row.first, row.last)}`}
          right={[count(row.days, "day"), pagesTold(row.eighths), known(row.cost) && money(row.cost, currency)].filter(Boolean).join(" · ")}
        />
      );
    case "free_dates":
      return (
        <Bar
          kind={row.what === "holiday" || row.what === "hiatus" ? "holiday" : "rest"}
          left={`${row.what.toUpperCase()} · ${dateRange(row.first, row.last)}`}
          right={[row.reason, row.cost ? money(row.cost, currency) : ""].filter(Boolean).join(" · ")}
        />
      );
    case "company_move":
      return (
        <Bar
          kind="banner"
          left={`COMPANY MOVE · ${row.unit_name} · ${row.origin} → ${row.target}`}
          right={[count(row.days, "day"), known(row.cost) && money(row.cost, currency)].filter(Boolean).join(" · ")}
        />
      );
    default:
      return null;
  }
}

export function BannerRow({ banner, onOpen }: { banner: Banner; onOpen: () => void }) {
  const minutes = banner.minutes ? `${banner.minutes} min` : "";
  return (
    <div class="banner" role="row" onDblClick={onOpen}>
      <span role="gridcell" class="left">
        <button type="button" class="plain" tabIndex={-1} onClick={onOpen}>
          {banner.kind.toUpperCase()} · {banner.text}
        </button>
      </span>
      <span role="gridcell" class="right">
        {minutes}
      </span>
    </div>
  );
}

function Bar({ kind, left, right }: { kind: string; left: string; right: string }) {
  return (
    <div class={kind} role="row">
      <span role="gridcell" class="left">
        {left}
      </span>
      <span role="gridcell" class="right">
        {right}
      </span>
    </div>
  );
}

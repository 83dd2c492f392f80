// The rows of the board: strips, the breaks between days, weeks, free dates, banners.

import { memo } from "../memo.js";
import type { Banner, DayMeaning, Furniture, Scene, Violation } from "../doc.js";
import { clock, count, dateRange, longDate, money, pages } from "../words.js";
import { LockIcon, WarnIcon } from "../icons.js";
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
  isSelected: boolean;
  isFocus: boolean;
  isCut: boolean;
  isDim: boolean;
  isLocked: boolean;
  conflicts: readonly Violation[] | undefined;
  badPeople: string;
  others: string;
  reason: string;
}

export const StripRow = memo(function StripRow(props: StripProps) {
  const { scene, conflicts } = props;
  const classes = [
    "strip",
    stripColor(scene),
    props.isSelected && "selected",
    props.isCut && "cut",
    props.isDim && "dim",
  ];
  const isNight = scene.time === "night";
  return (
    <div
      class={classes.filter(Boolean).join(" ")}
      role="row"
      id={`strip-${scene.id}`}
      data-strip={scene.id}
      aria-selected={props.isSelected}
      tabIndex={props.isFocus ? 0 : -1}
    >
      <span role="gridcell" class="mark" title={conflicts?.map((one) => one.said).join("\n")}>
        {conflicts?.length ? <WarnIcon label={count(conflicts.length, "conflict")} /> : null}
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
      <span role="gridcell" class="set">
        <b>{props.set}</b> <i>{scene.synopsis}</i>
        {props.reason ? <em class="reason">{props.reason}</em> : null}
        {props.others ? <em class="present">{props.others}</em> : null}
      </span>
      <span role="gridcell" class="location">
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

function Cast({ scene, columns, numbers, isList, badPeople }: StripProps) {
  const bad = new Set(badPeople ? badPeople.split(" ") : []);
  if (isList) {
    const sorted = [...scene.cast].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
    return (
      <span role="gridcell" class="cast-list">
        {sorted.map((person) => (
          <span key={person} class={bad.has(person) ? "bad" : undefined}>
            {numbers[person]}
          </span>
        ))}
      </span>
    );
  }
  const works = new Set(scene.cast);
  return (
    <span role="gridcell" class="cast">
      {columns.map((column, at) =>
        works.has(column.person) ? (
          <span
            key={column.person}
            class={bad.has(column.person) ? "bad" : undefined}
            style={{ gridColumn: at + 1 }}
            title={column.name}
          >
            {column.number}
          </span>
        ) : null,
      )}
    </span>
  );
}

export interface BreakProps {
  day: string;
  meaning: DayMeaning | undefined;
  currency: string;
  unitName: string;
  isLocked: boolean;
  conflicts: readonly Violation[];
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
    <div class="day-break" role="row" data-break={props.day}>
      <span role="gridcell" class="left">
        <button type="button" class="plain" onClick={props.onMenu} title="What can be done with this day">
          <b>END OF DAY {meaning.number}</b>
        </button>
        {props.unitName ? <span class="unit">{props.unitName}</span> : null}
        <span>{longDate(date)}</span>
        <b>{pages(meaning.eighths)} pgs</b>
        {over > 0 ? <span class="over">▲ {over} min over</span> : null}
        {props.isLocked ? <LockIcon label="locked" /> : null}
      </span>
      <span role="gridcell" class="right">
        {[
          props.hasBases && meaning.base,
          count(meaning.cast, "cast", "cast"),
          meaning.moves ? count(meaning.moves, "move") : null,
          meaning.shift === "day" ? null : meaning.shift.toUpperCase(),
          `Call ${clock(meaning.call)}–${clock(meaning.wrap)}`,
          `Day cost ${money(meaning.cost, props.currency)}`,
        ]
          .filter(Boolean)
          .join(" · ")}
        {conflicts.length ? (
          <button type="button" class="plain conflicts" onClick={props.onConflicts}>
            · {count(conflicts.length, "conflict")}
          </button>
        ) : null}
      </span>
    </div>
  );
}

export function FurnitureRow({ row, currency }: { row: Furniture; currency: string }) {
  switch (row.kind) {
    case "week_bar":
      return (
        <Bar
          kind="week-bar"
          left={`WEEK ${row.number} · ${dateRange(row.first, row.last)}`}
          right={`${count(row.days, "day")} · ${pages(row.eighths)} pgs · ${money(row.cost, currency)}`}
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
          right={`${count(row.days, "day")} · ${money(row.cost, currency)}`}
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
        <button type="button" class="plain" onClick={onOpen}>
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

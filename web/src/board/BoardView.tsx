// The stripboard: days with their strips, the boneyard, dragging and the keyboard.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { whatIf } from "../api.js";
import type { Wish } from "../api.js";
import { chosen, moveStrips, select } from "../acting.js";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import type { Banner, Drop, Furniture, Meaning, Scene, Shoot, Standing, Violation } from "../doc.js";
import { StripDrag } from "../drag.js";
import { shownStanding, store, useStore } from "../state.js";
import { tellSeen } from "../wire.js";
import { count, moneyChange, pages, signed } from "../words.js";
import { openDialog } from "../dialogs/dialog.js";
import { castColumns, castFits } from "./columns.js";
import type { CastColumn } from "./columns.js";
import { handleKey } from "./keys.js";
import { BannerRow, DayBreakRow, FurnitureRow, StripRow } from "./Rows.js";
import { conflictsOf, matches, onDay, setOf } from "./strips.js";
import type { Conflicts } from "./strips.js";

const ASK_AFTER = 80;

interface Look {
  shoot: Shoot;
  standing: Standing;
  meaning: Meaning | null;
  scenes: Map<string, Scene>;
  sets: Map<string, string>;
  locations: Map<string, string>;
  letters: Map<string, string>;
  columns: CastColumn[];
  isList: boolean;
  conflicts: Conflicts;
}

export function BoardView() {
  const shoot = useStore((state) => state.shoot);
  const standing = useStore(shownStanding);
  const meaning = useStore((state) => state.meaning);
  const scroller = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => window.innerWidth);
  useEffect(() => {
    const measure = () => setWidth(window.innerWidth);
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  useDragging(scroller, shoot !== null && standing !== null);
  useEffect(() => {
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);
  useEffect(tellSeen);

  const fixed = useMemo(() => shoot && looked(shoot), [shoot]);
  const conflicts = useMemo(() => conflictsOf(meaning?.violations ?? []), [meaning]);
  if (!fixed || !shoot || !standing) return <p class="wait">Opening the board …</p>;
  const isList = !castFits(fixed.columns.length, width);
  const look: Look = { ...fixed, shoot, standing, meaning, isList, conflicts };
  return (
    <div
      class={isList ? "scroller listed" : "scroller"}
      ref={scroller}
      style={{ "--cast": String(fixed.columns.length) }}
    >
      <div role="grid" aria-label="Stripboard" aria-multiselectable="true" data-board>
        <Head look={look} />
        <Days look={look} />
        <Boneyard look={look} />
      </div>
    </div>
  );
}

function looked(shoot: Shoot) {
  const locations = new Map(shoot.locations.map((one) => [one.id, one.name]));
  const several = shoot.pictures.length > 1;
  const letters = shoot.pictures.map((one, at) => [one.id, several ? letter(at) : ""] as const);
  return {
    scenes: new Map(shoot.scenes.map((one) => [one.id, one])),
    sets: new Map(shoot.scenes.map((one) => [one.id, setOf(one, locations)])),
    locations,
    letters: new Map(letters),
    columns: castColumns(shoot),
  };
}

function letter(at: number): string {
  return `${String.fromCharCode(65 + (at % 26))}${at >= 26 ? Math.floor(at / 26) + 1 : ""}`;
}

function Head({ look }: { look: Look }) {
  const several = look.shoot.pictures.length > 1;
  return (
    <div class={look.isList ? "head listed" : "head"} role="row" data-head>
      <span role="columnheader" class="mark">
        <span class="hidden">Marks</span>
      </span>
      {several ? (
        <span role="columnheader" class="picture">
          P
        </span>
      ) : null}
      <span role="columnheader" class="number">
        Sc
      </span>
      <span role="columnheader" class="place">
        I/E
      </span>
      <span role="columnheader" class="time">
        D/N
      </span>
      <span role="columnheader" class="set">
        Set / synopsis
      </span>
      <span role="columnheader" class="location">
        Location
      </span>
      <span role="columnheader" class="pages">
        Pages
      </span>
      <span role="columnheader" class="script-day">
        Day
      </span>
      {look.isList ? (
        <span role="columnheader" class="cast-list">
          Cast
        </span>
      ) : (
        <span role="columnheader" class="cast">
          {look.columns.map((column, at) => (
            <span key={column.person} style={{ gridColumn: at + 1 }}>
              <b>{column.number}</b> {column.name}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

function Days({ look }: { look: Look }) {
  const furniture = useMemo(() => furnitureBefore(look.meaning?.layout ?? []), [look.meaning]);
  const keys = dayKeys(look.standing);
  const units = new Map(look.shoot.units.map((one) => [one.id, one.name]));
  return (
    <>
      {keys.map((key) => (
        <>
          {(furniture.before.get(key) ?? []).map((row, at) => (
            <FurnitureRow key={`${key}-${at}`} row={row} currency={look.shoot.currency} />
          ))}
          <DayRows key={key} day={key} look={look} unit={units.get(unitOf(key)) ?? ""} />
          {(furniture.after.get(key) ?? []).map((row, at) => (
            <FurnitureRow key={`${key}+${at}`} row={row} currency={look.shoot.currency} />
          ))}
        </>
      ))}
      {keys.length ? null : <p class="empty">No day yet: optimise, or drag a strip to a day.</p>}
    </>
  );
}

/** What stands before and after each day: weeks close behind their last day. */
function furnitureBefore(layout: readonly Furniture[]) {
  const before = new Map<string, Furniture[]>();
  const after = new Map<string, Furniture[]>();
  let waiting: Furniture[] = [];
  let last = "";
  for (const row of layout) {
    if (row.kind === "day") {
      before.set(row.key, folded(waiting));
      waiting = [];
      last = row.key;
    } else if (row.kind === "week_bar" && last) {
      after.set(last, [...(after.get(last) ?? []), ...folded(waiting), row]);
      waiting = [];
    } else waiting.push(row);
  }
  return { before, after };
}

const FOLD_FROM = 4;

/** Rest and idle dates in turn become one line, where they would fill the page. */
function folded(rows: readonly Furniture[]): Furniture[] {
  const made: Furniture[] = [];
  let run: Extract<Furniture, { kind: "free_dates" }>[] = [];
  const end = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < FOLD_FROM || !first || !last) made.push(...run);
    else {
      const cost = run.reduce((sum, one) => sum + one.cost, 0);
      const weekends = run.filter((one) => one.what === "rest").length;
      const reason = `idle, with ${count(weekends, "rest period")}`;
      made.push({ ...first, what: "idle", last: last.last, reason, cost });
    }
    run = [];
  };
  for (const row of rows) {
    if (row.kind === "free_dates" && (row.what === "rest" || row.what === "idle")) {
      run.push(row);
    } else {
      end();
      made.push(row);
    }
  }
  end();
  return made;
}

function DayRows({ day, look, unit }: { day: string; look: Look; unit: string }) {
  const { standing, meaning } = look;
  const strips = standing.days[day]?.strips ?? [];
  const banners = Object.entries(standing.banners).filter(
    ([, one]) => `${one.unit}/${one.date}` === day,
  );
  const behind = (strip: string) =>
    banners.filter(([, one]) => (one.after ?? "") === strip).map(bannerRow);
  const loose = banners.filter(([, one]) => one.after && !strips.includes(one.after));
  const found = onDay(look.conflicts, day);
  const conflicts = [...found, ...strips.flatMap((one) => stripConflicts(look, one, day, found))];
  return (
    <div role="rowgroup" class="day" data-list={day}>
      {behind("")}
      {strips.map((strip) => (
        <>
          <Strip key={strip} strip={strip} look={look} day={day} />
          {behind(strip)}
        </>
      ))}
      {loose.map(bannerRow)}
      <DayBreakRow
        day={day}
        meaning={meaning?.days[day]}
        currency={look.shoot.currency}
        unitName={look.shoot.units.length > 1 ? unit : ""}
        isLocked={standing.locked_days.includes(day)}
        conflicts={conflicts}
        hasBases={look.shoot.bases.length > 1}
        onConflicts={() => openDialog({ kind: "conflicts", title: day, violations: conflicts })}
        onMenu={() => openDialog({ kind: "day", day })}
      />
    </div>
  );
}

function bannerRow([key, banner]: [string, Banner]) {
  const open = () => openDialog({ kind: "banner", key, banner });
  return <BannerRow key={key} banner={banner} onOpen={open} />;
}

/** Conflicts of a strip on this day that the day does not tell already. */
function stripConflicts(look: Look, strip: string, day: string, told: Violation[]): Violation[] {
  const here = (look.conflicts.strips.get(strip) ?? []).filter(
    (one) => !one.where.date || one.where.date === dateOf(day),
  );
  return here.filter((one) => !told.includes(one));
}

function Strip({ strip, look, day }: { strip: string; look: Look; day: string | null }) {
  const isSelected = useStore((state) => state.selected.has(strip));
  const isFocus = useStore((state) => state.focus === strip);
  const isCut = useStore((state) => state.cut.includes(strip));
  const search = useStore((state) => state.search);
  const others = useStore((state) => presentOn(strip, state.present, state.me));
  const scene = look.scenes.get(strip);
  if (!scene) return null;
  const date = day === null ? "" : dateOf(day);
  const bad = scene.cast.filter(
    (person) =>
      (date && look.conflicts.cells.has(`${date}/${person}`)) ||
      look.conflicts.cells.has(`${strip}/${person}`),
  );
  const conflicts = look.conflicts.strips
    .get(strip)
    ?.filter((one) => !one.where.date || one.where.date === date);
  return (
    <StripRow
      scene={scene}
      set={look.sets.get(strip) ?? ""}
      location={look.locations.get(scene.location) ?? ""}
      picture={look.letters.get(scene.picture) ?? ""}
      columns={look.columns}
      numbers={look.shoot.board_numbers}
      isList={look.isList}
      isSelected={isSelected}
      isFocus={isFocus}
      isCut={isCut}
      isDim={search !== "" && !matches(scene, look.shoot, search)}
      isLocked={look.standing.locked_strips.includes(strip)}
      conflicts={conflicts?.length ? conflicts : undefined}
      badPeople={bad.join(" ")}
      others={others}
      reason={day === null ? (look.meaning?.strips[strip]?.reason ?? "") : ""}
    />
  );
}

function presentOn(
  strip: string,
  present: readonly { key: string; person: string; selected?: string[] }[],
  me: string,
): string {
  return present
    .filter((one) => one.key !== me && one.selected?.includes(strip))
    .map((one) => one.person)
    .join(", ");
}

function Boneyard({ look }: { look: Look }) {
  const { boneyard } = look.standing;
  const eighths = boneyard.reduce((sum, one) => sum + (look.scenes.get(one)?.eighths ?? 0), 0);
  return (
    <div role="rowgroup" class="boneyard" data-list="boneyard">
      <div class="boneyard-bar" role="row">
        <span role="gridcell" class="left">
          <b>BONEYARD</b> {count(boneyard.length, "strip")}
          {eighths ? ` · ${pages(eighths)} pgs` : ""}
        </span>
        <span role="gridcell" class="right">
          {boneyard.length ? (
            <button type="button" class="plain" onClick={() => openDialog({ kind: "why" })}>
              Why not?
            </button>
          ) : (
            "everything stands on a day"
          )}
        </span>
      </div>
      {boneyard.map((strip) => (
        <Strip key={strip} strip={strip} look={look} day={null} />
      ))}
    </div>
  );
}

// --- dragging ---------------------------------------------------------------------

function useDragging(scroller: { current: HTMLDivElement | null }, isThere: boolean): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element || store.get().role !== "edit") return undefined;
    let asking: AbortController | null = null;
    let timer = 0;
    const quiet = () => {
      window.clearTimeout(timer);
      asking?.abort();
    };
    const drag = new StripDrag(element, {
      taken: (strip) => (store.get().selected.has(strip) ? chosen() : [strip]),
      pressed: (strip, how) => {
        select(strip, how);
        focusStrip(strip);
      },
      label: (strips) => {
        const scenes = new Map(store.get().shoot?.scenes.map((one) => [one.id, one.eighths]));
        const eighths = strips.reduce((sum, one) => sum + (scenes.get(one) ?? 0), 0);
        return `${count(strips.length, "strip")} · ${pages(eighths)} pgs`;
      },
      over: (strips, drop) => {
        quiet();
        timer = window.setTimeout(() => {
          asking = new AbortController();
          void tellDrop(drag, strips, drop, asking.signal);
        }, ASK_AFTER);
      },
      dropped: (strips, drop) => {
        moveStrips(strips, drop);
        store.set({ focus: strips[0] ?? null });
        if (strips[0]) focusStrip(strips[0]);
      },
      ended: () => {
        quiet();
        markDays([]);
      },
    });
    return () => drag.dispose();
  }, [isThere]);
}

async function tellDrop(
  drag: StripDrag,
  strips: string[],
  drop: Drop,
  signal: AbortSignal,
): Promise<void> {
  const { board, head, shoot } = store.get();
  const wish: Wish =
    drop.key === null
      ? { type: "park", board, strips }
      : {
          type: "move",
          board,
          strips,
          unit: unitOf(drop.key),
          date: dateOf(drop.key),
          after: drop.after,
        };
  try {
    const told = await whatIf(head, wish, signal);
    const parts = [
      `hold days ${signed(told.hold_days)}`,
      `cost ${moneyChange(told.cost, shoot?.currency ?? "USD")}`,
      count(told.new_conflicts, "new conflict"),
    ];
    const text = told.said[0] ? `${parts.join(" · ")}\n${told.said[0]}` : parts.join(" · ");
    drag.tell(text, told.new_conflicts > 0);
    markDays(told.days);
  } catch (error) {
    if (signal.aborted) return;
    drag.tell(error instanceof Error ? (error.message.split("\n")[0] ?? "") : "", true);
  }
}

/** Marks the days in which a drop would break a rule. */
function markDays(keys: readonly string[]): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-list]")) {
    list.classList.toggle("would-break", keys.includes(list.dataset["list"] ?? ""));
  }
}

export function focusStrip(strip: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(`strip-${strip}`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  });
}

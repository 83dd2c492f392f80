// Broken rules in words, each with the way to the strip and to the fact behind it.

import { conflictsOn } from "../board/DayRows.js";
import { centerStrip } from "../board/focusing.js";
import { conflictsOf } from "../board/strips.js";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import type { Shoot, Standing, Violation } from "../doc.js";
import { shownStanding, store } from "../state.js";
import { factName } from "../views/naming.js";
import { spelled } from "../views/values.js";
import { RULES, count, longDate, titled } from "../words.js";
import { Frame } from "./Frame.js";
import { factOf } from "./behind.js";
import { openDialog } from "./dialog.js";

/** The conflicts of the whole board, of a day ``UNIT/DATE``, or of a strip. */
export function ConflictsDialog({ title, violations }: { title: string; violations: Violation[] }) {
  const { shoot } = store.get();
  const about = title.includes("/") && shoot ? dayTitle(title, shoot) : title;
  return (
    <Frame title={title === "Conflicts" ? count(violations.length, "conflict") : `${about}: ${count(violations.length, "conflict")}`} wide>
      <ConflictList violations={violations} />
    </Frame>
  );
}

export function ConflictList({ violations }: { violations: readonly Violation[] }) {
  const { shoot } = store.get();
  return (
    <ul class="violations">
      {violations.map((one) => {
        const fact = shoot && factOf(one, shoot);
        return (
          <li class={one.level}>
            <b>
              {titled(RULES[one.rule] ?? one.rule)}
              <span class="level">{one.level === "blocks" ? "blocks" : "warns only"}</span>
            </b>
            <span>{spelled(one.said)}</span>
            <span class="links">
              <button type="button" class="plain" onClick={() => show(one)}>
                Show on the board
              </button>
              {fact ? (
                <a href={`#/facts/${fact}`} onClick={() => openDialog(null)}>
                  The fact behind it: {factName(fact, shoot)}
                </a>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What is wrong with a day, at the top of what can be done with it. */
export function DayConflicts({ day }: { day: string }) {
  const state = store.get();
  const strips = shownStanding(state)?.days[day]?.strips ?? [];
  const found = conflictsOn(conflictsOf(state.meaning?.violations ?? []), day, strips);
  return found.length ? <ConflictList violations={found} /> : null;
}

/** ``Day 5 of Main unit, Mon 14 Sep 2020``. */
export function dayTitle(day: string, shoot: Shoot): string {
  const number = store.get().meaning?.days[day]?.number;
  const unit = shoot.units.length > 1 ? shoot.units.find((one) => one.id === unitOf(day))?.name : "";
  const named = number ? `Day ${number}${unit ? ` of ${unit}` : ""}, ` : "";
  return `${named}${longDate(dateOf(day))}`;
}

function show(one: Violation): void {
  const standing = shownStanding(store.get());
  const strip = one.where.scene ?? (standing && stripAt(standing, one));
  openDialog(null);
  if (!strip) return;
  store.set({ focus: strip, selected: new Set([strip]) });
  location.hash = `#/board/${store.get().board}`;
  centerStrip(strip);
}

/** A strip of the day that a broken rule names, with the person it is about if any. */
function stripAt(standing: Standing, { where }: Violation): string | undefined {
  const { date, unit, person } = where;
  if (!date) return undefined;
  const keys = dayKeys(standing).filter((day) => dateOf(day) === date && (!unit || unitOf(day) === unit));
  const strips = keys.flatMap((key) => standing.days[key]?.strips ?? []);
  const scenes = new Map(store.get().shoot?.scenes.map((scene) => [scene.id, scene]));
  return (person && strips.find((strip) => scenes.get(strip)?.cast.includes(person))) || strips[0];
}

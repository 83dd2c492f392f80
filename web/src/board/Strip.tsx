// A strip with what the page knows of it: selected, found, locked, in conflict, looked at.

import { dateOf } from "../doc.js";
import { memo } from "../memo.js";
import { shownStrips, tabStop, useStore } from "../state.js";
import type { Present, State } from "../state.js";
import { openDialog } from "../dialogs/dialog.js";
import type { Look } from "./look.js";
import { StripRow } from "./Rows.js";

export interface StripProps {
  strip: string;
  look: Look;
  /** The day ``UNIT/DATE``; null in the boneyard. */
  day: string | null;
  reason: string;
}

export const Strip = memo(function Strip({ strip, look, day, reason }: StripProps) {
  const marks = useStore((state) => marksOf(state, strip));
  const others = useStore((state) => presentOn(strip, state.present, state.me));
  const { fixed } = look;
  const scene = fixed.scenes.get(strip);
  if (!scene) return null;
  const date = day === null ? "" : dateOf(day);
  const { cells, strips } = look.conflicts;
  const of = (person: string) => [
    ...((date && cells.get(`${date}/${person}`)) || []),
    ...(cells.get(`${strip}/${person}`) ?? []),
  ];
  const bad = scene.cast.filter((person) => of(person).length);
  const own = strips.get(strip)?.filter((one) => !one.where.date || one.where.date === date);
  const conflicts = [...new Set([...(own ?? []), ...bad.flatMap(of)])];
  const title = `Scene ${scene.number}`;
  const show = (person: string | null) => {
    const violations = person === null ? conflicts : [...new Set(of(person))];
    openDialog({ kind: "conflicts", title, violations });
  };
  return (
    <StripRow
      scene={scene}
      set={fixed.sets.get(strip) ?? ""}
      location={fixed.locations.get(scene.location) ?? ""}
      picture={fixed.letters.get(scene.picture) ?? ""}
      columns={fixed.columns}
      numbers={fixed.shoot.board_numbers}
      names={fixed.shoot.board_names}
      isList={look.isList}
      marks={marks}
      isLocked={look.lockedStrips.has(strip)}
      conflicts={conflicts.length ? conflicts : undefined}
      badPeople={bad.join(" ")}
      others={others}
      reason={reason}
      onConflict={conflicts.length ? show : undefined}
    />
  );
});

/** The classes of a strip that come and go with what a person does. */
function marksOf(state: State, strip: string): string {
  const some = shownStrips(state);
  const isStop = tabStop(state) === strip;
  return [
    state.selected.has(strip) ? "selected" : "",
    state.cut.includes(strip) ? "cut" : "",
    state.moved.has(strip) ? "moved" : "",
    some !== null && !some.has(strip) ? "dim" : "",
    state.commented.has(strip) ? "commented" : "",
    isStop ? "stop" : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function presentOn(strip: string, present: readonly Present[], me: string): string {
  return present
    .filter((one) => one.key !== me && one.selected?.includes(strip))
    .map((one) => one.person)
    .join("\n");
}

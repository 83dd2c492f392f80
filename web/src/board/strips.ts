// Small things that rows of the board share.

import type { Scene, Shoot, Violation } from "../doc.js";

export function stripColor(scene: Scene): string {
  if (scene.time === "dawn" || scene.time === "dusk") return scene.time;
  const inside = scene.place === "int" ? "int" : "ext";
  return `${inside}-${scene.time === "night" ? "night" : "day"}`;
}

export const PLACES: Record<string, string> = { int: "INT", ext: "EXT", "int/ext": "I/E" };

export function setOf(scene: Scene, locations: ReadonlyMap<string, string>): string {
  if (scene.set) return scene.set;
  const found = /^(?:INT|EXT|EST|I)[./ ]*(?:\/(?:INT|EXT|E)[. ]*)?\s*(.*?)(?:\s+-\s+[^-]*)?$/i.exec(
    scene.heading,
  );
  return found?.[1] || locations.get(scene.location) || scene.heading;
}

/** Violations by strip, by day ``UNIT/DATE``, and by person on a date or in a scene. */
export interface Conflicts {
  strips: Map<string, Violation[]>;
  days: Map<string, Violation[]>;
  cells: Map<string, Violation[]>;
}

export function conflictsOf(violations: readonly Violation[]): Conflicts {
  const found: Conflicts = { strips: new Map(), days: new Map(), cells: new Map() };
  for (const one of violations) {
    const { scene, unit, date, person } = one.where;
    if (scene) add(found.strips, scene, one);
    if (date) add(found.days, `${unit ?? ""}/${date}`, one);
    if (date && person) add(found.cells, `${date}/${person}`, one);
    if (scene && person) add(found.cells, `${scene}/${person}`, one);
  }
  return found;
}

function add(map: Map<string, Violation[]>, key: string, one: Violation): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

export function onDay(conflicts: Conflicts, key: string): Violation[] {
  const date = key.slice(key.indexOf("/") + 1);
  return [...(conflicts.days.get(key) ?? []), ...(conflicts.days.get(`/${date}`) ?? [])];
}

/** Whether a scene is found by a search: number, set, synopsis, people, place, element. */
export function matches(scene: Scene, shoot: Shoot, search: string): boolean {
  const text = searchText(scene, shoot);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const texts = new WeakMap<Scene, string>();

function searchText(scene: Scene, shoot: Shoot): string {
  const known = texts.get(scene);
  if (known !== undefined) return known;
  const people = scene.cast.map((id) => shoot.board_names[id] ?? id);
  const place = shoot.locations.find((one) => one.id === scene.location)?.name ?? "";
  const elements = (scene.elements ?? []).map(
    (id) => shoot.elements?.find((one) => one.id === id)?.name ?? id,
  );
  const picture = shoot.pictures.find((one) => one.id === scene.picture)?.title ?? "";
  const parts = [scene.number, scene.heading, scene.set, scene.synopsis, place, picture];
  const text = [...parts, ...people, ...elements].filter(Boolean).join(" ").toLowerCase();
  texts.set(scene, text);
  return text;
}

// Which strips are looked for: by words, person, location, picture, element, or unshot.

import type { Scene, Shoot, Standing } from "../doc.js";
import { matches } from "./strips.js";

export interface Filter {
  kind: "person" | "location" | "picture" | "element" | "unshot";
  /** The id of what is looked for; empty for unshot scenes. */
  id: string;
}

export interface Choice {
  filter: Filter;
  label: string;
}

export const KINDS: readonly (readonly [Filter["kind"], string])[] = [
  ["person", "Person"],
  ["location", "Location"],
  ["picture", "Picture"],
  ["element", "Element"],
];

/** Everything that strips can be filtered by, of one kind, by name. */
export function choices(shoot: Shoot, kind: Filter["kind"]): Choice[] {
  const make = (id: string, label: string): Choice => ({ filter: { kind, id }, label });
  switch (kind) {
    case "person":
      return shoot.people.map((one) => make(one.id, shoot.board_names[one.id] ?? one.name));
    case "location":
      return shoot.locations.map((one) => make(one.id, one.name));
    case "picture":
      return shoot.pictures.map((one) => make(one.id, one.title));
    case "element":
      return (shoot.elements ?? []).map((one) => make(one.id, one.name));
    case "unshot":
      return [make("", "Not on a day")];
  }
}

export function labelOf(shoot: Shoot, filter: Filter): string {
  const found = choices(shoot, filter.kind).find((one) => one.filter.id === filter.id);
  return found?.label ?? filter.id;
}

export function withFilter(filters: readonly Filter[], one: Filter): Filter[] {
  return [...withoutFilter(filters, one), one];
}

export function withoutFilter(filters: readonly Filter[], one: Filter): Filter[] {
  return filters.filter((other) => other.kind !== one.kind || other.id !== one.id);
}

/** Whether a scene passes: any of the filters of a kind, and that of every kind. */
export function passes(
  scene: Scene,
  shoot: Shoot,
  wanted: { search: string; filters: readonly Filter[] },
  isUnshot: boolean,
): boolean {
  const kinds = new Set(wanted.filters.map((one) => one.kind));
  for (const kind of kinds) {
    const some = wanted.filters.filter((one) => one.kind === kind);
    if (!some.some((one) => has(scene, one, isUnshot))) return false;
  }
  return wanted.search.trim() === "" || matches(scene, shoot, wanted.search.trim());
}

function has(scene: Scene, filter: Filter, isUnshot: boolean): boolean {
  switch (filter.kind) {
    case "person":
      return scene.cast.includes(filter.id);
    case "location":
      return scene.location === filter.id;
    case "picture":
      return scene.picture === filter.id;
    case "element":
      return (scene.elements ?? []).includes(filter.id);
    case "unshot":
      return isUnshot;
  }
}

/** Ids of the strips that pass, or null where nothing is looked for. */
export function found(
  shoot: Shoot | null,
  standing: Standing | null,
  search: string,
  filters: readonly Filter[],
): ReadonlySet<string> | null {
  if (!shoot || !standing || (search.trim() === "" && !filters.length)) return null;
  const parked = new Set(standing.boneyard);
  const wanted = { search, filters };
  const some = shoot.scenes.filter((one) => passes(one, shoot, wanted, parked.has(one.id)));
  return new Set(some.map((one) => one.id));
}

// Facts in words: what a path is about, and what ids in its value are called.

import type { Shoot } from "../doc.js";
import { longDate, pages, titled } from "../words.js";
import { isDate, spelled, told } from "./values.js";

type Lists = Record<string, readonly { id: string }[] | undefined>;

const LISTS: Record<string, string> = {
  picture: "pictures",
  unit: "units",
  base: "bases",
  location: "locations",
  person: "people",
  element: "elements",
};
const PARTS: Record<string, string> = { unavailable: "not available", window: "only between", event: "own calendar" };
const FIELDS: Record<string, string> = {
  eighths: "pages",
  place: "I/E",
  time: "D/N",
  post_days: "days of post-production",
  release_hard: "release has to be met",
  only_if: "only if",
  min_days: "at least so many days between",
};

/** Which kind of thing the values of a field name. */
const NAMES: Record<string, string> = {
  cast: "person",
  units: "unit",
  elements: "element",
  pictures: "picture",
  location: "location",
  base: "base",
  picture: "picture",
};

/** What a thing is called; its id where there is none any more. */
export function nameOf(shoot: Shoot, kind: string, id: string): string {
  if (kind === "scene") return sceneName(shoot, id);
  const found = (shoot as unknown as Lists)[LISTS[kind] ?? ""]?.find((one) => one.id === id) as
    | { name?: string; title?: string }
    | undefined;
  return found?.name ?? found?.title ?? spaced(id);
}

function sceneName(shoot: Shoot, id: string): string {
  const scene = shoot.scenes.find((one) => one.id === id);
  if (!scene) return `scene ${id}`;
  const title = shoot.pictures.length > 1 ? ` of ${nameOf(shoot, "picture", scene.picture)}` : "";
  return `scene ${scene.number}${title}`;
}

function spaced(word: string): string {
  return FIELDS[word] ?? word.replaceAll(/[_-]/g, " ");
}

function capitals(words: string): string {
  return words.split(" ").map(titled).join(" ");
}

/** ``Tom Cruise: not available`` of ``person/cruise/unavailable/1``. */
export function factName(path: string, shoot: Shoot | null): string {
  const [kind = "", ...rest] = path.split("/");
  if (!shoot || !rest.length) return titled(spaced(path));
  const [thing, fields] = aboutOf(shoot, kind, rest);
  const more = fields.filter((one) => one !== "extra").map(spaced).join(", ");
  return titled(more ? `${thing}: ${more}` : thing);
}

function aboutOf(shoot: Shoot, kind: string, rest: string[]): [string, string[]] {
  const [id = "", second = "", ...fields] = rest;
  const after = rest.slice(1);
  switch (kind) {
    case "order":
      return [`${sceneName(shoot, id)} before ${sceneName(shoot, second)}`, fields];
    case "move":
      return [`move from ${nameOf(shoot, "base", id)} to ${nameOf(shoot, "base", second)}`, fields];
    case "casting":
      return [`who plays ${capitals(spaced(second))} in ${nameOf(shoot, "picture", id)}`, fields];
    case "cast":
      return [`cast of ${nameOf(shoot, "picture", id)}`, after];
    case "holiday":
      return [`holiday ${isDate(id) ? longDate(id) : id}`, after];
    case "extra":
      return [spaced(id), after];
    case "rule":
    case "hiatus":
    case "quote":
    case "publicity":
      return [`${kind} ${spaced(id)}`, after];
  }
  const part = PARTS[second] ?? (second === "deal" ? "deal" : undefined);
  const named = nameOf(shoot, kind, id);
  return part ? [named, [part, ...fields.slice(1)]] : [named, after];
}

/** A sentence that begins with the path of a fact, with its name in place of that. */
export function aboutFact(said: string, shoot: Shoot | null): string {
  const [path = "", ...words] = said.split(" ");
  return path.includes("/") ? spelled([factName(path, shoot), ...words].join(" ")) : spelled(said);
}

/** A value in words, with the names of what it names by id. */
export function valueTold(path: string, value: unknown, shoot: Shoot | null): string {
  const words = path.split("/");
  const field = words.at(-1) ?? "";
  const kind = words[0] === "casting" ? "person" : words.length > 2 ? NAMES[field] : undefined;
  if (Array.isArray(value) && !value.length) return "none";
  if (field === "eighths" && typeof value === "number") return pages(value);
  if (!shoot || !kind) return told(value);
  const name = (id: unknown) => (typeof id === "string" ? nameOf(shoot, kind, id) : told(id));
  return Array.isArray(value) ? value.map(name).join(", ") : name(value);
}

// The tables of a shoot: which columns each has, and what a new row is.

import type { Element, Location, Person, Shoot, Unit } from "../doc.js";
import { lettersOf } from "../board/look.js";
import type { Option } from "./Field.js";
import type { Column, Data, Row } from "./Sheet.js";
import { firstOf, idOf, spanText, told } from "./values.js";

export interface Thing {
  path: string;
  root: string;
  owner: string;
  part: string;
  value: unknown;
  status: string;
  disputed: boolean;
  who: string;
}

const name: Column = { key: "name", label: "Name", needed: true, width: "wide" };
const whole = (key: string, label: string, tells = ""): Column => ({
  key,
  label,
  kind: "whole",
  width: "number",
  ...(tells ? { tells } : {}),
});
const day = (key: string, label: string): Column => ({ key, label, kind: "date", width: "date" });

export function rowsOf(root: string, things: readonly { id: string }[], title = "name"): Row[] {
  return things.map((one) => {
    const data = one as unknown as Data;
    return { path: `${root}/${one.id}`, name: String(data[title] ?? one.id), data };
  });
}

export function optionsOf(things: readonly { id: string }[], title = "name"): Option[] {
  return things.map((one) => ({
    value: one.id,
    label: String((one as unknown as Data)[title] ?? one.id),
  }));
}

/** Dates of a thing in a cell: ``1 – 5 Mar``, one line each. */
export function datesIn(things: readonly Thing[], owner: string, root: string, part: string) {
  const found = things
    .filter((one) => one.root === root && one.owner === owner && one.part === part)
    .sort((one, other) => (firstOf(one.value) < firstOf(other.value) ? -1 : 1));
  return (
    <span class="date-links">
      {found.map((one) => (
        <a key={one.path} href={`#/facts/${one.path}`} title={`${told(one.value)} (${one.status})`} class={one.status}>
          {spanText(one.value)}
        </a>
      ))}
    </span>
  );
}

export function castColumns(shoot: Shoot, things: readonly Thing[]): Column[] {
  const scenes = new Map<string, number>();
  for (const scene of shoot.scenes) {
    for (const person of scene.cast) scenes.set(person, (scenes.get(person) ?? 0) + 1);
  }
  return [
    { ...name, label: "Name" },
    whole("number", "No.", "The number on the board"),
    { key: "characters", label: "Characters", kind: "list", width: "wide" },
    { key: "scenes", label: "Scenes", width: "number", draw: (row) => scenes.get(idIn(row)) ?? 0 },
    {
      key: "away",
      label: "Not available",
      width: "wide",
      draw: (row) => datesIn(things, idIn(row), "person", "unavailable"),
    },
    {
      key: "only",
      label: "Only between",
      draw: (row) => datesIn(things, idIn(row), "person", "window"),
    },
    whole("prep_days", "Prep days", "Weekdays of preparation before the first day of work"),
    day("prep_from", "Prep from"),
    whole("max_consecutive_days", "Most days in a row"),
    whole("day_minutes", "Most minutes a day", "For a minor"),
  ];
}

export function idIn(row: Row): string {
  return row.path.split("/")[1] ?? "";
}

export const newPerson = (shoot: Shoot) => (title: string) => ({
  path: `person/${idOf(title, shoot.people.map((one: Person) => one.id), "person")}`,
  value: { name: title, deals: [] },
});

export function locationColumns(shoot: Shoot, things: readonly Thing[]): Column[] {
  const scenes = new Map<string, number>();
  for (const one of shoot.scenes) scenes.set(one.location, (scenes.get(one.location) ?? 0) + 1);
  return [
    name,
    { key: "base", label: "Base", options: optionsOf(shoot.bases), needed: true },
    { key: "scenes", label: "Scenes", width: "number", draw: (row) => scenes.get(idIn(row)) ?? 0 },
    { key: "only", label: "Only between", width: "wide", draw: (row) => datesIn(things, idIn(row), "location", "window") },
    whole("day_fee", "Fee a day"),
    whole("hold_fee", "Fee a held day"),
  ];
}

export const newLocation = (shoot: Shoot) => (title: string) => ({
  path: `location/${idOf(title, shoot.locations.map((one: Location) => one.id), "location")}`,
  value: { name: title, base: shoot.bases[0]?.id },
});

export const BASE_COLUMNS: Column[] = [
  name,
  { key: "lat", label: "Degrees north", kind: "number", width: "number" },
  { key: "lon", label: "Degrees east", kind: "number", width: "number" },
  { key: "timezone", label: "Time zone", width: "wide" },
];

export const newBase = (shoot: Shoot) => (title: string) => ({
  path: `base/${idOf(title, shoot.bases.map((one) => one.id), "base")}`,
  value: { name: title },
});

export const MOVE_COLUMNS = (shoot: Shoot): Column[] => {
  const base = (id: unknown) => shoot.bases.find((one) => one.id === id)?.name ?? String(id);
  return [
    { key: "way", label: "From, to", width: "wide", draw: (row) => row.path.split("/").slice(1).map(base).join(" – ") },
    whole("days", "Days between"),
    whole("cost", "Cost"),
    { key: "both_ways", label: "Both ways", kind: "flag" },
  ];
};

const LISTED_MOST = 12;

function listed(numbers: readonly string[]): string {
  const left = numbers.length - LISTED_MOST;
  return left > 0 ? `${numbers.slice(0, LISTED_MOST).join(", ")} and ${left} more` : numbers.join(", ");
}

/** ``A is Mission 7, B is Mission 8``. */
function letterTold(shoot: Shoot): string {
  const letters = lettersOf(shoot);
  return shoot.pictures.map((one) => `${letters.get(one.id)} is ${one.title}`).join(", ");
}

export function elementColumns(shoot: Shoot, things: readonly Thing[]): Column[] {
  const scenes = new Map<string, string[]>();
  const letters = lettersOf(shoot);
  for (const scene of shoot.scenes) {
    const number = `${letters.get(scene.picture) ?? ""}${scene.number}`;
    for (const one of scene.elements ?? []) scenes.set(one, [...(scenes.get(one) ?? []), number]);
  }
  return [
    name,
    { key: "category", label: "Category", needed: true },
    { key: "scenes", label: "Scenes", width: "wide", ...(shoot.pictures.length > 1 ? { tells: letterTold(shoot) } : {}), draw: (row) => listed(scenes.get(idIn(row)) ?? []) },
    whole("count", "How many", "How many units may use it on one date"),
    whole("day_fee", "Fee a day"),
    { key: "only", label: "Only between", draw: (row) => datesIn(things, idIn(row), "element", "window") },
  ];
}

export const newElement = (shoot: Shoot) => (title: string) => ({
  path: `element/${idOf(title, (shoot.elements ?? []).map((one: Element) => one.id), "element")}`,
  value: { name: title, category: "props" },
});

export const PICTURE_COLUMNS: Column[] = [
  { ...name, key: "title", label: "Title" },
  day("release", "Release"),
  { key: "release_hard", label: "Has to be met", kind: "flag" },
  whole("post_days", "Post days", "Calendar days from wrap to delivery"),
  whole("late_cost_per_day", "Cost a day late"),
  whole("streaming_after_days", "Streaming after days", "Calendar days from the release"),
];

export const newPicture = (shoot: Shoot) => (title: string) => ({
  path: `picture/${idOf(title, shoot.pictures.map((one) => one.id), "picture")}`,
  value: { title },
});

export function unitColumns(shoot: Shoot): Column[] {
  return [
    name,
    day("start", "First date"),
    day("end", "Last date"),
    { key: "workweek", label: "Works on", kind: "list", width: "wide" },
    { key: "base", label: "Begins at", options: optionsOf(shoot.bases) },
    whole("day_minutes", "Minutes a day"),
    whole("minutes_per_eighth", "Minutes an eighth"),
    whole("turnaround_hours", "Rest, hours"),
    whole("move_minutes", "Move, minutes"),
    whole("day_cost", "Cost a day"),
    whole("idle_day_cost", "Cost an idle day"),
    whole("move_cost", "Cost a move"),
    { key: "night_premium", label: "Night premium", kind: "number", width: "number" },
    { key: "sixth_day_premium", label: "Sixth day premium", kind: "number", width: "number" },
  ];
}

export const newUnit = (shoot: Shoot) => (title: string) => {
  const like = shoot.units[0] as (Unit & Data) | undefined;
  const value = {
    name: title,
    start: like?.start ?? "2027-01-04",
    end: like?.end ?? "2027-12-31",
    workweek: like?.["workweek"] ?? ["mon", "tue", "wed", "thu", "fri"],
    day_cost: like?.["day_cost"] ?? 0,
  };
  return { path: `unit/${idOf(title, shoot.units.map((one) => one.id), "unit")}`, value };
};

export const SCENE_COLUMNS = (shoot: Shoot): Column[] => [
  {
    key: "number",
    label: "Scene",
    width: "narrow",
    draw: (row) => (
      <a href={`#/scene/${idIn(row)}`} title="Breakdown sheet">
        {String(row.data["number"])}
      </a>
    ),
  },
  ...(shoot.pictures.length > 1
    ? [{ key: "picture", label: "Picture", options: optionsOf(shoot.pictures, "title"), needed: true } as const]
    : []),
  { key: "set", label: "Set", width: "wide" },
  { key: "place", label: "I/E", options: ["int", "ext", "int/ext"].map((one) => ({ value: one, label: one.toUpperCase() })), needed: true },
  { key: "time", label: "D/N", options: ["day", "night", "dawn", "dusk", "any"].map((one) => ({ value: one, label: one.toUpperCase() })), needed: true },
  { key: "eighths", label: "Pages", kind: "eighths", width: "number", needed: true },
  { key: "location", label: "Location", options: optionsOf(shoot.locations), needed: true },
  { key: "synopsis", label: "Synopsis", width: "wide" },
  { key: "script_day", label: "Script day", width: "narrow" },
];

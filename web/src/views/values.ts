// Values of facts as people read and type them.

import { longDate, monthDate, pages, shortDate } from "../words.js";

export type Kind =
  | "text"
  | "words"
  | "whole"
  | "number"
  | "date"
  | "range"
  | "list"
  | "eighths"
  | "flag"
  | "choice";

/** Something with an id and a name. */
export interface Named {
  value: string;
  label: string;
}

export interface Typed {
  /** What was meant; null for nothing there. */
  value?: unknown;
  /** Why it cannot be, and what to type. */
  error?: string;
}

/** What a field shows of a value while it is edited. */
export function shownText(kind: Kind, value: unknown, names: readonly Named[] = []): string {
  if (value === undefined || value === null) return "";
  switch (kind) {
    case "eighths":
      return pages(Number(value)) || "0";
    case "whole":
      return typeof value === "number" ? value.toLocaleString("en-US") : String(value);
    case "list":
      return Array.isArray(value) ? value.map((one) => labelOf(one, names)).join(", ") : String(value);
    case "range":
      return Array.isArray(value) ? value.join(" to ") : String(value);
    default:
      return String(value);
  }
}

function labelOf(value: unknown, names: readonly Named[]): string {
  return names.find((one) => one.value === value)?.label ?? String(value);
}

/** What somebody typed, or why it cannot be. */
export function typedValue(kind: Kind, text: string, names: readonly Named[] = []): Typed {
  const said = text.trim();
  if (kind === "flag") return { value: said === "true" };
  if (!said) return { value: null };
  switch (kind) {
    case "whole":
      return wholeNumber(said);
    case "number":
      return decimal(said);
    case "eighths":
      return eighthsOf(said);
    case "date":
      return isDate(said) ? { value: said } : { error: "No date: write it as 2027-03-16." };
    case "range":
      return rangeOf(said);
    case "list":
      return listOf(said, names);
    default:
      return { value: said };
  }
}

function wholeNumber(said: string): Typed {
  const plain = said.replace(/[\s,_$€£¥]/g, "");
  if (!/^-?\d{1,15}$/.test(plain)) return { error: "Give a whole number." };
  return { value: Number(plain) };
}

function decimal(said: string): Typed {
  if (!/^-?\d{0,12}(\.\d{1,9})?$/.test(said)) return { error: "Give a number, such as 1.5." };
  return { value: Number(said) };
}

/** ``1 3/8``, ``3/8``, ``2`` pages as whole eighths. */
function eighthsOf(said: string): Typed {
  const found = /^(?:(\d{1,4})\s*)?(?:\s*(\d)\s*\/\s*8)?$/.exec(said);
  if (!found || (found[1] === undefined && found[2] === undefined)) {
    return { error: "Give pages and eighths, such as 1 3/8." };
  }
  return { value: Number(found[1] ?? 0) * 8 + Number(found[2] ?? 0) };
}

/** Words with commas between; ids of things where these can be named, by name or id. */
function listOf(said: string, names: readonly Named[]): Typed {
  const words = said.split(",").map((one) => one.trim()).filter(Boolean);
  if (!names.length) return { value: words };
  const found = words.map((word) => names.find((one) => [one.label, one.value].some((name) => name.toLowerCase() === word.toLowerCase())));
  const at = found.indexOf(undefined);
  if (at >= 0) return { error: `There is no “${words[at]}”: write ${names.map((one) => one.label).join(", ")}.` };
  return { value: found.map((one) => one!.value) };
}

function rangeOf(said: string): Typed {
  const ends = said.split(/\s*(?:\bto\b|,|–)\s*/).filter(Boolean);
  const [first, last = first] = ends;
  if (ends.length > 2 || !first || !isDate(first) || !last || !isDate(last)) {
    return { error: "Give two dates, such as 2027-03-01 to 2027-03-12." };
  }
  if (last < first) return { error: "The last date is before the first." };
  return { value: [first, last] };
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const made = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().slice(0, 10) === text;
}

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function plusDays(iso: string, days: number): string {
  const made = new Date(`${iso}T00:00:00Z`);
  made.setUTCDate(made.getUTCDate() + days);
  return made.toISOString().slice(0, 10);
}

export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 864e5);
}

/** A sentence with its ISO dates as people write them. */
export function spelled(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => longDate(iso)).replaceAll(" -> ", " → ");
}

/** The first date of a range or span, as it was said. */
export function firstOf(value: unknown): string {
  return ends(value)[0] ?? "";
}

function ends(value: unknown): string[] {
  const found = Array.isArray(value) ? value : [(value as Record<string, unknown>)["from"], (value as Record<string, unknown>)["to"]];
  return found.map((one) => String(one ?? ""));
}

/** Dates in a cell: ``1 Mar 27 – 5 Mar 27``, ``Jun 2021 – Aug 2021`` where no day was said. */
export function spanText(value: unknown): string {
  const [first, last] = ends(value);
  if (!first || !last) return "";
  return first === last ? briefDate(first) : `${briefDate(first)} – ${briefDate(last)}`;
}

function briefDate(iso: string): string {
  if (iso.length === 7) return monthDate(iso);
  return iso.length === 10 ? `${shortDate(iso)} ${iso.slice(2, 4)}` : iso;
}

/** Any value in a line: dates long, lists with commas, objects as ``key: value``. */
export function told(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-US");
  if (typeof value === "string") return isDate(value) ? longDate(value) : isMonth(value) ? monthDate(value) : value;
  if (Array.isArray(value)) {
    const isRange = value.length === 2 && value.every((one) => typeof one === "string" && isDate(one));
    return isRange ? `${told(value[0])} to ${told(value[1])}` : value.map(told).join(", ");
  }
  return Object.entries(value as object)
    .map(([key, found]) => `${key.replaceAll("_", " ")}: ${told(found)}`)
    .join("; ");
}

/** An id of a name: letters, digits and dashes, none of those that are taken. */
export function idOf(name: string, taken: readonly string[], otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[̀-ͯ]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const stem = plain || otherwise;
  const used = new Set(taken);
  if (!used.has(stem)) return stem;
  let number = 2;
  while (used.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

// What happened, as the form collects it and as the server takes it.

import { dateOf, dayKeys, unitOf } from "../doc.js";
import type { Shoot, Standing } from "../doc.js";
import type { What } from "./HappenedDialog.js";

export interface Draft {
  about: string;
  from: string;
  to: string;
  reason: string;
  today: string;
  outlet: string;
  speaker: string;
  saidOn: string;
  status: "confirmed" | "expected" | "rumored";
  /** Whether the whole shoot lies in the past, so that planning begins with what happened. */
  isPast: boolean;
  /** By scene, the eighths left of a strip that was not finished. */
  left: Record<string, number>;
}

export const NEEDS_UNIT: readonly What[] = ["shutdown", "rain", "unfinished"];

/** The dates of a board, each once. */
export function boardDates(standing: Standing): string[] {
  return [...new Set(dayKeys(standing).map(dateOf))].sort();
}

/** The first date that may move: today where that lies in the shoot, else its first. */
export function firstOpen(dates: string[], today: string): string {
  const [first, last] = [dates[0] ?? today, dates.at(-1) ?? today];
  return today > first && today <= last ? today : first;
}

export function nextDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** What a form begins with; ``day`` is the one in focus on the board. */
export function begun(what: What, shoot: Shoot, standing: Standing, today: string, day: string | null = null): Draft {
  const dates = boardDates(standing);
  const isPast = today > (dates.at(-1) ?? today);
  const first = firstOpen(dates, today);
  const seen = day === null ? "" : dateOf(day);
  const from = what === "release" ? (shoot.pictures[0]?.release ?? first) : seen >= first ? seen : first;
  const open = isPast && what !== "release" ? from : first;
  const unit = (day !== null && unitOf(day)) || (shoot.units[0]?.id ?? "");
  return {
    about: { person: "", location: "", shutdown: "", rain: unit, unfinished: unit, release: shoot.pictures[0]?.id ?? "" }[what],
    from,
    to: from,
    reason: "",
    today: what === "unfinished" ? nextDate(from) : open,
    outlet: "",
    speaker: "",
    saidOn: today,
    status: "confirmed",
    isPast,
    left: {},
  };
}

/** What else a new first date changes: the last one, and in a past shoot where planning begins. */
export function fromDate(draft: Draft, from: string, isSingle: boolean): Partial<Draft> {
  const to = isSingle || draft.to < from ? from : draft.to;
  return { from, to, ...(draft.isPast && from && !isSingle ? { today: from } : {}) };
}

/** Why a draft cannot be sent yet; empty where it can. */
export function missing(what: What, draft: Draft): string {
  if ((what === "person" || what === "location") && !draft.about) return "Choose who or what it is about.";
  if (!draft.from || !draft.today) return "Choose the dates.";
  if (draft.to < draft.from) return "It ends before it begins.";
  if ((draft.outlet.trim() || draft.speaker.trim()) && !draft.saidOn) return "Say on which day it was said.";
  if (what === "unfinished" && !Object.keys(draft.left).length) return "Say of which strips something is left.";
  return "";
}

/** The wish for a replan. */
export function wishOf(what: What, draft: Draft): Record<string, unknown> {
  const isOneDate = what === "rain" || what === "release" || what === "unfinished";
  const source = { outlet: draft.outlet.trim(), speaker: draft.speaker.trim() };
  return {
    today: draft.today,
    happening: {
      what,
      about: draft.about,
      from: draft.from,
      ...(isOneDate ? {} : { to: draft.to }),
      ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}),
      ...(what === "unfinished" ? { left: draft.left } : {}),
      ...(source.outlet || source.speaker ? { source } : {}),
      ...(draft.saidOn && (source.outlet || source.speaker) ? { said_on: draft.saidOn } : {}),
      status: draft.status,
    },
  };
}

/** The strips of a unit's day. */
export function stripsOn(standing: Standing, unit: string, date: string): string[] {
  return standing.days[`${unit}/${date}`]?.strips ?? [];
}

export function unitDates(standing: Standing, unit: string): string[] {
  return dayKeys(standing)
    .filter((key) => unitOf(key) === unit)
    .map(dateOf);
}

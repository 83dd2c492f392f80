// Questions to the server, each with an answer or an error that says what to do.

import type { Meaning, Shoot, Standing } from "./doc.js";

export interface EntryTold {
  seq: number;
  path: string;
  action: string;
  entered_by: string;
  entered_at: string;
  note: string;
}

export interface EditsMessage {
  op: string;
  by: string;
  base: number;
  head: number;
  boards: Record<string, Record<string, unknown>>;
  whole: string[];
  facts: boolean;
}

export interface WhatIf {
  cost: number;
  lines: Record<string, number>;
  hold_days: number;
  new_conflicts: number;
  mended_conflicts: number;
  said: string[];
  days: string[];
}

export type Wish = { type: string } & Record<string, unknown>;

/** What the server said no to. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly errors: string[],
    readonly entries: EntryTold[] = [],
  ) {
    super(errors.join("\n"));
  }
}

/** The server was not reached: it may still have taken what was sent. */
export class Unreached extends Error {}

export async function ask<T>(
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  method = "POST",
): Promise<T> {
  const how: RequestInit = { credentials: "same-origin" };
  if (signal) how.signal = signal;
  if (body !== undefined) {
    how.method = method;
    how.headers = { "content-type": "application/json" };
    how.body = JSON.stringify(body);
  }
  return answered<T>(path, how);
}

/** Sends a file as it is; the server looks at it. */
export async function sendFile<T>(path: string, file: Blob): Promise<T> {
  const headers = { "content-type": "application/octet-stream" };
  return answered<T>(path, { credentials: "same-origin", method: "POST", headers, body: file });
}

async function answered<T>(path: string, how: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, how);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreached("The server cannot be reached.");
  }
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok || data.ok === false) {
    const said = data.errors ?? ["The server did not answer as expected."];
    throw new Refused(answer.status, said, data.entries ?? []);
  }
  return data as T;
}

export const shootOf = () =>
  ask<{
    head: number;
    shoot: Shoot | null;
    boards: string[];
    person: string;
    role: string;
    may: string[];
    why_not: string;
    file: string;
  }>("/api/shoot");

export const boardOf = (name: string) =>
  ask<{ head: number; standing: Standing; standing_head: number; meaning: Meaning }>(
    `/api/boards/${encodeURIComponent(name)}`,
  );

export const sendWish = (id: string, base: number, wish: Wish) =>
  ask<{ head: number; repeat: boolean; edits: EditsMessage }>("/api/ops", { ...wish, id, base });

export const whatIf = (base: number, wish: Wish, signal: AbortSignal) =>
  ask<WhatIf>("/api/whatif", { ...wish, id: newId(), base }, signal);

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

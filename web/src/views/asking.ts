// What views ask the server for, asked anew when something was entered.

import { useEffect, useState } from "preact/hooks";
import { ask, newId } from "../api.js";
import { asked, reload } from "../acting.js";
import { shownStanding, store, useStore } from "../state.js";
import { dayOf } from "../doc.js";

export interface Answer<T> {
  data: T | null;
  error: string;
}

const AGAIN_AFTER = 250;

/** Asks for JSON, and again whenever the document has new entries. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const head = useStore((state) => state.head);
  const [answer, setAnswer] = useState<Answer<T> & { path: string | null }>({
    data: null,
    error: "",
    path: null,
  });
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    const wait = answer.path === path ? AGAIN_AFTER : 0;
    const timer = setTimeout(() => {
      ask<T>(path, undefined, stop.signal)
        .then((data) => setAnswer({ data, error: "", path }))
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          const said = error instanceof Error ? error.message : String(error);
          setAnswer({ data: null, error: said, path });
        });
    }, wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path, head]);
  return answer.path === path ? answer : { data: null, error: "" };
}

/** Sets a fact, or removes it where there is nothing; gives why not, or null. */
export async function setFact(
  path: string,
  value: unknown,
  more: Record<string, unknown> = {},
): Promise<string | null> {
  const isGone = value === null || value === undefined;
  const why = await asked(isGone ? { type: "remove", path, ...more } : { type: "set", path, value, ...more });
  return why === null ? null : brief(why);
}

/** Sends a wish to the office; gives why not, or nothing. */
export async function sent(path: string, body: Record<string, unknown>): Promise<string> {
  try {
    await ask(path, { ...body, id: newId() });
    await reload();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const FAULTS_SHOWN = 3;

/** The first faults of many, and how many more there are. */
export function brief(text: string): string {
  const lines = text.split("\n");
  const left = lines.length - FAULTS_SHOWN;
  return left > 1 ? [...lines.slice(0, FAULTS_SHOWN), `and ${left} more`].join("\n") : text;
}

/** Opens the board with a strip in the middle. */
export function showOnBoard(strip: string): void {
  const { board } = store.get();
  store.set({ focus: strip, selected: new Set([strip]) });
  location.hash = `#/board/${encodeURIComponent(board)}`;
  let frames = 0;
  const find = () => {
    const row = document.getElementById(`strip-${strip}`);
    if (row) {
      row.scrollIntoView({ block: "center" });
      row.focus({ preventScroll: true });
    } else if ((frames += 1) < 90) {
      requestAnimationFrame(find);
    }
  };
  requestAnimationFrame(find);
}

/** Opens the board at a date: at its first strip, one of those asked for if any. */
export function showDate(date: string, wanted: (scene: string) => boolean = () => true): void {
  const standing = shownStanding(store.get());
  if (!standing) return;
  const on = Object.keys(standing.days).filter((key) => key.endsWith(`/${date}`));
  const strips = on.flatMap((key) => standing.days[key]?.strips ?? []);
  const strip = strips.find(wanted) ?? strips[0];
  if (strip) showOnBoard(strip);
}

export function dayOfStrip(strip: string): string | null {
  const standing = shownStanding(store.get());
  return standing && dayOf(standing, strip);
}

export function canEdit(): boolean {
  return useStore((state) => state.role === "edit");
}

// Comments: what people say of scenes and days, kept up with what the wire tells.

import { ask, newId } from "../api.js";
import { store } from "../state.js";
import { onMessage } from "../wire.js";

export interface Comment {
  key: string;
  /** ``scene/ID`` or ``day/UNIT/DATE``. */
  about: string;
  text: string;
  settled: boolean;
  by: string;
  at: string;
  settled_by: string;
  settled_at: string;
  may_remove: boolean;
}

const SCENE = "scene/";
type Told = { comments: Comment[] };

/** Whether who sits here may see comments, and say some. */
export function mayComment(role: string): boolean {
  return role === "comment" || role === "edit";
}

function take({ comments }: Told): void {
  const open = comments.filter((one) => !one.settled && one.about.startsWith(SCENE));
  store.set({ comments, commented: new Set(open.map((one) => one.about.slice(SCENE.length))) });
}

export async function loadComments(): Promise<void> {
  if (mayComment(store.get().role)) take(await ask<Told>("/api/comments"));
}

/** Sends a wish about comments; gives why it was not taken, or nothing. */
async function send(path: string, body: Record<string, unknown>): Promise<string> {
  try {
    take(await ask<Told>(`/api/comments${path}`, { ...body, id: newId() }));
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const say = (about: string, text: string) => send("", { about, text });
export const settle = (key: string, settled: boolean) =>
  send(`/${encodeURIComponent(key)}/settle`, { settled });
export const remove = (key: string) => send(`/${encodeURIComponent(key)}/remove`, {});

/** Loads comments, and loads them again whenever any changed. */
export function followComments(): void {
  const load = () => void loadComments().catch(() => undefined);
  onMessage((message) => {
    if (message.type === "hello" || (message.type === "edits" && message["comments"] === true)) load();
  });
  load();
}

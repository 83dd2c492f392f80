// A proposal shown on the board itself: nothing can be edited until it is decided.

import { useEffect, useState } from "preact/hooks";
import { reload } from "../acting.js";
import { ask } from "../api.js";
import { centerStrip } from "../board/focusing.js";
import { stripOrder } from "../doc.js";
import { openDialog } from "../dialogs/dialog.js";
import { store } from "../state.js";
import { onMessage } from "../wire.js";
import type { Previewed } from "./types.js";

export interface Preview {
  job: string;
  way: number;
  role: string;
}

let shown: Preview | null = null;
const listeners = new Set<() => void>();

export function usePreview(): Preview | null {
  const [value, setValue] = useState(shown);
  useEffect(() => {
    const hear = () => setValue(shown);
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
  return value;
}

function tell(value: Preview | null): void {
  shown = value;
  for (const hear of [...listeners]) hear();
}

export async function preview(job: string, way: number, moved: readonly string[]): Promise<void> {
  const role = shown?.role ?? store.get().role;
  await show(job, way);
  location.hash = `#/board/${store.get().board}`;
  openDialog(null);
  tell({ job, way, role });
  store.set({ role: "read", selected: new Set(), moved: new Set(moved), said: `Way ${way + 1} is shown on the board.` });
}

async function show(job: string, way: number): Promise<void> {
  const told = await ask<Previewed>(`/api/jobs/${job}/ways/${way}`);
  store.set({ standing: told.standing, meaning: told.meaning, before: null });
}

/** Puts the focus on the next strip that stands elsewhere. */
export function nextMoved(): void {
  const { standing, focus, moved } = store.get();
  if (!standing) return;
  const order = stripOrder(standing);
  const at = focus === null ? -1 : order.indexOf(focus);
  const next = [...order.slice(at + 1), ...order.slice(0, at + 1)].find((one) => moved.has(one));
  if (next === undefined) return;
  store.set({ focus: next });
  centerStrip(next);
}

/** Shows the board again as it is. */
export async function endPreview(): Promise<void> {
  if (!shown) return;
  store.set({ role: shown.role, moved: new Set() });
  tell(null);
  await reload();
}

onMessage((message) => {
  if (!shown || (message.type !== "edits" && message.type !== "meaning")) return;
  const { job, way } = shown;
  setTimeout(() => shown && void show(job, way).catch(() => undefined), 300);
});

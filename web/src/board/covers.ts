// Cover sets: where interiors stand ready for the days that the weather can take.

import { ask } from "../api.js";
import { store } from "../state.js";

interface Told {
  board: string;
  days: Record<string, string[]>;
}

/** Looking for them takes the server longer than an edit: it is asked in pauses. */
const PAUSE_MS = 2500;

/** Keeps the cover sets of the board that is shown up with its edits. */
export function followCovers(): void {
  let asked = "";
  let waits: ReturnType<typeof setTimeout> | undefined;
  const look = async (key: string, board: string) => {
    try {
      const told = await ask<Told>(`/api/boards/${encodeURIComponent(board)}/cover-sets`);
      if (asked === key) store.set({ covers: new Map(Object.entries(told.days)) });
    } catch {
      asked = ""; // asked again with the next change
    }
  };
  store.listen(() => {
    const { board, meaningHead, meaning } = store.get();
    const key = meaning ? `${board}/${meaningHead}` : "";
    if (key === asked) return;
    const isOther = !asked.startsWith(`${board}/`);
    asked = key;
    clearTimeout(waits);
    if (isOther) store.set({ covers: new Map() });
    if (key) waits = setTimeout(() => void look(key, board), isOther ? 200 : PAUSE_MS);
  });
}

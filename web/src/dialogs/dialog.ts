// Which dialog is open, and what it is about.

import type { EntryTold, Wish } from "../api.js";
import type { Banner, Violation } from "../doc.js";
import { useEffect, useState } from "preact/hooks";

export type Dialog =
  | { kind: "help" }
  | { kind: "why"; strips?: string[] }
  | { kind: "move"; strips: string[] }
  | { kind: "day"; day: string }
  | { kind: "split"; scene: string }
  | { kind: "banner"; key: string | null; banner: Banner | null }
  | { kind: "clash"; wishes: Wish[]; entries: EntryTold[] }
  | { kind: "conflicts"; title: string; violations: Violation[] }
  | { kind: "plan" }
  | { kind: "happened" }
  | { kind: "freeze" };

let open: Dialog | null = null;
const listeners = new Set<() => void>();

export function openDialog(dialog: Dialog | null): void {
  open = dialog;
  for (const hear of listeners) hear();
}

export function useDialog(): Dialog | null {
  const [dialog, setDialog] = useState(open);
  useEffect(() => {
    const hear = () => setDialog(open);
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
  return dialog;
}

// What a drag does to the board: asks what a drop would come to, then sends it.

import { useEffect } from "preact/hooks";
import { whatIf } from "../api.js";
import type { Wish } from "../api.js";
import { chosen, moveStrips, select } from "../acting.js";
import { dateOf, unitOf } from "../doc.js";
import type { Drop } from "../doc.js";
import { StripDrag } from "../drag.js";
import { store } from "../state.js";
import { count, moneyChange, pagesTold, signed } from "../words.js";
import { spelled } from "../views/values.js";
import { focusStrip } from "./focusing.js";

const ASK_AFTER = 80;

export function useDragging(scroller: { current: HTMLDivElement | null }, isThere: boolean): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element || store.get().role !== "edit") return undefined;
    let asking: AbortController | null = null;
    let timer = 0;
    const quiet = () => {
      window.clearTimeout(timer);
      asking?.abort();
    };
    const drag = new StripDrag(element, {
      taken: (strip) => (store.get().selected.has(strip) ? chosen() : [strip]),
      pressed: (strip, how) => {
        select(strip, how);
        focusStrip(strip);
      },
      allows: (unit, strips) => {
        const taken = new Set(strips);
        const scenes = store.get().shoot?.scenes.filter((one) => taken.has(one.id)) ?? [];
        return scenes.every((one) => !one.units?.length || one.units.includes(unit));
      },
      label: (strips) => {
        const scenes = new Map(store.get().shoot?.scenes.map((one) => [one.id, one.eighths]));
        const eighths = strips.reduce((sum, one) => sum + (scenes.get(one) ?? 0), 0);
        return `${count(strips.length, "strip")} · ${pagesTold(eighths)}`;
      },
      over: (strips, drop) => {
        quiet();
        timer = window.setTimeout(() => {
          asking = new AbortController();
          void tellDrop(drag, strips, drop, asking.signal);
        }, ASK_AFTER);
      },
      dropped: (strips, drop) => {
        moveStrips(strips, drop);
        store.set({ focus: strips[0] ?? null });
        if (strips[0]) focusStrip(strips[0]);
      },
      ended: () => {
        quiet();
        markDays([]);
      },
    });
    return () => drag.dispose();
  }, [isThere]);
}

async function tellDrop(
  drag: StripDrag,
  strips: string[],
  drop: Drop,
  signal: AbortSignal,
): Promise<void> {
  const { board, head, shoot } = store.get();
  const wish: Wish =
    drop.key === null
      ? { type: "park", board, strips }
      : {
          type: "move",
          board,
          strips,
          unit: unitOf(drop.key),
          date: dateOf(drop.key),
          after: drop.after,
        };
  try {
    const told = await whatIf(head, wish, signal);
    const parts = [
      `hold days ${signed(told.hold_days)}`,
      `cost ${moneyChange(told.cost, shoot?.currency ?? "USD")}`,
      count(told.new_conflicts, "new conflict"),
    ];
    const text = told.said[0] ? `${parts.join(" · ")}\n${spelled(told.said[0])}` : parts.join(" · ");
    drag.tell(text, told.new_conflicts > 0);
    markDays(told.days);
  } catch (error) {
    if (signal.aborted) return;
    drag.tell(error instanceof Error ? (error.message.split("\n")[0] ?? "") : "", true);
  }
}

/** Marks the days in which a drop would break a rule. */
function markDays(keys: readonly string[]): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-list]")) {
    list.classList.toggle("would-break", keys.includes(list.dataset["list"] ?? ""));
  }
}


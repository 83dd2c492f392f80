// The stripboard: days with their strips, the boneyard, dragging and the keyboard.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { shownStanding, store, useStore } from "../state.js";
import { tellSeen } from "../wire.js";
import { Boneyard } from "./Boneyard.js";
import { castFits } from "./columns.js";
import { Days } from "./Days.js";
import { useDragging } from "./dropping.js";
import { Head } from "./Head.js";
import { handleKey } from "./keys.js";
import { fixedOf } from "./look.js";
import type { Look } from "./look.js";
import { conflictsOf } from "./strips.js";

const NONE: never[] = [];

export function BoardView() {
  const shoot = useStore((state) => state.shoot);
  const standing = useStore(shownStanding);
  const meaning = useStore((state) => state.meaning);
  const only = useStore((state) => state.only);
  const side = useStore((state) => state.side && (state.shoot?.units.length ?? 0) > 1);
  const castList = useStore((state) => state.castList);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth();
  useDragging(scroller, shoot !== null && standing !== null);
  useEffect(() => {
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);
  useEffect(() => {
    tellSeen();
    return store.listen(tellSeen);
  }, []);

  useEffect(keepFocus, [standing]);

  const fixed = useMemo(() => shoot && fixedOf(shoot), [shoot]);
  const violations = meaning?.violations ?? NONE;
  const conflicts = useMemo(() => conflictsOf(violations), [violations]);
  const locked = standing?.locked_strips ?? NONE;
  const lockedStrips = useMemo(() => new Set(locked), [locked]);
  const isList = side || castList || (fixed !== null && !castFits(fixed.columns.length, width));
  const look = useMemo<Look | null>(
    () => fixed && { fixed, isList, conflicts, lockedStrips },
    [fixed, isList, conflicts, lockedStrips],
  );
  if (!look || !standing) return <p class="wait">Opening the board …</p>;
  const pictured = look.fixed.shoot.pictures.length > 1 && "pictured";
  const classes = ["scroller", pictured, isList && "listed", side && "side", only && "only"];
  return (
    <div
      class={classes.filter(Boolean).join(" ")}
      ref={scroller}
      style={{ "--cast": String(look.fixed.columns.length), "--places": `${look.fixed.placeWidth}px` }}
      onFocusIn={focused}
      data-pane
    >
      <div role="grid" aria-label="Stripboard" aria-multiselectable="true" data-board>
        <Head fixed={look.fixed} isList={isList} />
        <Days look={look} standing={standing} meaning={meaning} side={side} />
        <Boneyard look={look} standing={standing} reasons={meaning?.strips} />
      </div>
    </div>
  );
}

/** Remembers the strip that got the focus, such as by Tab. */
function focused(event: FocusEvent): void {
  const strip = (event.target as HTMLElement).dataset["strip"];
  if (strip !== undefined && store.get().focus !== strip) store.set({ focus: strip });
}

/** Gives the focus back to a strip that lost it by going somewhere else. */
function keepFocus(): void {
  const { focus } = store.get();
  if (focus !== null && document.activeElement === document.body) {
    document.getElementById(`strip-${focus}`)?.focus({ preventScroll: true });
  }
}

function useWidth(): number {
  const [width, setWidth] = useState(() => window.innerWidth);
  useEffect(() => {
    const measure = () => setWidth(window.innerWidth);
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return width;
}

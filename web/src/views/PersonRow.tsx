// A person's line on the calendar: work, hold, drops, and dates drawn by hand.

import { useRef, useState } from "preact/hooks";
import { longDate } from "../words.js";
import { Bar, Bars, Marks, Outside, rangeOf } from "./bars.js";
import { canEdit } from "./asking.js";
import type { Thing } from "./tables.js";
import { dateAt } from "./timeline.js";
import type { Axis, Span } from "./timeline.js";
import { plusDays, told } from "./values.js";

export interface PersonLane {
  id: string;
  number: number;
  name: string;
  work: Span[];
  hold: Span[];
  drop: Span[];
  conflicts: Record<string, string[]>;
}

export interface Asking {
  person: PersonLane;
  first: string;
  last: string;
}

export function PersonRow({ person, parts, axis, ask }: { person: PersonLane; parts: Thing[]; axis: Axis; ask: (asking: Asking) => void }) {
  const isEditor = canEdit();
  const [picked, setPicked] = useState<{ from: string; to: string } | null>(null);
  const [said, setSaid] = useState("");
  const drag = useRef(false);
  const begins = person.work[0]?.[0] ?? plusDays(axis.first, 7);
  const ordered = (from: string, to: string): Span => (from <= to ? [from, to] : [to, from]);
  const open = (from: string, to: string) => {
    const [first, last] = ordered(from, to);
    setPicked(null);
    ask({ person, first, last });
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[event.key];
    if (event.key === "Escape" && picked) setPicked(null);
    else if (event.key === "Enter" && picked) open(picked.from, picked.to);
    else if (step === undefined) return;
    else {
      const to = plusDays(picked?.to ?? plusDays(begins, -step), step);
      const from = event.shiftKey && picked ? picked.from : to;
      setPicked({ from, to });
      const [first, last] = ordered(from, to);
      setSaid(first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`);
    }
    event.preventDefault();
  };
  const at = (event: PointerEvent) => dateAt(axis, event.clientX - (event.currentTarget as HTMLElement).getBoundingClientRect().left);
  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || event.pointerType === "touch" || (event.target as HTMLElement).closest("button, a")) return;
      drag.current = true;
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      setPicked({ from: at(event), to: at(event) });
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag.current && picked) setPicked({ from: picked.from, to: at(event) });
    },
    onPointerUp: (event: PointerEvent) => {
      if (!drag.current || !picked) return;
      drag.current = false;
      open(picked.from, at(event));
    },
    onPointerCancel: () => {
      drag.current = false;
      setPicked(null);
    },
  };
  const label = (
    <>
      <b>{person.number}</b> {person.name}
    </>
  );
  const name = isEditor ? (
    <button type="button" class="plain" title={`${person.name}: enter dates. With the keyboard: arrows pick a day, Shift extends, Enter`} onKeyDown={keys} onClick={(event) => event.detail && open(begins, begins)}>
      {label}
    </button>
  ) : (
    label
  );
  return (
    <div class="lane person">
      <span class="lane-name">
        {name}
        <span class="hidden" aria-live="polite">
          {said}
        </span>
      </span>
      <span class={isEditor ? "track draws" : "track"} style={{ minWidth: `${axis.days * axis.scale}px` }} {...(isEditor ? pointer : {})}>
        <Outside parts={parts.filter((one) => one.part === "window")} axis={axis} />
        {parts.map((one) => {
          const span = rangeOf(one);
          if (!span || !["unavailable", "event"].includes(one.part)) return null;
          const value = one.value as Record<string, unknown>;
          const isAway = one.part === "unavailable";
          const words = isAway ? `not available${value["reason"] ? `, ${told(value["reason"])}` : ""}` : `${told(value["kind"])} ${told(value["note"] ?? "")}`;
          const sure = one.status === "confirmed" ? "" : ` (${one.status})`;
          return <Bar key={one.path} axis={axis} span={span} style={`${isAway ? "away" : "event"} ${one.status}`} said={`${person.name}: ${words}${sure}`} label={isAway ? told(value["reason"] ?? "away") : told(value["kind"])} />;
        })}
        <Bars axis={axis} spans={person.drop} style="drop" said={`${person.name} is dropped`} />
        <Bars axis={axis} spans={person.hold} style="hold" said={`${person.name} is held`} />
        <Bars axis={axis} spans={person.work} style="work" said={`${person.name} works`} go />
        <Marks axis={axis} conflicts={person.conflicts} />
        {picked ? <Bar axis={axis} span={ordered(picked.from, picked.to)} style="picked" said="Picked" /> : null}
      </span>
    </div>
  );
}

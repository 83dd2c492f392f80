// What stands on a line of the calendar: bars, marks, shades.

import type { ComponentChildren } from "preact";
import { longDate } from "../words.js";
import { showDate } from "./asking.js";
import type { Thing } from "./tables.js";
import { left, place } from "./timeline.js";
import type { Axis, Span } from "./timeline.js";
import { plusDays } from "./values.js";

export function Lane({ name, axis, children }: { name: ComponentChildren; axis: Axis; children: ComponentChildren }) {
  return (
    <div class="lane">
      <span class="lane-name" title={typeof name === "string" ? name : undefined}>
        {name}
      </span>
      <span class="track" style={{ minWidth: `${axis.days * axis.scale}px` }}>
        {children}
      </span>
    </div>
  );
}

interface BarProps {
  axis: Axis;
  span: Span;
  style: string;
  said: string;
  label?: string;
  go?: boolean;
}

const LABEL_LEAST = 60;

export function Bar({ axis, span, style, said, label, go }: BarProps) {
  const where = place(axis, span);
  if (!where) return null;
  const dates = span[0] === span[1] ? longDate(span[0]) : `${longDate(span[0])} to ${longDate(span[1])}`;
  const shared = { class: `bar ${style}`, title: `${said}: ${dates}`, style: { left: `${where.left}px`, width: `${where.width}px` } };
  const text = label && where.width > LABEL_LEAST ? label : "";
  if (!go) return <span {...shared}>{text}</span>;
  return (
    <button type="button" tabIndex={-1} {...shared} onClick={() => showDate(span[0])}>
      {text || <span class="hidden">{said}</span>}
    </button>
  );
}

export function Bars({ axis, spans, style, said, go }: { axis: Axis; spans: Span[]; style: string; said: string; go?: boolean }) {
  return (
    <>
      {spans.map((span) => (
        <Bar key={span[0]} axis={axis} span={span} style={style} said={said} {...(go ? { go } : {})} />
      ))}
    </>
  );
}

export function Marks({ axis, conflicts }: { axis: Axis; conflicts: Record<string, string[]> }) {
  return (
    <>
      {Object.entries(conflicts).map(([date, said]) => (
        <span key={date} class="conflict-mark" style={{ left: `${left(axis, date)}px`, width: `${Math.max(6, axis.scale)}px` }} title={`${longDate(date)}\n${said.join("\n")}`}>
          ▲
        </span>
      ))}
    </>
  );
}

/** Shades what lies outside the only dates of a person or a place. */
export function Outside({ parts, axis }: { parts: Thing[]; axis: Axis }) {
  const spans = parts.map(rangeOf).filter((one) => one !== null).sort();
  if (!spans.length) return null;
  const made: Span[] = [];
  let from = axis.first;
  for (const [first, last] of spans) {
    if (first > from) made.push([from, plusDays(first, -1)]);
    if (last >= from) from = plusDays(last, 1);
  }
  made.push([from, plusDays(axis.first, axis.days)]);
  return <Bars axis={axis} spans={made.filter(([first, last]) => first <= last)} style="outside" said="Outside the dates that are agreed" />;
}

export function rangeOf(thing: Thing): Span | null {
  const value = thing.value as Record<string, unknown> | unknown[] | null;
  const ends = Array.isArray(value) ? value : value && [value["from"], value["to"]];
  if (!ends) return null;
  const [first, last] = ends.map((one) => (typeof one === "string" ? one : ""));
  return first && last ? [wholeDate(first, false), wholeDate(last, true)] : null;
}

/** A month or a year as its first or last day. */
function wholeDate(text: string, isEnd: boolean): string {
  if (text.length === 10) return text;
  const month = text.length === 7 ? text : `${text}-${isEnd ? "12" : "01"}`;
  if (!isEnd) return `${month}-01`;
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

// The calendar: units, pictures, people and locations over time, and when they cannot.

import { useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { DatesDialog } from "./DatesDialog.js";
import { canEdit, showDate, useAnswer } from "./asking.js";
import type { Thing } from "./tables.js";
import { axisOver, dateAt, left, months, place, weeks } from "./timeline.js";
import type { Axis, Span } from "./timeline.js";
import { plusDays, told } from "./values.js";

interface PersonLane {
  id: string;
  number: number;
  name: string;
  work: Span[];
  hold: Span[];
  drop: Span[];
  conflicts: Record<string, string[]>;
}

interface Calendar {
  units: { id: string; name: string; first: string; last: string; places: { name: string; spans: Span[] }[] }[];
  pictures: {
    id: string;
    title: string;
    shot: Span[];
    wrap: string | null;
    delivery: string | null;
    release: string | null;
    streaming: string | null;
    days_late: number;
  }[];
  people: PersonLane[];
  locations: { id: string; name: string; work: Span[]; conflicts: Record<string, string[]> }[];
  parts: Thing[];
  hiatuses: Thing[];
  holidays: Thing[];
}

const ZOOMS = [
  { label: "Whole", scale: 0 },
  { label: "Months", scale: 3 },
  { label: "Weeks", scale: 8 },
  { label: "Days", scale: 20 },
];

/** Pixels that the names and the margins take. */
const NAMES = 300;

interface Asking {
  person: PersonLane;
  first: string;
  last: string;
}

export default function CalendarPage() {
  const board = useStore((state) => state.board);
  const { data, error } = useAnswer<Calendar>(board ? `/api/boards/${encodeURIComponent(board)}/calendar` : null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  if (error) return <p class="wait error">{error}</p>;
  if (!data) return <p class="wait">Laying out the dates …</p>;
  const dates = datesOf(data);
  const rough = axisOver(dates, 1);
  const chosen = zoom ?? (rough && rough.days > 250 ? 0 : rough && rough.days > 80 ? 2 : 3);
  const room = Math.max(600, window.innerWidth - NAMES);
  const axis = axisOver(dates, ZOOMS[chosen]?.scale || room / (rough?.days ?? 1), room);
  return (
    <div class="view besides calendar-view">
      <header class="view-head">
        <h2>Calendar</h2>
        <div class="segments" role="group" aria-label="Zoom">
          {ZOOMS.map((one, at) => (
            <button key={one.label} type="button" aria-pressed={at === chosen} onClick={() => setZoom(at)}>
              {one.label}
            </button>
          ))}
        </div>
        <Legend />
      </header>
      {axis ? <Chart data={data} axis={axis} ask={setAsking} /> : <p class="empty">Nothing has a date yet.</p>}
      {asking ? (
        <DatesDialog
          root="person"
          part="unavailable"
          owner={asking.person.id}
          name={asking.person.name}
          things={data.parts}
          first={asking.first}
          last={asking.last}
          close={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}

function Legend() {
  const signs = [
    ["work", "works, shoots"],
    ["hold", "held, paid"],
    ["drop", "dropped"],
    ["away", "not available"],
    ["event", "own calendar"],
    ["hiatus", "hiatus, holiday"],
  ];
  return (
    <p class="soft key">
      {signs.map(([style, said]) => (
        <span key={style}>
          <i class={`sign ${style}`} /> {said}
        </span>
      ))}
    </p>
  );
}

function datesOf(data: Calendar): (string | null)[] {
  const spans = (list: Span[]) => list.flat();
  const shot = data.pictures.flatMap((one) => spans(one.shot));
  const ends = data.pictures.flatMap((one) => [one.wrap, one.delivery, one.release, one.streaming]);
  const begin = shot.length ? [] : data.units.flatMap((one) => [one.first, one.last]);
  const last = [...shot, ...ends.filter((one) => one !== null)].sort().at(-1) ?? "";
  const away = data.parts.flatMap((one) => rangeOf(one) ?? []).filter((one) => one <= last && one >= (shot.sort()[0] ?? ""));
  return [...shot, ...ends, ...begin, ...away];
}

function rangeOf(thing: Thing): Span | null {
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

function Chart({ data, axis, ask }: { data: Calendar; axis: Axis; ask: (asking: Asking) => void }) {
  const width = axis.days * axis.scale;
  const breaks = [...data.hiatuses, ...data.holidays].map((one) => ({
    span: one.root === "holiday" ? ([one.owner, one.owner] as Span) : rangeOf(one),
    said: one.root === "holiday" ? `Holiday ${told(one.value === true ? one.owner : one.value)}` : told((one.value as Record<string, unknown>)["reason"] ?? "Hiatus"),
  }));
  return (
    <div class="gantt" tabIndex={0} role="region" aria-label="Calendar">
      <div class="gantt-inner">
        <div class="lane time-heads" aria-hidden="true">
          <span class="lane-name" />
          <span class="track" style={{ minWidth: `${width}px` }}>
            {months(axis).map((one) => (
              <b key={one.date} style={{ left: `${left(axis, one.date)}px` }}>
                {one.label}
              </b>
            ))}
            {axis.scale >= 8
              ? weeks(axis).map((one) => (
                  <i key={one.date} style={{ left: `${left(axis, one.date)}px` }}>
                    {one.label}
                  </i>
                ))
              : null}
          </span>
        </div>
        <div class="breaks" aria-hidden="true" style={{ width: `${width}px` }}>
          {breaks.map(({ span, said }, at) => {
            const where = span && place(axis, span);
            return where ? <i key={at} title={said} style={{ left: `${where.left}px`, width: `${where.width}px` }} /> : null;
          })}
        </div>
        <Group title="Pictures">
          {data.pictures.map((one) => (
            <PictureLane key={one.id} picture={one} axis={axis} />
          ))}
        </Group>
        <Group title="Units">
          {data.units.map((one) => (
            <Lane key={one.id} name={one.name} axis={axis}>
              {one.places.flatMap((where, at) =>
                where.spans.map((span) => (
                  <Bar key={span[0]} axis={axis} span={span} style={`work base-${at % 4}`} said={`${one.name} in ${where.name}`} label={where.name} go />
                )),
              )}
            </Lane>
          ))}
        </Group>
        <Group title="People">
          {data.people.map((one) => (
            <PersonRow key={one.id} person={one} parts={data.parts.filter((part) => part.root === "person" && part.owner === one.id)} axis={axis} ask={ask} />
          ))}
        </Group>
        <Group title="Locations">
          {data.locations.map((one) => (
            <Lane key={one.id} name={one.name} axis={axis}>
              <Outside parts={data.parts.filter((part) => part.root === "location" && part.owner === one.id && part.part === "window")} axis={axis} />
              <Bars axis={axis} spans={one.work} style="work" said={one.name} go />
              <Marks axis={axis} conflicts={one.conflicts} />
            </Lane>
          ))}
        </Group>
      </div>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="group" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Lane({ name, axis, children }: { name: ComponentChildren; axis: Axis; children: ComponentChildren }) {
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

function Bar({ axis, span, style, said, label, go }: BarProps) {
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

function Bars({ axis, spans, style, said, go }: { axis: Axis; spans: Span[]; style: string; said: string; go?: boolean }) {
  return (
    <>
      {spans.map((span) => (
        <Bar key={span[0]} axis={axis} span={span} style={style} said={said} {...(go ? { go } : {})} />
      ))}
    </>
  );
}

function Marks({ axis, conflicts }: { axis: Axis; conflicts: Record<string, string[]> }) {
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
function Outside({ parts, axis }: { parts: Thing[]; axis: Axis }) {
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

function PictureLane({ picture, axis }: { picture: Calendar["pictures"][number]; axis: Axis }) {
  const marks: [string, string | null, string][] = [
    ["wrap", picture.wrap, "Wrap"],
    ["delivery", picture.delivery, picture.days_late ? `Delivery, ${picture.days_late} days late` : "Delivery"],
    ["release", picture.release, "Release"],
    ["streaming", picture.streaming, "Streaming"],
  ];
  return (
    <Lane name={picture.title} axis={axis}>
      {picture.wrap && picture.delivery ? <Bar axis={axis} span={[picture.wrap, picture.delivery]} style={picture.days_late ? "post late" : "post"} said="Post-production" /> : null}
      <Bars axis={axis} spans={picture.shot} style="work" said={`${picture.title} is shot`} go />
      {marks.map(([style, date, said]) =>
        date ? (
          <a key={style} class={`when ${style}`} href={`#/facts/picture/${picture.id}/${style === "streaming" ? "streaming_after_days" : "release"}`} style={{ left: `${left(axis, date)}px` }} title={`${said}: ${longDate(date)}`}>
            <span>{said}</span>
          </a>
        ) : null,
      )}
    </Lane>
  );
}

function PersonRow({ person, parts, axis, ask }: { person: PersonLane; parts: Thing[]; axis: Axis; ask: (asking: Asking) => void }) {
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

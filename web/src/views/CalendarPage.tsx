// The calendar: units, pictures, people and locations over time, and when they cannot.

import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { DatesDialog } from "./DatesDialog.js";
import { PersonRow } from "./PersonRow.js";
import type { Asking, PersonLane } from "./PersonRow.js";
import { useAnswer } from "./asking.js";
import { Bar, Bars, Lane, Marks, Outside, rangeOf } from "./bars.js";
import type { Thing } from "./tables.js";
import { axisOver, left, months, place, weeks } from "./timeline.js";
import type { Axis, Span } from "./timeline.js";
import { daysBetween, told } from "./values.js";

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
  { label: "Shoot", scale: -1 },
  { label: "Months", scale: 3 },
  { label: "Weeks", scale: 8 },
  { label: "Days", scale: 20 },
];

/** Pixels that the names and the margins take. */
const NAMES = 300;

export default function CalendarPage() {
  const board = useStore((state) => state.board);
  const { data, error } = useAnswer<Calendar>(board ? `/api/boards/${encodeURIComponent(board)}/calendar` : null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  if (error) return <p class="wait error">{error}</p>;
  if (!data) return <p class="wait">Laying out the dates …</p>;
  const dates = datesOf(data);
  const rough = axisOver(dates, 1);
  const room = Math.max(600, window.innerWidth - NAMES);
  const days = rough?.days ?? 1;
  const shoot = Math.min(days, shootDays(data) || days);
  const chosen = zoom ?? startZoom(days, shoot);
  const wanted = ZOOMS[chosen]?.scale ?? 0;
  const axis = axisOver(dates, wanted > 0 ? wanted : room / (wanted < 0 ? shoot : days), room);
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

/** Calendar days from the first that is shot to the last delivery; 0 where nothing is shot. */
function shootDays(data: Calendar): number {
  const shot = data.pictures.flatMap((one) => one.shot.flat()).sort();
  const ends = data.pictures.flatMap((one) => one.delivery ?? one.wrap ?? []).sort();
  const [first, last] = [shot[0], ends.at(-1) ?? shot.at(-1)];
  return first && last ? daysBetween(first, last) + MARGIN : 0;
}

/** Days that stay free round the shoot. */
const MARGIN = 21;

/** The whole where that is long, the shoot where a late release would crush it. */
function startZoom(days: number, shoot: number): number {
  if (days > 250) return days > shoot * 1.5 ? 1 : 0;
  return days > 80 ? 3 : 4;
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

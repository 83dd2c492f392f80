// Papers: each to download in its formats, and its pages to look at.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../api.js";
import { dateOf, dayKeys } from "../doc.js";
import type { Standing } from "../doc.js";
import type { Desk } from "../plan/desk.js";
import { titled } from "../plan/FreezeDialog.js";
import { store, useStore } from "../state.js";
import { count, longDate } from "../words.js";

interface Kind {
  kind: string;
  shows: string;
  formats: string[];
  every: "once" | "picture" | "person" | "day" | "category";
}

interface Wish {
  board: string;
  size: string;
  grey: boolean;
  picture: string;
  unit: string;
  person: string;
  category: string;
  day: string;
}

const NOTHING: Wish = { board: "", size: "a4", grey: false, picture: "", unit: "", person: "", category: "", day: "" };
const SIZES = [
  ["a4", "A4, A3 for wide papers"],
  ["letter", "Letter, Tabloid for wide papers"],
  ["a3", "A3"],
  ["tabloid", "Tabloid"],
] as const;
const FORMATS: Record<string, string> = { text: "Text", html: "HTML", pdf: "PDF", csv: "CSV", xlsx: "Excel", ics: "Calendar", svg: "SVG", uss: "USS" };

export default function Papers({ rest }: { rest: string }) {
  const [kinds, setKinds] = useState<Kind[]>([]);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [fault, setFault] = useState("");
  const board = useStore((state) => state.board);
  const night = useStore((state) => state.night);
  useStore((state) => state.standing); // the first day comes with it
  const [name, , of = ""] = rest.split("/");
  const [wish, setWish] = useState<Wish>({ ...NOTHING, board: of || board });
  const kind = kinds.find((one) => one.kind === name) ?? kinds[0];
  useEffect(() => {
    ask<{ kinds: Kind[] }>("/api/papers").then(
      (told) => setKinds(told.kinds),
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
    void ask<Desk>("/api/desk").then(setDesk, () => undefined);
  }, []);
  useEffect(() => {
    if (of) setWish((before) => ({ ...before, board: of }));
  }, [of]);
  useEffect(() => setWish((before) => ({ ...before, board: before.board || board })), [board]);
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  if (fault) return <div class="view"><p class="bad-words">{fault}</p></div>;
  if (!kind) return <p class="wait">Opening …</p>;
  const asked = query(kind, { ...wish, person: wish.person || firstPerson(), day: wish.day || firstDate() }, night);
  return (
    <div class="view papers-page">
      <nav class="kinds" aria-label="Papers">
        <h2>Papers</h2>
        <ul>
          {kinds.map((one) => (
            <li key={one.kind}>
              <a href={`#/papers/${one.kind}`} aria-current={one.kind === kind.kind ? "page" : undefined}>
                <b>{named(one.kind)}</b>
                <span class="soft">{one.shows}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-label={named(kind.kind)}>
        <h2>{named(kind.kind)}</h2>
        <Choices kind={kind} wish={wish} change={change} desk={desk} />
        <p class="downloads">
          <span class="soft">Download, to print or to send</span>
          {kind.formats.map((format, at) => (
            <a key={format} class={at === 0 ? "button main" : "button"} href={`/api/papers/${kind.kind}?format=${format}&${asked}`} download>
              {FORMATS[format] ?? format}
            </a>
          ))}
        </p>
        {kind.formats.includes("pdf") ? <Pages key={asked + kind.kind} kind={kind} asked={asked} /> : <p class="soft">It has no pages: other programs read it.</p>}
      </section>
    </div>
  );
}

/** Stands for all days where one is chosen. */
const EVERY = "every";

function datesOf(standing: Standing): string[] {
  return [...new Set(dayKeys(standing).map(dateOf))].sort();
}

function firstDate(): string {
  const { standing } = store.get();
  return (standing && datesOf(standing)[0]) ?? "";
}

/** The first person of the list that plays in a scene. */
function firstPerson(): string {
  const { shoot } = store.get();
  const cast = new Set(shoot?.scenes.flatMap((scene) => scene.cast));
  return shoot?.people.find((one) => cast.has(one.id))?.id ?? "";
}

const NAMES: Record<string, string> = { "one-liner": "One-liner", uss: "Schedule file (USS)", person: "One person", plan: "Plan on a page" };

function named(kind: string): string {
  const text = kind.replaceAll("-", " ");
  return NAMES[kind] ?? text[0]!.toUpperCase() + text.slice(1);
}

export function query(kind: { kind: string; every: string }, wish: Wish, night: string): string {
  const asked = new URLSearchParams({ board: wish.board, size: wish.size, night });
  if (wish.grey) asked.set("grey", "yes");
  const parts = { picture: wish.picture, unit: wish.unit, person: kind.every === "person" ? wish.person : "", category: wish.category, day: kind.every === "day" && wish.day !== EVERY ? wish.day : "" };
  for (const [key, value] of Object.entries(parts)) if (value) asked.set(key, value);
  return asked.toString();
}

interface ChoicesProps {
  kind: Kind;
  wish: Wish;
  change: (part: Partial<Wish>) => void;
  desk: Desk | null;
}

function Choices({ kind, wish, change, desk }: ChoicesProps) {
  const { shoot, standing } = store.get();
  const dates = standing ? datesOf(standing) : [];
  const cast = new Set(shoot?.scenes.flatMap((scene) => scene.cast));
  const categories = [...new Set(shoot?.elements?.map((one) => one.category))].sort();
  return (
    <div class="fields">
      <Choose label="Of" value={wish.board} set={(board) => change({ board })}>
        {desk?.boards.map((one) => (
          <option key={one.name} value={one.name}>
            board {one.name}
          </option>
        ))}
        {desk?.revisions.map((one) => (
          <option key={one.number} value={one.color}>
            {titled(one.color)}, {longDate(one.date)}
          </option>
        ))}
      </Choose>
      <Choose label="Sheet" value={wish.size} set={(size) => change({ size })}>
        {SIZES.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choose>
      {kind.every === "person" ? (
        <Choose label="Person" value={wish.person || firstPerson()} set={(person) => change({ person })}>
          {shoot?.people.filter((one) => cast.has(one.id)).map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Choose>
      ) : null}
      {kind.every === "day" ? (
        <Choose label="Day" value={wish.day || (dates[0] ?? "")} set={(day) => change({ day })}>
          {dates.map((date) => (
            <option key={date} value={date}>
              {longDate(date)}
            </option>
          ))}
          <option value={EVERY}>every day, one after the other</option>
        </Choose>
      ) : null}
      {kind.every === "category" && categories.length ? (
        <Choose label="Category" value={wish.category} set={(category) => change({ category })}>
          <option value="">all</option>
          {categories.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Choose>
      ) : null}
      {(shoot?.pictures.length ?? 0) > 1 ? (
        <Choose label="Picture" value={wish.picture} set={(picture) => change({ picture })}>
          <option value="">all</option>
          {shoot?.pictures.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </Choose>
      ) : null}
      {(shoot?.units.length ?? 0) > 1 ? (
        <Choose label="Unit" value={wish.unit} set={(unit) => change({ unit })}>
          <option value="">all</option>
          {shoot?.units.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Choose>
      ) : null}
      <label class="choice">
        <input type="checkbox" checked={wish.grey} onChange={() => change({ grey: !wish.grey })} />
        <span>in greys</span>
      </label>
    </div>
  );
}

interface ChooseProps {
  label: string;
  value: string;
  set: (value: string) => void;
  children: ComponentChildren;
}

function Choose({ label, value, set, children }: ChooseProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}

function Pages({ kind, asked }: { kind: Kind; asked: string }) {
  const [pages, setPages] = useState<string[] | null>(null);
  const [many, setMany] = useState(0);
  const [fault, setFault] = useState("");
  useEffect(() => {
    const off = new AbortController();
    ask<{ pages: string[]; count: number }>(`/api/papers/${kind.kind}/pages?${asked}`, undefined, off.signal).then(
      (told) => {
        setPages(told.pages);
        setMany(told.count);
      },
      (error: unknown) => off.signal.aborted || setFault(error instanceof Error ? error.message : String(error)),
    );
    return () => off.abort();
  }, [kind.kind, asked]);
  if (fault) return <p class="bad-words" role="alert">{fault}</p>;
  if (!pages) return <p class="wait" role="status">Setting the pages …</p>;
  return (
    <div class="sheets" tabIndex={0} role="region" aria-label="Pages">
      {pages.map((page, at) => (
        <img key={at} src={page} alt={`Page ${at + 1} of ${many}; download the text or HTML to have it read aloud`} />
      ))}
      {many > pages.length ? <p class="soft">and {count(many - pages.length, "page")} more in the file</p> : null}
    </div>
  );
}

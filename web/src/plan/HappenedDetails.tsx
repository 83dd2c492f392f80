// The details of what happened: who or what, when, who said so.

import { useState } from "preact/hooks";
import { focusDay } from "../acting.js";
import { shownStanding, store } from "../state.js";
import type { Shoot, Standing } from "../doc.js";
import { daysBetween } from "../views/values.js";
import { count, dateRange, longDate, pages } from "../words.js";
import type { What } from "./HappenedDialog.js";
import { begun, fromDate, missing, nextDate, stripsOn, unitDates, wishOf } from "./happening.js";
import type { Draft } from "./happening.js";
import { start } from "./work.js";

const ALTERNATIVES = 5;
const TIMES = [
  [20, "20 seconds"],
  [60, "1 minute"],
  [300, "5 minutes"],
] as const;

export function Details({ what, back }: { what: What; back: () => void }) {
  const state = store.get();
  const { shoot } = state;
  const standing = shownStanding(state);
  if (!shoot || !standing) return null;
  return <Form what={what} back={back} shoot={shoot} standing={standing} board={state.board} />;
}

interface FormProps {
  what: What;
  back: () => void;
  shoot: Shoot;
  standing: Standing;
  board: string;
}

function Form({ what, back, shoot, standing, board }: FormProps) {
  const today = new Date().toISOString().slice(0, 10);
  const [draft, setDraft] = useState<Draft>(() => begun(what, shoot, standing, today, focusDay()));
  const [seconds, setSeconds] = useState(20);
  const [fault, setFault] = useState("");
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const go = (event: Event) => {
    event.preventDefault();
    const lacks = missing(what, draft);
    setFault(lacks);
    if (lacks) return;
    start("replan", { board, seconds, alternatives: ALTERNATIVES, ...wishOf(what, draft) }).catch((error: unknown) =>
      setFault(error instanceof Error ? error.message : String(error)),
    );
  };
  const part = { draft, change, shoot, standing };
  return (
    <form class="details" onSubmit={go}>
      <div class="fields">
        <About what={what} {...part} />
        <Dates what={what} {...part} />
        {what === "release" || what === "unfinished" ? null : (
          <label>
            Why
            <input value={draft.reason} maxLength={200} placeholder="injured, storm, strike …" onInput={(event) => change({ reason: event.currentTarget.value })} />
          </label>
        )}
      </div>
      {what === "unfinished" ? <Left {...part} /> : null}
      <fieldset class="fields">
        <legend>Plan anew</legend>
        <label>
          From this date on
          <input type="date" value={draft.today} required onInput={(event) => change({ today: event.currentTarget.value })} />
        </label>
        <label>
          Search for
          <select value={seconds} onChange={(event) => setSeconds(Number(event.currentTarget.value))}>
            {TIMES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <p class="soft">{draft.today ? `What stands before ${longDate(draft.today)} was shot and stays.` : "What stands before that date was shot and stays."}</p>
      </fieldset>
      <Source {...part} />
      {fault ? (
        <p class="bad-words" role="alert">
          {fault}
        </p>
      ) : null}
      <footer>
        <button type="submit" class="main">
          Find ways to go on
        </button>
        <button type="button" onClick={back}>
          Back
        </button>
      </footer>
    </form>
  );
}

interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  shoot: Shoot;
  standing: Standing;
}

function About({ what, draft, change, shoot }: PartProps & { what: What }) {
  const units = shoot.units.map((one) => [one.id, one.name] as const);
  const lists: Record<What, readonly (readonly [string, string])[]> = {
    person: shoot.people.map((one) => [one.id, one.name]),
    location: shoot.locations.map((one) => [one.id, one.name]),
    shutdown: [["", "All units"], ...units],
    rain: units,
    unfinished: units,
    release: shoot.pictures.map((one) => [one.id, one.title]),
  };
  const label = { person: "Who", location: "Which location", shutdown: "Who stands still", rain: "Which unit", unfinished: "Which unit", release: "Which picture" };
  const needsChoice = what === "person" || what === "location";
  const choose = (about: string) => {
    const release = shoot.pictures.find((one) => one.id === about)?.release;
    change({ about, left: {}, ...(what === "release" && release ? { from: release, to: release } : {}) });
  };
  return (
    <label>
      {label[what]}
      <select value={draft.about} required={needsChoice} onChange={(event) => choose(event.currentTarget.value)}>
        {needsChoice ? <option value="">choose …</option> : null}
        {lists[what].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Dates({ what, draft, change, standing }: PartProps & { what: What }) {
  if (what === "rain" || what === "unfinished") {
    const dates = unitDates(standing, draft.about);
    const choose = (from: string) =>
      change({ from, to: from, left: {}, today: what === "rain" ? from : nextDate(from) });
    return (
      <label>
        Which day
        <select value={draft.from} onChange={(event) => choose(event.currentTarget.value)}>
          {dates.includes(draft.from) ? null : <option value={draft.from}>choose …</option>}
          {dates.map((date) => (
            <option key={date} value={date}>
              {longDate(date)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  const single = what === "release";
  return (
    <>
      <label>
        {single ? "New release date" : "From"}
        <input
          type="date"
          required
          value={draft.from}
          onInput={(event) => {
            change(fromDate(draft, event.currentTarget.value, single));
          }}
        />
      </label>
      {single ? null : (
        <label>
          To
          <input type="date" required min={draft.from} value={draft.to} onInput={(event) => change({ to: event.currentTarget.value })} />
        </label>
      )}
      {single || !draft.from || draft.to < draft.from ? null : <p class="soft length">{lengthOf(draft.from, draft.to)}</p>}
    </>
  );
}

/** How long dates are: ``21 days, 3 weeks``. */
function lengthOf(from: string, to: string): string {
  const days = daysBetween(from, to) + 1;
  return `${dateRange(from, to)}: ${count(days, "day")}${days > 7 && days % 7 === 0 ? `, ${days / 7} weeks` : ""}`;
}

function Left({ draft, change, shoot, standing }: PartProps) {
  const scenes = new Map(shoot.scenes.map((scene) => [scene.id, scene]));
  const strips = stripsOn(standing, draft.about, draft.from);
  if (!strips.length) return <p class="soft">Choose a day: its strips are listed here.</p>;
  const set = (strip: string, eighths: number) => {
    const left = { ...draft.left };
    if (eighths > 0) left[strip] = eighths;
    else delete left[strip];
    change({ left });
  };
  return (
    <fieldset>
      <legend>What is left of its strips</legend>
      <ul class="left-list">
        {strips.map((strip) => {
          const scene = scenes.get(strip);
          const most = scene?.eighths ?? 0;
          const left = draft.left[strip] ?? 0;
          return (
            <li key={strip}>
              <label>
                <span>
                  <b>{scene?.number}</b> {scene?.heading}
                </span>
                <select value={left} onChange={(event) => set(strip, Number(event.currentTarget.value))}>
                  <option value={0}>finished</option>
                  {Array.from({ length: Math.max(0, most - 1) }, (_, at) => at + 1).map((eighths) => (
                    <option key={eighths} value={eighths}>
                      {pages(eighths)} of {pages(most)} left
                    </option>
                  ))}
                  <option value={Math.max(most, 1)}>not begun</option>
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function Source({ draft, change }: PartProps) {
  return (
    <details>
      <summary>Who said so, and how sure it is: {draft.speaker || draft.outlet || "our own decision"}, {draft.status}</summary>
      <div class="fields">
        <label>
          Who said it
          <input value={draft.speaker} maxLength={200} placeholder="agent, manager, doctor …" onInput={(event) => change({ speaker: event.currentTarget.value })} />
        </label>
        <label>
          Where
          <input value={draft.outlet} maxLength={200} placeholder="phone call, e-mail, paper …" onInput={(event) => change({ outlet: event.currentTarget.value })} />
        </label>
        <label>
          Said on
          <input type="date" value={draft.saidOn} onInput={(event) => change({ saidOn: event.currentTarget.value })} />
        </label>
        <label>
          How sure
          <select value={draft.status} onChange={(event) => change({ status: event.currentTarget.value as Draft["status"] })}>
            <option value="confirmed">confirmed</option>
            <option value="expected">expected</option>
            <option value="rumored">rumored: not planned on</option>
          </select>
        </label>
      </div>
    </details>
  );
}

// The small dialogs of the board: move to a day, a day's menu, banner, split, help.

import { useState } from "preact/hooks";
import { moveStrips, wish } from "../acting.js";
import { focusDay } from "../acting.js";
import { dateOf, unitOf } from "../doc.js";
import type { Banner } from "../doc.js";
import { KEYS } from "../board/keys.js";
import { shownStanding, store } from "../state.js";
import { count, longDate, pages, pagesTold } from "../words.js";
import { DayConflicts, dayTitle } from "./Conflicts.js";
import { Frame } from "./Frame.js";
import { openDialog } from "./dialog.js";

export function MoveDialog({ strips }: { strips: string[] }) {
  const state = store.get();
  const standing = shownStanding(state);
  const shoot = state.shoot;
  const [unit, setUnit] = useState(shoot?.units[0]?.id ?? "");
  const [date, setDate] = useState("");
  if (!shoot || !standing) return null;
  const dates = shoot.eligible[unit] ?? [];
  const chosen = date || dates.find((one) => `${unit}/${one}` in standing.days) || dates[0] || "";
  const last = standing.days[`${unit}/${chosen}`]?.strips.at(-1) ?? null;
  const go = (event: Event) => {
    event.preventDefault();
    moveStrips(strips, { key: `${unit}/${chosen}`, after: last });
    openDialog(null);
  };
  return (
    <Frame title={`Move ${count(strips.length, "strip")} to a day`}>
      <form onSubmit={go}>
        {shoot.units.length > 1 ? (
          <label>
            Unit
            <select value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
              {shoot.units.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          Date
          <select value={chosen} onChange={(event) => setDate(event.currentTarget.value)}>
            {dates.map((one) => (
              <option key={one} value={one}>
                {longDate(one)} {dayTold(`${unit}/${one}`)}
              </option>
            ))}
          </select>
        </label>
        <footer>
          <button type="submit" class="main">
            Move
          </button>
        </footer>
      </form>
    </Frame>
  );
}

function dayTold(key: string): string {
  const meaning = store.get().meaning?.days[key];
  return meaning ? `· day ${meaning.number} · ${pagesTold(meaning.eighths)}` : "· free";
}

export function DayDialog({ day }: { day: string }) {
  const state = store.get();
  const standing = shownStanding(state);
  const shoot = state.shoot;
  if (!shoot || !standing) return null;
  const [unit, date] = [unitOf(day), dateOf(day)];
  const { board } = state;
  const locked = standing.locked_days.includes(day);
  const shift = standing.days[day]?.shift ?? "day";
  const shifts = Object.keys(shoot.units.find((one) => one.id === unit)?.shifts ?? {});
  const names = shifts.length ? shifts : ["day", "split", "night"];
  const act = (made: Parameters<typeof wish>[0]) => {
    wish(made);
    openDialog(null);
  };
  return (
    <Frame title={dayTitle(day, shoot)}>
      <DayConflicts day={day} />
      <label>
        Shift
        <select
          value={shift}
          disabled={locked}
          onChange={(event) =>
            act({ type: "shift", board, unit, date, shift: event.currentTarget.value })
          }
        >
          {names.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        Move to a free date, or swap with a day
        <select
          value=""
          disabled={locked}
          onChange={(event) =>
            act({ type: "move-day", board, unit, date, to: event.currentTarget.value })
          }
        >
          <option value="">choose a date …</option>
          {(shoot.eligible[unit] ?? [])
            .filter((one) => one !== date)
            .map((one) => (
              <option key={one} value={one}>
                {longDate(one)} {dayTold(`${unit}/${one}`)}
              </option>
            ))}
        </select>
      </label>
      <footer>
        <button
          type="button"
          onClick={() => act({ type: "lock-day", board, unit, date, locked: !locked })}
        >
          {locked ? "Unlock this day" : "Lock this day"}
        </button>
        <button
          type="button"
          disabled={locked}
          onClick={() => {
            moveStrips([...(standing.days[day]?.strips ?? [])], { key: null, after: null });
            openDialog(null);
          }}
        >
          All to the boneyard
        </button>
        <a class="button" href={`#/call-sheet/${day}`} onClick={() => openDialog(null)}>
          Call sheet
        </a>
      </footer>
    </Frame>
  );
}

const BANNER_KINDS = ["note", "meal", "move", "travel"] as const;

export function BannerDialog({ at, banner }: { at: string | null; banner: Banner | null }) {
  const state = store.get();
  const day = banner ? `${banner.unit}/${banner.date}` : focusDay();
  const [kind, setKind] = useState<Banner["kind"]>(banner?.kind ?? "note");
  const [text, setText] = useState(banner?.text ?? "");
  const [minutes, setMinutes] = useState(banner?.minutes ?? 0);
  if (day === null) {
    return (
      <Frame title="Banner">
        <p>A banner stands on a day: put the focus on one of its strips first.</p>
      </Frame>
    );
  }
  const send = (value: Banner | null) => {
    const key = at ?? `b${Date.now().toString(36)}`;
    wish({ type: "banner", board: state.board, key, value });
    openDialog(null);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const after = banner ? banner.after : (state.focus ?? undefined);
    const made: Banner = { unit: unitOf(day), date: dateOf(day), kind, text, minutes };
    if (after !== undefined) made.after = after;
    send(made);
  };
  return (
    <Frame title={`Banner on ${longDate(dateOf(day))}`}>
      <form onSubmit={save}>
        <label>
          Kind
          <select
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Banner["kind"])}
          >
            {BANNER_KINDS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          Text
          <input
            value={text}
            required
            maxLength={500}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <label>
          Minutes
          <input
            type="number"
            min={0}
            max={1440}
            value={minutes}
            onInput={(event) => setMinutes(Number(event.currentTarget.value))}
          />
        </label>
        <footer>
          <button type="submit" class="main">
            Save
          </button>
          {banner ? (
            <button type="button" onClick={() => send(null)}>
              Remove
            </button>
          ) : null}
        </footer>
      </form>
    </Frame>
  );
}

export function SplitDialog({ scene: id }: { scene: string }) {
  const state = store.get();
  const scene = state.shoot?.scenes.find((one) => one.id === id);
  const [eighths, setEighths] = useState(Math.floor((scene?.eighths ?? 2) / 2));
  if (!scene) return null;
  const split = (event: Event) => {
    event.preventDefault();
    wish({ type: "split", board: state.board, scene: id, eighths });
    openDialog(null);
  };
  return (
    <Frame title={`Split scene ${scene.number}`}>
      {scene.eighths < 2 ? (
        <p>One eighth cannot be split.</p>
      ) : (
        <form onSubmit={split}>
          <label>
            First part: {pages(eighths)} of {pages(scene.eighths)} pages
            <input
              type="range"
              min={1}
              max={scene.eighths - 1}
              value={eighths}
              onInput={(event) => setEighths(Number(event.currentTarget.value))}
            />
          </label>
          <footer>
            <button type="submit" class="main">
              Split
            </button>
          </footer>
        </form>
      )}
    </Frame>
  );
}

export function HelpDialog() {
  return (
    <Frame title="Keys of the board" wide>
      <dl class="keys">
        {KEYS.map(([keys, does]) => (
          <div>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>
        Drag a strip with the mouse; on a tablet, press long and drag. Ctrl-click selects more,
        Shift-click selects up to there.
      </p>
    </Frame>
  );
}

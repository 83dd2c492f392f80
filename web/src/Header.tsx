// The head of the page: what the board comes to, what the last edit did, who is here.

import { redo, undo, moveStrips, chosen } from "./acting.js";
import { RedoIcon, UndoIcon } from "./icons.js";
import { openDialog } from "./dialogs/dialog.js";
import { store, useStore } from "./state.js";
import type { Saved, State } from "./state.js";
import { count, money, moneyChange, signed } from "./words.js";

const SAVED: Record<Saved, string> = {
  saved: "Saved",
  saving: "Saving …",
  unreached: "Not saved: the server cannot be reached",
  refused: "Not taken",
};

const LEGEND = [
  ["int-day", "INT DAY"],
  ["ext-day", "EXT DAY"],
  ["int-night", "INT NIGHT"],
  ["ext-night", "EXT NIGHT"],
  ["dawn", "DAWN"],
  ["dusk", "DUSK"],
] as const;

export function Header() {
  const title = useStore((state) => state.shoot?.title ?? "Daybreak");
  const saved = useStore((state) => state.saved);
  return (
    <header class="top">
      <h1>{title}</h1>
      <BoardChoice />
      <Totals />
      <span class="space" />
      <People />
      <span class={`light ${saved}`} role="status">
        {SAVED[saved]}
      </span>
    </header>
  );
}

function BoardChoice() {
  const boards = useStore((state) => state.boards);
  const board = useStore((state) => state.board);
  if (!boards.length) return null;
  return (
    <label class="board-choice">
      Board
      <select value={board} onChange={(event) => (location.hash = `#/board/${event.currentTarget.value}`)}>
        {boards.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

function Totals() {
  const meaning = useStore((state) => state.meaning);
  const before = useStore((state) => state.before);
  const currency = useStore((state) => state.shoot?.currency ?? "USD");
  const isWaiting = useStore((state) => state.meaningHead < state.head || state.pending.length > 0);
  if (!meaning) return null;
  const total = meaning.costs["total"] ?? 0;
  const conflicts = meaning.totals.blocks + meaning.totals.warns;
  const change = before && {
    cost: total - before.total,
    held: meaning.hold_days - before.hold_days,
    conflicts: conflicts - before.conflicts,
  };
  const all = () =>
    openDialog({ kind: "conflicts", title: "Conflicts", violations: meaning.violations });
  return (
    <div class={isWaiting ? "totals waiting" : "totals"}>
      <span>{count(meaning.totals.days, "day")}</span>
      <a href="#/costs" title="What it costs, line by line">
        Cost {money(total, currency)} {change?.cost ? <Change by={change.cost} text={moneyChange(change.cost, currency)} /> : null}
      </a>
      <a href="#/days" title="Day out of days">
        Hold days {meaning.hold_days} {change?.held ? <Change by={change.held} text={signed(change.held)} /> : null}
      </a>
      {conflicts ? (
        <button type="button" class="plain conflicts" onClick={all}>
          ▲ {count(conflicts, "conflict")} {change?.conflicts ? <Change by={change.conflicts} text={signed(change.conflicts)} /> : null}
        </button>
      ) : (
        <span class="fine">No conflicts</span>
      )}
    </div>
  );
}

function Change({ by, text }: { by: number; text: string }) {
  return <em class={by > 0 ? "worse" : "better"}>{text}</em>;
}

function People() {
  const others = useStore((state) => othersHere(state));
  return (
    <span class="people" aria-label="Who is here">
      {others.split("\n").filter(Boolean).map((name) => (
        <span key={name} title={name}>
          {initials(name)}
        </span>
      ))}
    </span>
  );
}

function othersHere(state: State): string {
  const others = state.present.filter((one) => one.key !== state.me);
  return [...new Set(others.map((one) => one.person))].sort().join("\n");
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return words.slice(0, 2).map((word) => word[0]!.toUpperCase()).join("");
}

export function Toolbar() {
  const canEdit = useStore((state) => state.role === "edit");
  const picked = useStore((state) => state.selected.size);
  const search = useStore((state) => state.search);
  const night = useStore((state) => state.night);
  return (
    <div class="toolbar" role="toolbar" aria-label="Board">
      {canEdit ? (
        <>
          <button type="button" class="main" onClick={() => openDialog({ kind: "plan" })}>
            Optimize …
          </button>
          <button type="button" onClick={() => openDialog({ kind: "happened" })}>
            Something happened …
          </button>
          <button type="button" onClick={() => openDialog({ kind: "freeze" })}>
            Freeze …
          </button>
          <span class="gap" />
          <button type="button" onClick={undo} aria-label="Undo" title="Undo (Ctrl Z)">
            <UndoIcon />
          </button>
          <button type="button" onClick={redo} aria-label="Redo" title="Redo (Ctrl Shift Z)">
            <RedoIcon />
          </button>
          <button
            type="button"
            disabled={!picked}
            onClick={() => openDialog({ kind: "move", strips: chosen() })}
          >
            Move to …
          </button>
          <button
            type="button"
            disabled={!picked}
            onClick={() => moveStrips(chosen(), { key: null, after: null })}
          >
            Boneyard
          </button>
        </>
      ) : null}
      <label class="search">
        <span class="hidden">Search</span>
        <input
          id="search"
          type="search"
          placeholder="Search: scene, set, person, place  ( / )"
          value={search}
          onInput={(event) => store.set({ search: event.currentTarget.value })}
        />
      </label>
      <span class="space" />
      <span class="legend" aria-label="Colors of the strips">
        {LEGEND.map(([style, label]) => (
          <span key={style} class={style}>
            {label}
          </span>
        ))}
      </span>
      <button
        type="button"
        onClick={() => store.set({ night: night === "classic" ? "singleton" : "classic" })}
        title="Two conventions for night: which of blue and green is an interior"
      >
        Night: {night}
      </button>
      <button type="button" onClick={() => openDialog({ kind: "help" })} aria-label="Keys">
        ?
      </button>
    </div>
  );
}

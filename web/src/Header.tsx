// The head of the page: what the board comes to, what the last edit did, who is here.

import { chosen, cut, moveStrips, paste, redo, toggleLock, undo } from "./acting.js";
import { focusStrip } from "./board/focusing.js";
import { mayComment } from "./comments/comments.js";
import { RedoIcon, UndoIcon } from "./icons.js";
import { openDialog } from "./dialogs/dialog.js";
import { usePreview } from "./plan/preview.js";
import { useStore } from "./state.js";
import type { Saved, State } from "./state.js";
import { count, initials, money, moneyChange, personColor, signed } from "./words.js";

const SAVED: Record<Saved, string> = {
  saved: "Saved",
  saving: "Saving …",
  unreached: "Not saved: the server cannot be reached",
  shut: "Not saved: the server was started anew – open the address it prints in this browser",
  refused: "Not taken",
};

export function Header() {
  const title = useStore((state) => state.shoot?.title ?? "Daybreak");
  const saved = useStore((state) => state.saved);
  const waiting = useStore((state) => state.pending.length);
  const queue = waiting && saved !== "saving" ? ` · ${count(waiting, "edit")} waiting` : "";
  return (
    <header class="top" data-pane>
      <h1 title={title}>{title}</h1>
      <BoardChoice />
      <Totals />
      <span class="space" />
      <CommentsLink />
      <People />
      <span class={`light ${saved}`} role="status">
        {SAVED[saved]}
        {queue}
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
      {"total" in meaning.costs ? (
        <a href="#/costs" title="What it costs, line by line">
          Cost {money(total, currency)} {change?.cost ? <Change by={change.cost} text={moneyChange(change.cost, currency)} /> : null}
        </a>
      ) : null}
      <a href="#/days" title="Day out of days">
        Hold days {meaning.hold_days.toLocaleString("en-US")} {change?.held ? <Change by={change.held} text={signed(change.held)} /> : null}
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

/** Leads to the comments, which have no tab of their own. */
function CommentsLink() {
  const may = useStore((state) => mayComment(state.role));
  const open = useStore((state) => state.comments.filter((one) => !one.settled).length);
  if (!may) return null;
  return (
    <a class="comments-link" href="#/comments" title="What is said of scenes and days">
      Comments{open ? ` ${open}` : ""}
    </a>
  );
}

function People() {
  const others = useStore((state) => othersHere(state));
  return (
    <span class="people" role="group" aria-label="Who is here">
      {others.split("\n").filter(Boolean).map((name) => (
        <span key={name} title={name} class={personColor(name)}>
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

export function Toolbar() {
  const canEdit = useStore((state) => state.role === "edit");
  const isPreview = usePreview() !== null;
  const whyNot = useStore((state) => state.whyNot);
  const told = isPreview
    ? "This is a proposal: take it, or show the board as it is, to go on editing."
    : whyNot;
  return (
    <div class="toolbar" role="toolbar" aria-label="Board" data-pane>
      {canEdit ? <Edits /> : <span class="soft">{told}</span>}
      <span class="space" />
      <button type="button" onClick={() => openDialog({ kind: "help" })} aria-label="Keys" title="Keys ( ? )">
        ?
      </button>
    </div>
  );
}

function Edits() {
  const picked = useStore((state) => state.selected.size || (state.focus ? 1 : 0));
  const cutCount = useStore((state) => state.cut.length);
  const move = () => openDialog({ kind: "move", strips: chosen() });
  const drop = () => {
    const strip = paste();
    if (strip) focusStrip(strip);
  };
  return (
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
      <span class="gap" />
      <button type="button" disabled={!picked} onClick={move} title="Move to a day (M)">
        Move to …
      </button>
      <button type="button" disabled={!picked} onClick={cut} title="Cut (Ctrl X)">
        Cut
      </button>
      <button type="button" disabled={!cutCount} onClick={drop} title="Paste behind the strip in focus (Ctrl V)">
        {cutCount ? `Paste ${cutCount}` : "Paste"}
      </button>
      <button
        type="button"
        disabled={!picked}
        title="To the boneyard (B)"
        onClick={() => moveStrips(chosen(), { key: null, after: null })}
      >
        Boneyard
      </button>
      <button type="button" disabled={!picked} onClick={toggleLock} title="Lock, or unlock (L)">
        Lock
      </button>
      <button
        type="button"
        disabled={picked !== 1}
        title="Split the strip (S)"
        onClick={() => openDialog({ kind: "split", scene: chosen()[0] ?? "" })}
      >
        Split …
      </button>
    </>
  );
}

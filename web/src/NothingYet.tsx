// What stands in a view that has nothing to show yet, and how to get it.

import { useState } from "preact/hooks";
import { loadBoard, loadShoot } from "./acting.js";
import { ask, newId } from "./api.js";
import { useStore } from "./state.js";
import type { State } from "./state.js";

/** The views that a document has before anything was taken in. */
const WITHOUT_SHOOT = ["import", "facts"];
const NEEDS_BOARD = ["board", "days", "calendar", "costs", "call-sheet", "papers"];
const FIRST = "first";

export type Lack = "" | "shoot" | "board";

/** What the document lacks. */
export function lackOf(state: State): Lack {
  if (!state.isLoaded) return "";
  if (!state.shoot) return "shoot";
  return state.boards.length ? "" : "board";
}

/** Whether a view cannot be shown for what is missing. */
export function isLacking(lack: Lack, view: string): boolean {
  return lack === "shoot" ? !WITHOUT_SHOOT.includes(view) : lack === "board" && NEEDS_BOARD.includes(view);
}

export function NothingYet({ lack }: { lack: Lack }) {
  const canEdit = useStore((state) => state.role === "edit");
  return (
    <div class="view nothing-yet">
      <h2>{lack === "shoot" ? "Nothing is here yet" : "There is no board yet"}</h2>
      <p>
        {lack === "shoot"
          ? "This document has no scenes. A script, a schedule or a one-liner makes them."
          : "A board says which strips are shot on which day. A new one has them all in the boneyard; optimize it, or move strips to days."}
      </p>
      {!canEdit ? null : lack === "shoot" ? (
        <a class="button main" href="#/import">
          Import a file …
        </a>
      ) : (
        <MakeBoard />
      )}
    </div>
  );
}

function MakeBoard() {
  const [fault, setFault] = useState("");
  const make = async () => {
    try {
      await ask("/api/desk", { id: newId(), name: FIRST });
      await loadShoot();
      await loadBoard(FIRST);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <button type="button" class="main" onClick={() => void make()}>
        Make the first board
      </button>
      {fault ? (
        <p class="bad-words" role="alert">
          {fault}
        </p>
      ) : null}
    </>
  );
}

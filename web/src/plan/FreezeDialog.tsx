// Freeze the board as the next color of paper.

import { useEffect, useState } from "preact/hooks";
import { ask, newId } from "../api.js";
import { Frame } from "../dialogs/Frame.js";
import { openDialog } from "../dialogs/dialog.js";
import { store } from "../state.js";
import { spelled } from "../views/values.js";
import { count, longDate } from "../words.js";
import type { Desk } from "./desk.js";
import { tellGood } from "./work.js";

interface Answer {
  frozen: boolean;
  color: string;
  broken: string[];
}

export function FreezeDialog() {
  const { board } = store.get();
  const [desk, setDesk] = useState<Desk | null>(null);
  const [date, setDate] = useState(new Date().toISOString().slice(0, 10));
  const [note, setNote] = useState("");
  const [broken, setBroken] = useState<string[]>([]);
  const [fault, setFault] = useState("");
  useEffect(() => {
    ask<Desk>("/api/desk").then(setDesk, (error: unknown) => setFault(String(error)));
  }, []);
  const freeze = async (anyway: boolean) => {
    try {
      const told = await ask<Answer>("/api/freeze", { id: newId(), board, date, note, anyway });
      if (!told.frozen) {
        setBroken(told.broken);
        return;
      }
      tellGood(`Board ${board} is frozen as ${titled(told.color)}.`, {
        href: `#/papers/one-liner/of/${encodeURIComponent(told.color)}`,
        label: `Its one-liner and other papers`,
      });
      openDialog(null);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const last = desk?.revisions.at(-1);
  return (
    <Frame title={`Freeze board ${board}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void freeze(false);
        }}
      >
        <p>
          It becomes the revision{" "}
          <b class={`paper paper-${(desk?.next_color ?? "").split(" ").at(-1)}`}>{titled(desk?.next_color ?? "…")}</b>
          {last ? `, the one after ${titled(last.color)} of ${longDate(last.date)}` : ", the first: White, then Blue, Pink and so on"}. A revision never changes again; the
          board can still be edited.
        </p>
        <label>
          Date that it bears
          <input type="date" required value={date} onInput={(event) => setDate(event.currentTarget.value)} />
        </label>
        <label>
          What it is for
          <input value={note} maxLength={500} placeholder="to be sent out, after the recce …" onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        {broken.length ? (
          <div class="warn-words" role="alert">
            <p>It was not frozen: it breaks {count(broken.length, "rule")}.</p>
            <ul>
              {broken.slice(0, 6).map((said) => (
                <li key={said}>{spelled(said)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {fault ? (
          <p class="bad-words" role="alert">
            {fault}
          </p>
        ) : null}
        <footer>
          {broken.length ? (
            <button type="button" onClick={() => void freeze(true)}>
              Freeze it anyway
            </button>
          ) : (
            <button type="submit" class="main">
              Freeze
            </button>
          )}
          <a class="button" href="#/boards" onClick={() => openDialog(null)}>
            All revisions
          </a>
        </footer>
      </form>
    </Frame>
  );
}

export function titled(color: string): string {
  return color.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

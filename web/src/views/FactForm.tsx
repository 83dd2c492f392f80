// Enter a fact: what, how sure, who said it, and when.

import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { ask } from "../api.js";
import { asked } from "../acting.js";
import { setFact } from "./asking.js";

export const STATUSES = ["confirmed", "expected", "rumored", "denied", "withdrawn"] as const;

export interface Said {
  status: string;
  said_on: string;
  outlet: string;
  speaker: string;
  address: string;
  quotation: string;
  note: string;
}

export const NOBODY_SAID: Said = {
  status: "confirmed",
  said_on: "",
  outlet: "",
  speaker: "",
  address: "",
  quotation: "",
  note: "",
};

/** What goes along with a fact; a source is told only where somebody is named. */
export function saidAs(said: Said): Record<string, unknown> {
  const { outlet, speaker, address, quotation } = said;
  const source = { outlet, speaker, address, quotation };
  const isTold = Object.values(source).some((one) => one.trim());
  return {
    status: said.status,
    note: said.note.trim(),
    ...(said.said_on.trim() ? { said_on: said.said_on.trim() } : {}),
    ...(isTold ? { source } : {}),
  };
}

export function SaidFields({ said, change }: { said: Said; change: (said: Said) => void }) {
  const text = (key: keyof Said, label: string, placeholder = "") => (
    <label>
      {label}
      <input value={said[key]} placeholder={placeholder} onInput={(event) => change({ ...said, [key]: event.currentTarget.value })} />
    </label>
  );
  return (
    <>
      <div class="row">
        <label>
          How sure
          <select value={said.status} onChange={(event) => change({ ...said, status: event.currentTarget.value })}>
            {STATUSES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        {text("said_on", "Said on", "2027-03-16, 2027-03 or 2027")}
      </div>
      <div class="row">
        {text("outlet", "Source", "Deadline")}
        {text("speaker", "Who said it")}
      </div>
      <div class="row">
        {text("address", "Address", "https:// …")}
        {text("quotation", "In their words")}
      </div>
      {text("note", "Note")}
    </>
  );
}

export function FactForm({ path, children }: { path: string; children?: ComponentChildren }) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState(NOBODY_SAID);
  const [error, setError] = useState("");
  const [done, setDone] = useState("");
  const isDenial = said.status === "denied" || said.status === "withdrawn";
  const enter = async (event: Event) => {
    event.preventDefault();
    setDone("");
    const why = await entered(path, text, said, isDenial);
    setError(why ?? "");
    if (why !== null) return;
    setDone("Entered.");
    setText("");
    setSaid(NOBODY_SAID);
  };
  return (
    <form class="fact-form" onSubmit={(event) => void enter(event)}>
      <h3>Enter what was said or decided</h3>
      <label>
        Value
        <input value={text} aria-invalid={error ? true : undefined} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <SaidFields said={said} change={setSaid} />
      {error ? (
        <p class="error" role="alert">
          {error}
        </p>
      ) : null}
      <footer>
        <button type="submit" class="main">
          Enter
        </button>
        {children}
        <span role="status">{done}</span>
      </footer>
    </form>
  );
}

async function entered(path: string, text: string, said: Said, isDenial: boolean): Promise<string | null> {
  if (!text.trim() && !isDenial) return "Give a value.";
  try {
    const value = text.trim()
      ? (await ask<{ value: unknown }>("/api/facts/typed", { path, text: text.trim() })).value
      : null;
    if (value === null) return await denied(path, said);
    return await setFact(path, value, saidAs(said));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Takes back what stands, without saying what it was. */
function denied(path: string, said: Said): Promise<string | null> {
  return asked({ type: "set", path, value: null, ...saidAs(said) });
}

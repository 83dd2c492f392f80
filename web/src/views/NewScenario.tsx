// A new scenario: what would be different, chosen or typed, and what it is for.

import { useState } from "preact/hooks";
import type { Shoot } from "../doc.js";
import { useStore } from "../state.js";
import { sent, useAnswer } from "./asking.js";
import { factName, nameOf } from "./naming.js";
import type { Thing } from "./tables.js";
import { isDate, spanText, spelled } from "./values.js";

const WHATS = [
  ["away", "Somebody is not available"],
  ["free", "Somebody is available after all"],
  ["release", "A release is another day"],
  ["closed", "A location is open only between"],
  ["typed", "Another fact"],
] as const;

type What = (typeof WHATS)[number][0];

export function NewScenario() {
  const shoot = useStore((state) => state.shoot);
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [lines, setLines] = useState<string[]>([]);
  const [error, setError] = useState("");
  const add = async (event: Event) => {
    event.preventDefault();
    const why = await sent("/api/scenarios", {
      name: name.trim(),
      note,
      set: lines.filter((one) => !one.startsWith("-")),
      remove: lines.filter((one) => one.startsWith("-")).map((one) => one.slice(1).trim()),
    });
    setError(why);
    if (why) return;
    setName("");
    setNote("");
    setLines([]);
  };
  if (!shoot) return null;
  return (
    <form class="card new" onSubmit={(event) => void add(event)}>
      <h3>New scenario</h3>
      <label>
        Name
        <input value={name} required pattern="[A-Za-z0-9_.\-]+" title="letters, digits, - _ ." placeholder="star-away" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      {lines.length ? (
        <ul class="what-ifs">
          {lines.map((line) => (
            <li key={line}>
              <span title={line}>{lineTold(line, shoot)}</span>
              <button type="button" class="plain" aria-label={`Leave out: ${lineTold(line, shoot)}`} onClick={() => setLines(lines.filter((one) => one !== line))}>
                ✕
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <WhatIf shoot={shoot} add={(line) => setLines([...lines.filter((one) => one !== line), line])} />
      <label>
        What it is for
        <input value={note} maxLength={200} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      {error ? <p class="error" role="alert">{error}</p> : null}
      <button type="submit" class="main" disabled={!lines.length}>
        Keep the scenario
      </button>
    </form>
  );
}

/** ``Tom Cruise: not available, from 2020-10-05 to 2020-10-25``. */
function lineTold(line: string, shoot: Shoot): string {
  if (line.startsWith("-")) return `${factName(line.slice(1).trim(), shoot)}: removed`;
  const at = line.indexOf("=");
  const value = spelled(line.slice(at + 1).replace(/\b(from|to)=/g, "$1 "));
  return at < 0 ? line : `${factName(line.slice(0, at), shoot)}: ${value}`;
}

function WhatIf({ shoot, add }: { shoot: Shoot; add: (line: string) => void }) {
  const [what, setWhat] = useState<What>("away");
  const [about, setAbout] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [typed, setTyped] = useState("");
  const { data } = useAnswer<{ things: Thing[] }>("/api/things");
  const away = (data?.things ?? []).filter((one) => one.root === "person" && one.part === "unavailable");
  const choices = choicesOf(what, shoot, away);
  const chosen = choices.some(([id]) => id === about) ? about : (choices[0]?.[0] ?? "");
  const line = lineOf(what, { chosen, from, to, typed: typed.trim() });
  return (
    <fieldset class="what-if">
      <legend>What would be different</legend>
      <select aria-label="What would be different" value={what} onChange={(event) => setWhat(event.currentTarget.value as What)}>
        {WHATS.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {what === "typed" ? (
        <label>
          PATH=VALUE; with - in front, the path of a fact to remove
          <input value={typed} placeholder="unit/main/day_minutes=660" onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
      ) : choices.length ? (
        <select aria-label="Who or what" value={chosen} onChange={(event) => setAbout(event.currentTarget.value)}>
          {choices.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <p class="soft">Nobody is entered as not available.</p>
      )}
      {what === "typed" || what === "free" ? null : (
        <div class="row">
          <label>
            {what === "release" ? "On" : "From"}
            <input type="date" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
          </label>
          {what === "release" ? null : (
            <label>
              To
              <input type="date" min={from} value={to} onInput={(event) => setTo(event.currentTarget.value)} />
            </label>
          )}
        </div>
      )}
      <button type="button" disabled={!line} onClick={() => line && add(line)}>
        Add this
      </button>
    </fieldset>
  );
}

function choicesOf(what: What, shoot: Shoot, away: readonly Thing[]): [string, string][] {
  switch (what) {
    case "away":
      return shoot.people.map((one) => [one.id, one.name]);
    case "free":
      return away.map((one) => [one.path, `${nameOf(shoot, "person", one.owner)}, ${spanText(one.value)}`]);
    case "release":
      return shoot.pictures.map((one) => [one.id, one.title]);
    case "closed":
      return shoot.locations.map((one) => [one.id, one.name]);
    case "typed":
      return [];
  }
}

/** The line that the office reads, or nothing while something is missing. */
function lineOf(what: What, said: { chosen: string; from: string; to: string; typed: string }): string {
  const { chosen, from, to, typed } = said;
  if (what === "typed") return typed;
  if (!chosen) return "";
  if (what === "free") return `-${chosen}`;
  if (!isDate(from)) return "";
  if (what === "release") return `picture/${chosen}/release=${from}`;
  if (!isDate(to) || to < from) return "";
  return what === "away"
    ? `person/${chosen}/unavailable/if-${from.replaceAll("-", "")}=from=${from} to=${to}`
    : `location/${chosen}/window/if-${from.replaceAll("-", "")}=["${from}", "${to}"]`;
}


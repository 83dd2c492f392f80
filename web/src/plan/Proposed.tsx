// A proposal: its figures, what is different, and taking it whole or some of its days.

import { useEffect, useState } from "preact/hooks";
import { openDialog } from "../dialogs/dialog.js";
import { store } from "../state.js";
import { count, longDate, money, moneyChange, signed } from "../words.js";
import { Differences, Part } from "./Differences.js";
import { spelled } from "../views/values.js";
import { preview } from "./preview.js";
import { Figure } from "./Running.js";
import type { Proposal, Tried, Whole } from "./types.js";
import { take, tellGood, tried } from "./work.js";

interface ProposedProps {
  whole: Whole;
  way: number;
  done: () => void;
  /** Whether its figures stand in a table above. */
  isListed?: boolean;
}

export function Proposed({ whole, way, done, isListed = false }: ProposedProps) {
  const answer = whole.answer;
  const proposal = answer && "proposals" in answer ? answer.proposals[way] : undefined;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [fault, setFault] = useState("");
  if (!proposal) return null;
  const currency = store.get().shoot?.currency ?? "USD";
  const chosen = proposal.dates.filter((date) => !left.has(date));
  const isWhole = left.size === 0;
  const go = () => {
    take(whole.job.id, way, isWhole ? null : chosen).then(
      (stale) => {
        tellGood(takenWords(stale.length));
        done();
        openDialog(null);
      },
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
  };
  const isSame = proposal.strips.length === 0 && proposal.dates.length === 0;
  const hasFacts = Boolean(answer && "facts" in answer && answer.facts?.length);
  return (
    <div class="proposed">
      {isListed ? null : <Head proposal={proposal} currency={currency} />}
      <Warnings whole={whole} way={way} proposal={proposal} />
      {isSame ? <p>{isListed ? "Nothing moves: the board stays as it is." : sameWords(whole)}</p> : <Differences found={proposal} currency={currency} />}
      {proposal.dates.length > 1 && !hasFacts ? (
        <Part title="Take only some days" open={false}>
          <DateTicks proposal={proposal} left={left} setLeft={setLeft} />
        </Part>
      ) : null}
      {isWhole ? null : <Partly whole={whole} way={way} dates={chosen} currency={currency} />}
      {fault ? (
        <p class="bad-words" role="alert">
          {fault}
        </p>
      ) : null}
      <footer>
        <button type="button" class="main" disabled={isSame ? !hasFacts : !chosen.length} onClick={go}>
          {isWhole ? "Take it" : `Take ${count(chosen.length, "day")}`}
        </button>
        {isSame ? null : (
          <button type="button" onClick={() => void preview(whole.job.id, way, proposal.strips.map((one) => one.scene))}>
            Look at it on the board
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            done();
            openDialog(null);
          }}
        >
          Throw away
        </button>
      </footer>
    </div>
  );
}

function sameWords(whole: Whole): string {
  const isEarly = whole.job.stopping && whole.points.length === 0;
  return isEarly ? "It was stopped before the search had begun." : "No better board was found: it would stay as it is.";
}

export function takenWords(stale: number): string {
  const rest = stale ? ` ${count(stale, "strip")} that somebody moved meanwhile stayed where it was put.` : "";
  return `The board is taken; one undo takes it back.${rest}`;
}

export function Head({ proposal, currency }: { proposal: Proposal; currency: string }) {
  const change = proposal.cost - proposal.cost_before;
  const late = proposal.late.filter((one) => one.days > 0);
  return (
    <dl class="figures">
      <Figure
        label="Cost"
        value={money(proposal.cost, currency)}
        change={change ? moneyChange(change, currency) : undefined}
      />
      <Figure label="Strips elsewhere" value={String(proposal.strips.length)} />
      <Figure label="People with other days" value={String(proposal.people.length)} />
      <Figure label="Shooting days" value={String(proposal.days)} change={dayChange(proposal)} />
      <Figure label="In the boneyard" value={String(proposal.boneyard.length)} />
      <Figure label="Proven least" value={proposal.bound === null ? "–" : money(proposal.bound, currency)} />
      <Figure label="Days late" value={late.length ? late.map((one) => `${one.title}: ${one.days}`).join(", ") : "none"} />
    </dl>
  );
}

function dayChange(proposal: Proposal): string | undefined {
  const change = proposal.day_changes.reduce((sum, day) => sum + (day.is_added ? 1 : -1), 0);
  return change ? signed(change) : undefined;
}

function Warnings({ whole, way, proposal }: { whole: Whole; way: number; proposal: Proposal }) {
  const stale = whole.stale[way] ?? [];
  const answer = whole.answer;
  const notes = answer && "proposals" in answer ? answer.notes : [];
  const numbers = new Map(store.get().shoot?.scenes.map((scene) => [scene.id, scene.number]));
  const rests = (answer && "proposals" in answer && answer.rests) || [];
  for (const one of rests) numbers.set(one.scene, `${numbers.get(one.part_of) ?? one.part_of} rest`);
  return (
    <>
      {stale.length ? (
        <p class="warn-words">
          Moved or locked by somebody meanwhile, so left alone: {stale.map((one) => numbers.get(one) ?? one).join(", ")}.
        </p>
      ) : null}
      {proposal.new_conflicts.length ? (
        <div class="warn-words">
          <p>What is kept in its place breaks rules then:</p>
          <ul>
            {proposal.new_conflicts.map((said) => (
              <li key={said}>{spelled(said)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {proposal.boneyard.map((one) =>
        proposal.reasons[one] ? (
          <p key={one} class="soft">
            {numbers.get(one) ?? one} stays in the boneyard: {proposal.reasons[one]}
          </p>
        ) : null,
      )}
      {notes.map((note) => (
        <p key={note} class="soft">
          {note}
        </p>
      ))}
    </>
  );
}

interface TicksProps {
  proposal: Proposal;
  left: ReadonlySet<string>;
  setLeft: (left: ReadonlySet<string>) => void;
}

function DateTicks({ proposal, left, setLeft }: TicksProps) {
  const toggle = (date: string) => {
    const made = new Set(left);
    if (!made.delete(date)) made.add(date);
    setLeft(made);
  };
  return (
    <>
      <p class="row">
        <button type="button" onClick={() => setLeft(new Set())}>
          All days
        </button>
        <button type="button" onClick={() => setLeft(new Set(proposal.dates))}>
          No day
        </button>
      </p>
      <ul class="ticks">
        {proposal.dates.map((date) => (
          <li key={date}>
            <label>
              <input type="checkbox" checked={!left.has(date)} onChange={() => toggle(date)} />
              <b>{longDate(date)}</b> <span class="soft">{inAndOut(proposal, date)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

export function inAndOut(proposal: Proposal, date: string): string {
  const comes = proposal.strips.filter((one) => one.after?.date === date && one.before?.date !== date);
  const goes = proposal.strips.filter((one) => one.before?.date === date && one.after?.date !== date);
  const parts = [
    comes.length ? `in: ${comes.map((one) => one.number).join(", ")}` : "",
    goes.length ? `out: ${goes.map((one) => one.number).join(", ")}` : "",
  ].filter(Boolean);
  return parts.join(" · ") || "another order";
}

function Partly({ whole, way, dates, currency }: { whole: Whole; way: number; dates: string[]; currency: string }) {
  const [does, setDoes] = useState<Tried | null>(null);
  const key = dates.join(" ");
  useEffect(() => {
    let isOff = false;
    setDoes(null);
    if (!dates.length) return;
    const timer = setTimeout(() => {
      tried(whole.job.id, way, dates).then(
        (told) => isOff || setDoes(told),
        () => undefined,
      );
    }, 250);
    return () => {
      isOff = true;
      clearTimeout(timer);
    };
  }, [key]);
  if (!dates.length) return <p class="soft">No day is chosen.</p>;
  if (!does) return <p class="soft">Counting …</p>;
  const conflicts = does.new_conflicts.length;
  return (
    <p role="status" class={conflicts ? "warn-words" : undefined}>
      With these days: cost {moneyChange(does.cost, currency)}, boneyard {signed(does.boneyard)}, {count(conflicts, "new conflict")}
      {conflicts ? `: ${does.new_conflicts[0]}` : ""}.
    </p>
  );
}

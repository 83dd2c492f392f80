// The ways to go on side by side, from fewest changes to cheapest; one is looked at.

import { useState } from "preact/hooks";
import { store } from "../state.js";
import { count, money, moneyChange } from "../words.js";
import { closeHappened } from "./HappenedDialog.js";
import { Proposed } from "./Proposed.js";
import type { FactTold, PlanAnswer, Proposal, Whole } from "./types.js";
import { factName, valueTold } from "../views/naming.js";
import { spanText, spelled } from "../views/values.js";
import { enterFacts, tellGood } from "./work.js";

export function WaysOn({ whole, answer, done }: { whole: Whole; answer: PlanAnswer; done: () => void }) {
  const [way, setWay] = useState(0);
  return (
    <div class="ways">
      <Entered whole={whole} answer={answer} />
      <WayTable answer={answer} way={way} choose={setWay} />
      <Proposed key={way} whole={whole} way={way} done={done} isListed />
    </div>
  );
}

function Entered({ whole, answer }: { whole: Whole; answer: PlanAnswer }) {
  const facts = answer.facts ?? [];
  const rests = answer.rests ?? [];
  const only = () =>
    enterFacts(whole.job.id).then(
      () => {
        tellGood("The fact is entered; the board stays as it is.");
        closeHappened();
      },
      (error: unknown) => store.set({ notice: { kind: "bad", text: String(error) } }),
    );
  return (
    <>
      <Broken before={answer.broken_before ?? []} now={answer.broken_now ?? []} />
      {facts.length ? (
        <p class="soft">
          Entered with the way that you take, and undone with it:{" "}
          {facts.map((fact) => (
            <span key={fact.path}>
              <b title={fact.path}>{factTold(fact)}</b>{" "}
            </span>
          ))}
          <button type="button" class="plain link" onClick={() => void only()}>
            Enter only this, leave the board
          </button>
        </p>
      ) : null}
      {rests.length ? (
        <p class="soft">What is left becomes a scene of its own: {rests.map((one) => restNumber(one.part_of)).join(", ")}.</p>
      ) : null}
    </>
  );
}

const SHOWN_MOST = 4;

/** What the board would break as it stands: what is new, and what it broke before. */
function Broken({ before, now }: { before: string[]; now: string[] }) {
  const had = new Set(before);
  const fresh = now.filter((said) => !had.has(said));
  const old = now.length - fresh.length;
  if (!now.length) return <p>Left as it stands, the board breaks no rule.</p>;
  return (
    <div class="warn-words">
      <p>
        {fresh.length ? `Left as it stands, the board would break ${count(fresh.length, "rule")} by this` : "Left as it stands, the board breaks no rule by this"}
        {old ? `; ${count(old, "conflict")} it has already.` : fresh.length ? ":" : "."}
      </p>
      <ul>
        {fresh.slice(0, SHOWN_MOST).map((said) => (
          <li key={said}>{spelled(said)}</li>
        ))}
        {fresh.length > SHOWN_MOST ? <li>and {fresh.length - SHOWN_MOST} more</li> : null}
      </ul>
    </div>
  );
}

/** ``Tom Cruise: not available, 5 Oct 20 – 25 Oct 20``. */
function factTold(fact: FactTold): string {
  const { shoot } = store.get();
  const name = factName(fact.path, shoot);
  if (fact.removes) return `${name}, removed;`;
  const value = fact.value;
  const isSpan = typeof value === "object" && value !== null && "from" in value && "to" in value;
  return `${name}, ${isSpan ? spanText(value) : valueTold(fact.path, value, shoot)};`;
}

/** What the rest of a scene is called: its number, and that it is a rest. */
function restNumber(scene: string): string {
  const found = store.get().shoot?.scenes.find((one) => one.id === scene);
  return `${found?.number ?? scene} rest`;
}

function WayTable({ answer, way, choose }: { answer: PlanAnswer; way: number; choose: (way: number) => void }) {
  const currency = store.get().shoot?.currency ?? "USD";
  return (
    <table class="plain-table ways-table">
      <thead>
        <tr>
          <th>Way</th>
          <th class="number">Cost</th>
          <th class="number">Change</th>
          <th class="number">Strips moved</th>
          <th class="number">People with other days</th>
          <th class="number">Boneyard</th>
          <th>Late</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {answer.proposals.map((one, at) => (
          <tr key={at} class={at === way ? "chosen" : undefined}>
            <th>
              <label class="choice">
                <input type="radio" name="way" checked={at === way} onChange={() => choose(at)} />
                <span>{at + 1}</span>
              </label>
            </th>
            <td class="number">{money(one.cost, currency)}</td>
            <td class="number">{one.cost === one.cost_before ? "–" : moneyChange(one.cost - one.cost_before, currency)}</td>
            <td class="number">{one.moved.length}</td>
            <td class="number">{one.people.length}</td>
            <td class="number">{one.boneyard.length || "–"}</td>
            <td>{lateness(one)}</td>
            <td class="soft">{remark(one, at, answer.proposals.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lateness(one: Proposal): string {
  const late = one.late.filter((picture) => picture.days > 0);
  return late.length ? late.map((picture) => `${picture.title} ${count(picture.days, "day")}`).join(", ") : "in time";
}

function remark(one: Proposal, at: number, many: number): string {
  if (!one.moved.length && !one.strips.length) return "nothing moves";
  if (one.is_fewest) return "proven: fewer cannot move";
  if (many > 1 && at === 0) return "fewest changes";
  return many > 1 && at === many - 1 ? "cheapest" : "";
}


// "Optimize": the whole board, a selection, or from a date on.

import { useState } from "preact/hooks";
import { chosen } from "../acting.js";
import { dateOf, dayKeys } from "../doc.js";
import { Frame } from "../dialogs/Frame.js";
import { shownStanding, store } from "../state.js";
import { count, longDate } from "../words.js";
import { Proposed } from "./Proposed.js";
import { Failed, Running } from "./Running.js";
import { forget, start, useJob, useWork } from "./work.js";

type Scope = "all" | "selection" | "from";
const TIMES = [
  [20, "20 seconds"],
  [60, "1 minute"],
  [300, "5 minutes"],
  [86400, "until I stop it"],
] as const;

export function PlanDialog() {
  const plan = useJob("plan");
  const { shown } = useWork();
  const done = () => forget("plan");
  return (
    <Frame title="Optimize" wide>
      {plan === null || shown.plan === undefined ? (
        <Ask />
      ) : plan.job.state === "done" && plan.answer ? (
        <Proposed whole={plan} way={0} done={done} />
      ) : plan.job.state === "failed" || plan.job.state === "stopped" ? (
        <>
          <Failed job={plan.job} />
          <footer>
            <button type="button" class="main" onClick={done}>
              Try again
            </button>
          </footer>
        </>
      ) : (
        <Running whole={plan} still="You can go on editing: close this, and the plan goes on. Nothing changes until you take it." />
      )}
    </Frame>
  );
}

function Ask() {
  const state = store.get();
  const standing = shownStanding(state);
  const picked = state.selected.size ? chosen() : [];
  const dates = standing ? [...new Set(dayKeys(standing).map(dateOf))] : [];
  const [scope, setScope] = useState<Scope>(picked.length > 1 ? "selection" : "all");
  const [from, setFrom] = useState(dates[0] ?? "");
  const [seconds, setSeconds] = useState(20);
  const [fault, setFault] = useState("");
  const go = (event: Event) => {
    event.preventDefault();
    const wish = { board: state.board, seconds };
    const asked =
      scope === "from"
        ? start("plan", { ...wish, kind: "replan", today: from })
        : start("plan", { ...wish, ...(scope === "selection" ? { strips: picked } : {}) });
    asked.catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  };
  const locked = (standing?.locked_strips.length ?? 0) + (standing?.locked_days.length ?? 0);
  return (
    <form onSubmit={go}>
      <fieldset>
        <legend>What may move</legend>
        <Choice name="scope" value="all" now={scope} set={setScope} label="The whole board" hint="every strip may get another day" />
        <Choice
          name="scope"
          value="selection"
          now={scope}
          set={setScope}
          disabled={picked.length === 0}
          label={picked.length ? `The selection: ${count(picked.length, "strip")}` : "The selection"}
          hint={picked.length ? "all others stay on their days" : "select strips on the board first"}
        />
        <Choice
          name="scope"
          value="from"
          now={scope}
          set={setScope}
          disabled={!dates.length}
          label="From a date on"
          hint="what stands before it stays"
        />
        {scope === "from" ? (
          <label>
            First date that may move
            <select value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
              {dates.map((date) => (
                <option key={date} value={date}>
                  {longDate(date)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </fieldset>
      <fieldset>
        <legend>How long to search</legend>
        <div class="row">
          {TIMES.map(([value, label]) => (
            <label key={value} class="choice">
              <input type="radio" name="seconds" checked={seconds === value} onChange={() => setSeconds(value)} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p class="soft">
        {locked ? `${count(locked, "lock")} will be kept. ` : ""}It begins from the board as it stands, never gives a dearer one,
        and changes nothing until you take it.
      </p>
      {fault ? (
        <p class="bad-words" role="alert">
          {fault}
        </p>
      ) : null}
      <footer>
        <button type="submit" class="main">
          Optimize
        </button>
      </footer>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  value: T;
  now: T;
  set: (value: T) => void;
  label: string;
  hint: string;
  disabled?: boolean;
}

export function Choice<T extends string>({ name, value, now, set, label, hint, disabled }: ChoiceProps<T>) {
  return (
    <label class="choice">
      <input type="radio" name={name} checked={now === value} disabled={disabled} onChange={() => set(value)} />
      <span>
        <b>{label}</b> <span class="soft">{hint}</span>
      </span>
    </label>
  );
}

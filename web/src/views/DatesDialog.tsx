// The dates of one person or thing: not available, or only between.

import { useEffect, useRef, useState } from "preact/hooks";
import { SaidFields, NOBODY_SAID, saidAs } from "./FactForm.js";
import { setFact } from "./asking.js";
import type { Thing } from "./tables.js";
import { isDate, spanText, told } from "./values.js";

export interface DatesDialogProps {
  root: "person" | "location" | "element";
  part: "unavailable" | "window";
  owner: string;
  name: string;
  things: readonly Thing[];
  close: () => void;
  first?: string;
  last?: string;
}

export function DatesDialog(props: DatesDialogProps) {
  const { root, part, owner, name, things, close } = props;
  const element = useRef<HTMLDialogElement>(null);
  const [first, setFirst] = useState(props.first ?? "");
  const [last, setLast] = useState(props.last ?? "");
  const [reason, setReason] = useState("");
  const [said, setSaid] = useState(NOBODY_SAID);
  const [error, setError] = useState("");
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    element.current?.showModal();
    return () => before?.focus();
  }, []);
  const found = things.filter((one) => one.root === root && one.owner === owner && one.part === part);
  const isAway = part === "unavailable";
  const remove = async (path: string) => setError((await setFact(path, null)) ?? "");
  const add = async (event: Event) => {
    event.preventDefault();
    const end = last || first;
    if (!isDate(first) || !isDate(end)) return setError("Give the first and the last date.");
    if (end < first) return setError("The last date is before the first.");
    const value = isAway ? { from: first, to: end, ...(reason.trim() ? { reason: reason.trim() } : {}) } : [first, end];
    const why = await setFact(`${root}/${owner}/${part}/${freeKey(found)}`, value, saidAs(said));
    if (why === null) close();
    else setError(why);
  };
  return (
    <dialog ref={element} aria-labelledby="dates-title" onCancel={close} onClose={close}>
      <div class="dialog">
        <header>
          <h2 id="dates-title">
            {name}: {isAway ? "not available" : "only between"}
          </h2>
          <button type="button" class="plain close" aria-label="Close" onClick={close}>
            ✕
          </button>
        </header>
        {found.length ? (
          <ul class="dates-list">
            {found.map((one) => (
              <li key={one.path}>
                <span>
                  <b>{spanText(one.value)}</b>{" "}
                  {isAway ? told((one.value as Record<string, unknown>)["reason"] ?? "") : null}
                  {one.status === "confirmed" ? null : <em class={`chip ${one.status}`}>{one.status}</em>}
                </span>
                <button type="button" class="plain" aria-label={`Remove ${spanText(one.value)}`} onClick={() => void remove(one.path)}>
                  ✕
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <form onSubmit={(event) => void add(event)}>
          <div class="row">
            <label>
              First date
              <input type="date" value={first} onInput={(event) => setFirst(event.currentTarget.value)} />
            </label>
            <label>
              Last date
              <input type="date" value={last} onInput={(event) => setLast(event.currentTarget.value)} />
            </label>
          </div>
          {isAway ? (
            <label>
              Reason
              <input value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
            </label>
          ) : null}
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
            <button type="button" onClick={close}>
              Cancel
            </button>
          </footer>
        </form>
      </div>
    </dialog>
  );
}

function freeKey(found: readonly Thing[]): string {
  const taken = new Set(found.map((one) => one.path.split("/").at(-1)));
  let number = found.length + 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}

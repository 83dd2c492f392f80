// A value that is edited where it stands: Enter takes it, Esc puts it back.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { setFact } from "./asking.js";
import { shownText, typedValue } from "./values.js";
import type { Kind, Named } from "./values.js";

export type Option = Named;

export interface FieldProps {
  /** Where the fact stands, such as ``person/nora/name``. */
  path: string;
  /** What it is called, for who cannot see the column. */
  label: string;
  kind: Kind;
  value: unknown;
  /** What can be chosen; of a list, what it can name. */
  options?: readonly Option[];
  /** Whether there has to be something. */
  needed?: boolean;
  canEdit: boolean;
  long?: boolean;
  placeholder?: string;
}

export function Field(props: FieldProps) {
  const { path, label, kind, value, options, canEdit } = props;
  const names = kind === "list" ? options : undefined;
  const before = shownText(kind, value, names);
  const [text, setText] = useState(before);
  const [error, setError] = useState("");
  const [isWaiting, setWaiting] = useState(false);
  const at = useRef(path);
  const id = useId();
  useEffect(() => {
    at.current = path;
    setText(before);
    setError("");
  }, [path, before]);
  if (!canEdit) return <span class={`read ${kind}`}>{readText(before, kind, options)}</span>;

  const take = async (said: string) => {
    if (said.trim() === before.trim()) return setError("");
    const typed = typedValue(kind, said, names);
    if (typed.error !== undefined) return setError(typed.error);
    if (typed.value === null && props.needed) return setError(`${label} is needed.`);
    setWaiting(true);
    const why = await setFact(path, typed.value);
    if (at.current !== path) return;
    setWaiting(false);
    setError(why ?? "");
  };
  const shared = {
    "aria-label": label,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": error ? id : undefined,
  } as const;
  return (
    <span class={`field ${kind}${text ? "" : " none"}${error ? " wrong" : ""}${isWaiting ? " waiting" : ""}`}>
      {kind === "flag" ? (
        <input
          {...shared}
          type="checkbox"
          checked={value === true}
          onChange={(event) => void take(String(event.currentTarget.checked))}
        />
      ) : options && !names ? (
        <select {...shared} value={text} onChange={(event) => void take(event.currentTarget.value)}>
          {props.needed && options.some((one) => one.value === text) ? null : (
            <option value={props.needed ? text : ""}>{props.needed ? text || "–" : "–"}</option>
          )}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      ) : props.long ? (
        <textarea
          {...shared}
          rows={2}
          value={text}
          placeholder={props.placeholder ?? ""}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={() => void take(text.replaceAll("\n", " "))}
          onKeyDown={(event) => editKeys(event, before, setText)}
        />
      ) : (
        <input
          {...shared}
          type={(kind === "date" ? "date" : "text") as "text"}
          value={text}
          placeholder={props.placeholder ?? ""}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={(event) => void take(event.currentTarget.value)}
          onKeyDown={(event) => editKeys(event, before, setText)}
        />
      )}
      {error ? (
        <span id={id} class="error" role="alert">
          {error}
        </span>
      ) : null}
    </span>
  );
}

function readText(text: string, kind: Kind, options?: readonly Option[]): string {
  if (kind === "flag") return text === "true" ? "yes" : "no";
  return options?.find((one) => one.value === text)?.label ?? text;
}

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Enter and the arrows go to the same column of another row; Esc puts back. */
function editKeys(event: KeyboardEvent, before: string, setText: (text: string) => void): void {
  const box = event.currentTarget as Box;
  if (event.key === "Escape") {
    setText(before);
    box.value = before;
    event.stopPropagation();
    return;
  }
  const isDate = box.type === "date";
  const step = event.key === "Enter" ? (event.shiftKey ? -1 : 1) : isDate ? 0 : event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step || box.tagName === "TEXTAREA" && event.key !== "Enter") return;
  event.preventDefault();
  const next = neighbor(box, step);
  if (next) {
    next.focus();
    if (next instanceof HTMLInputElement && next.type === "text") next.select();
  } else {
    box.blur();
  }
}

function neighbor(box: HTMLElement, step: number): HTMLElement | null {
  const cell = box.closest("td, th");
  const row = cell?.closest("tr");
  if (!cell || !row) return null;
  const at = [...row.children].indexOf(cell);
  let other = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  while (other) {
    const found = other.children[at]?.querySelector<HTMLElement>("input, select, textarea");
    if (found) return found;
    other = step > 0 ? other.nextElementSibling : other.previousElementSibling;
  }
  return null;
}

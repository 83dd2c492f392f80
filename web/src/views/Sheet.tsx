// A table of things whose cells are facts: edited where they stand, added, removed.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Field } from "./Field.js";
import type { Option } from "./Field.js";
import { canEdit, setFact } from "./asking.js";
import { count } from "../words.js";
import type { Kind } from "./values.js";

export type Data = Record<string, unknown>;

export interface Row {
  /** The fact of the whole thing, such as ``person/nora``. */
  path: string;
  /** What it is called. */
  name: string;
  data: Data;
}

export interface Column {
  key: string;
  label: string;
  kind?: Kind;
  options?: readonly Option[];
  needed?: boolean;
  /** Wide, narrow, or as the words need. */
  width?: "wide" | "narrow" | "number" | "date";
  /** What stands there where it is no field of the thing itself. */
  draw?: (row: Row) => ComponentChildren;
  tells?: string;
}

export interface SheetProps {
  title: string;
  rows: readonly Row[];
  columns: readonly Column[];
  /** Gives what a new thing of a name would be. */
  add?: (name: string) => { path: string; value: unknown };
  addLabel?: string;
  /** What a row of it is called: ``person``. */
  noun: string;
  plural?: string;
  removable?: boolean;
  note?: ComponentChildren;
}

export function Sheet(props: SheetProps) {
  const isEditor = canEdit();
  const { title, rows, columns, noun } = props;
  const [search, setSearch] = useState("");
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = words.length
    ? rows.filter((row) => {
        const text = JSON.stringify([row.name, row.data]).toLowerCase();
        return words.every((word) => text.includes(word));
      })
    : rows;
  return (
    <section class="sheet">
      <header>
        <h2>{title}</h2>
        <span class="soft">{count(rows.length, noun, props.plural)}</span>
        {rows.length > 12 ? (
          <input
            type="search"
            aria-label={`Search ${title}`}
            placeholder="Search"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        ) : null}
      </header>
      {props.note ? <p class="soft note">{props.note}</p> : null}
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <table class="facts-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" class={column.width} title={column.tells}>
                  {column.label}
                </th>
              ))}
              <th scope="col" class="acts">
                <span class="hidden">History, remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <SheetRow key={row.path} row={row} columns={columns} isEditor={isEditor} removable={props.removable !== false} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 ? <p class="empty">{rows.length ? "Nothing is found." : "Nothing here yet."}</p> : null}
      {isEditor && props.add ? <Adder label={props.addLabel ?? `Add a ${noun}`} add={props.add} /> : null}
    </section>
  );
}

function SheetRow(props: { row: Row; columns: readonly Column[]; isEditor: boolean; removable: boolean }) {
  const { row, columns, isEditor } = props;
  const [error, setError] = useState("");
  const remove = async () => setError((await setFact(row.path, null)) ?? "");
  return (
    <>
      <tr>
        {columns.map((column, at) => {
          const cell = column.draw ? (
            <span class="drawn">{column.draw(row)}</span>
          ) : (
            <Field
              path={`${row.path}/${column.key}`}
              label={`${column.label} of ${row.name}`}
              kind={column.kind ?? "words"}
              value={row.data[column.key]}
              canEdit={isEditor}
              {...(column.options ? { options: column.options } : {})}
              {...(column.needed ? { needed: true } : {})}
            />
          );
          return at === 0 ? (
            <th key={column.key} scope="row" class={column.width}>
              {cell}
            </th>
          ) : (
            <td key={column.key} class={column.width}>
              {cell}
            </td>
          );
        })}
        <td class="acts">
          <a href={`#/facts/${row.path}`} aria-label={`Facts of ${row.name}`} title="What is known, and who said it">
            Facts
          </a>
          {isEditor && props.removable ? (
            <button type="button" class="plain" aria-label={`Remove ${row.name}`} title="Remove" onClick={() => void remove()}>
              ✕
            </button>
          ) : null}
        </td>
      </tr>
      {error ? (
        <tr class="error-row">
          <td colSpan={columns.length + 1} role="alert">
            {error}
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Adder({ label, add }: { label: string; add: (name: string) => { path: string; value: unknown } }) {
  const [name, setName] = useState("");
  const [error, setError] = useState("");
  const go = async (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return setError("Give it a name.");
    const made = add(name.trim());
    const why = await setFact(made.path, made.value);
    setError(why ?? "");
    if (why === null) setName("");
  };
  return (
    <form class="adder" onSubmit={(event) => void go(event)}>
      <input
        aria-label={label}
        aria-invalid={error ? true : undefined}
        placeholder={label}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit">Add</button>
      {error ? (
        <span class="error" role="alert">
          {error}
        </span>
      ) : null}
    </form>
  );
}

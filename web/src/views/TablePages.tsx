// The tables of a shoot, each on a page: cast, locations, elements, units, deals, rules.

import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Shoot } from "../doc.js";
import { useStore } from "../state.js";
import { RULES, count } from "../words.js";
import { DatesDialog } from "./DatesDialog.js";
import { Field } from "./Field.js";
import { Sheet } from "./Sheet.js";
import type { Column, Data, Row } from "./Sheet.js";
import { canEdit, setFact, useAnswer } from "./asking.js";
import {
  BASE_COLUMNS,
  MOVE_COLUMNS,
  PICTURE_COLUMNS,
  castColumns,
  elementColumns,
  idIn,
  locationColumns,
  newBase,
  newElement,
  newLocation,
  newPerson,
  newPicture,
  newUnit,
  optionsOf,
  rowsOf,
  unitColumns,
} from "./tables.js";
import type { Thing } from "./tables.js";
import { isDate, told } from "./values.js";

function Page({ children }: { children: (shoot: Shoot, things: Thing[]) => ComponentChildren }) {
  const shoot = useStore((state) => state.shoot);
  const { data, error } = useAnswer<{ things: Thing[] }>("/api/things");
  if (!shoot) return <p class="wait">Opening …</p>;
  return (
    <div class="view besides tables">
      {error ? <p class="error">{error}</p> : null}
      {children(shoot, data?.things ?? [])}
    </div>
  );
}

export function Cast() {
  const [open, setOpen] = useState<Row | null>(null);
  return (
    <Page>
      {(shoot, things) => (
        <>
          <Sheet
            title="Cast"
            noun="person"
            plural="people"
            rows={rowsOf("person", [...shoot.people].sort((a, b) => (shoot.board_numbers[a.id] ?? 0) - (shoot.board_numbers[b.id] ?? 0)))}
            columns={withDates(castColumns(shoot, things), "away", setOpen)}
            add={newPerson(shoot)}
          />
          {open ? (
            <DatesDialog root="person" part="unavailable" owner={idIn(open)} name={open.name} things={things} close={() => setOpen(null)} />
          ) : null}
        </>
      )}
    </Page>
  );
}

export function Locations() {
  const [open, setOpen] = useState<Row | null>(null);
  const moves = (shoot: Shoot) => ((shoot as unknown as Data)["moves"] ?? []) as Data[];
  return (
    <Page>
      {(shoot, things) => (
        <>
          <Sheet
            title="Locations"
            noun="location"
            rows={rowsOf("location", shoot.locations)}
            columns={withDates(locationColumns(shoot, things), "only", setOpen)}
            add={newLocation(shoot)}
          />
          <Sheet title="Bases" noun="base" rows={rowsOf("base", shoot.bases)} columns={BASE_COLUMNS} add={newBase(shoot)} />
          <Sheet
            title="Company moves"
            noun="move"
            rows={moves(shoot).map((one) => ({
              path: `move/${String(one["from"])}/${String(one["to"])}`,
              name: `${String(one["from"])} to ${String(one["to"])}`,
              data: one,
            }))}
            columns={MOVE_COLUMNS(shoot)}
          />
          {open ? (
            <DatesDialog root="location" part="window" owner={idIn(open)} name={open.name} things={things} close={() => setOpen(null)} />
          ) : null}
        </>
      )}
    </Page>
  );
}

export function Elements() {
  const [open, setOpen] = useState<Row | null>(null);
  return (
    <Page>
      {(shoot, things) => (
        <>
          <Sheet
            title="Elements"
            noun="element"
            addLabel="Add an element"
            rows={rowsOf("element", [...(shoot.elements ?? [])].sort((a, b) => (a.category + a.name < b.category + b.name ? -1 : 1)))}
            columns={withDates(elementColumns(shoot, things), "only", setOpen)}
            add={newElement(shoot)}
          />
          {open ? (
            <DatesDialog root="element" part="window" owner={idIn(open)} name={open.name} things={things} close={() => setOpen(null)} />
          ) : null}
        </>
      )}
    </Page>
  );
}

export function Units() {
  return (
    <Page>
      {(shoot, things) => (
        <>
          <Sheet title="Pictures" noun="picture" rows={rowsOf("picture", shoot.pictures, "title")} columns={PICTURE_COLUMNS} add={newPicture(shoot)} />
          <Sheet title="Units" noun="unit" rows={rowsOf("unit", shoot.units)} columns={unitColumns(shoot)} add={newUnit(shoot)} />
          <FreeDates things={things} shoot={shoot} />
        </>
      )}
    </Page>
  );
}

function FreeDates({ things, shoot }: { things: Thing[]; shoot: Shoot }) {
  const hiatuses = things.filter((one) => one.root === "hiatus");
  const holidays = things.filter((one) => one.root === "holiday");
  return (
    <>
      <Sheet
        title="Hiatuses"
        noun="hiatus"
        plural="hiatuses"
        rows={hiatuses.map((one) => ({ path: one.path, name: one.owner, data: one.value as Data }))}
        columns={[
          { key: "from", label: "First date", kind: "date", needed: true, width: "date" },
          { key: "to", label: "Last date", kind: "date", needed: true, width: "date" },
          { key: "reason", label: "Reason", width: "wide" },
          { key: "units", label: "Units, all where empty", kind: "list", options: optionsOf(shoot.units) },
        ]}
        addLabel="Add a hiatus: its reason"
        add={(reason) => {
          const number = hiatuses.length + 1;
          const start = shoot.units[0]?.start ?? "2027-01-01";
          return { path: `hiatus/${fresh("hiatus", number, hiatuses)}`, value: { from: start, to: start, reason } };
        }}
      />
      <Sheet
        title="Holidays"
        noun="holiday"
        rows={holidays.map((one) => ({ path: one.path, name: one.owner, data: { day: one.owner, name: one.value } }))}
        columns={[
          { key: "day", label: "Date", width: "date", draw: (row) => told(row.data["day"]) },
          { key: "name", label: "Name", width: "wide", draw: (row) => (row.data["name"] === true ? "" : String(row.data["name"])) },
        ]}
        addLabel="Add a holiday: 2027-12-25 Christmas"
        add={(text) => {
          const [day = "", ...words] = text.split(/\s+/);
          return { path: `holiday/${isDate(day) ? day : text}`, value: words.join(" ") || true };
        }}
      />
    </>
  );
}

function fresh(stem: string, from: number, things: Thing[]): string {
  const taken = new Set(things.map((one) => one.owner));
  let number = from;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** Lets the dates of a row be edited beside where they are shown. */
function withDates(columns: Column[], key: string, open: (row: Row) => void): Column[] {
  const isEditor = canEdit();
  return columns.map((column) => {
    if (column.key !== key || !column.draw || !isEditor) return column;
    const draw = column.draw;
    return {
      ...column,
      draw: (row: Row) => (
        <span class="with-dates">
          {draw(row)}
          <button type="button" class="plain add-dates" aria-label={`${column.label}: dates of ${row.name}`} title="Dates" onClick={() => open(row)}>
            ✎
          </button>
        </span>
      ),
    };
  });
}

const DEALS = ["daily", "weekly", "flat", "none"].map((one) => ({ value: one, label: one }));

export function Deals() {
  return (
    <Page>
      {(shoot, things) => {
        const names = new Map(shoot.people.map((one) => [one.id, shoot.board_names[one.id] ?? one.name]));
        const deals = things.filter((one) => one.part === "deal");
        const without = shoot.people.filter((one) => !deals.some((deal) => deal.owner === one.id));
        return (
          <>
            <Sheet
              title="Deals"
              noun="deal"
              note={deals.length ? null : "Rates are shown to those who may edit."}
              rows={deals.map((one) => ({ path: one.path, name: names.get(one.owner) ?? one.owner, data: one.value as Data }))}
              columns={[
                { key: "person", label: "Person", width: "wide", draw: (row) => row.name },
                { key: "kind", label: "Paid", options: DEALS, needed: true },
                { key: "rate", label: `Rate, ${shoot.currency}`, kind: "whole", width: "number", needed: true },
                { key: "hold", label: "Part paid on hold", kind: "number", width: "number" },
                { key: "drops", label: "Drops", kind: "whole", width: "number", tells: "How many gaps may go unpaid" },
                { key: "drop_after_days", label: "Drop after days", kind: "whole", width: "number" },
                { key: "pictures", label: "Pictures, all where empty", kind: "list", options: optionsOf(shoot.pictures, "title"), width: "wide" },
              ]}
            />
            <NewDeal people={without.length ? without : shoot.people} shoot={shoot} things={deals} />
          </>
        );
      }}
    </Page>
  );
}

function NewDeal({ people, shoot, things }: { people: Shoot["people"]; shoot: Shoot; things: Thing[] }) {
  const isEditor = canEdit();
  const [person, setPerson] = useState("");
  const [error, setError] = useState("");
  if (!isEditor) return null;
  const add = async (event: Event) => {
    event.preventDefault();
    const owner = person || people[0]?.id;
    if (!owner) return;
    const taken = new Set(things.filter((one) => one.owner === owner).map((one) => one.path));
    let number = 1;
    while (taken.has(`person/${owner}/deal/${number}`)) number += 1;
    setError((await setFact(`person/${owner}/deal/${number}`, { kind: "daily", rate: 0 })) ?? "");
  };
  return (
    <form class="adder" onSubmit={(event) => void add(event)}>
      <select aria-label="Person of the new deal" value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
        {optionsOf(people).map((one) => (
          <option key={one.value} value={one.value}>
            {shoot.board_names[one.value] ?? one.label}
          </option>
        ))}
      </select>
      <button type="submit">Add a deal</button>
      {error ? (
        <span class="error" role="alert">
          {error}
        </span>
      ) : null}
    </form>
  );
}

const LEVELS = [
  { value: "blocks", label: "blocks" },
  { value: "warns", label: "warns" },
  { value: "ignored", label: "ignored" },
];

export function Rules() {
  const isEditor = canEdit();
  const shoot = useStore((state) => state.shoot);
  const violations = useStore((state) => state.meaning?.violations);
  if (!shoot) return <p class="wait">Opening …</p>;
  const levels = ((shoot as unknown as Data)["rules"] ?? {}) as Record<string, string>;
  const broken = (rule: string) => (violations ?? []).filter((one) => one.rule === rule).length;
  return (
    <div class="view besides tables">
      <section class="sheet">
        <header>
          <h2>Rules</h2>
          <span class="soft">What breaking a rule means: it blocks, it warns, or it is ignored.</span>
        </header>
        <div class="scroll" tabIndex={0} role="region" aria-label="Rules">
          <table class="facts-table rules">
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col" class="wide">
                  What is broken
                </th>
                <th scope="col">Breaking it</th>
                <th scope="col">On this board</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(RULES).map(([rule, said]) => (
                <tr key={rule}>
                  <th scope="row">{rule}</th>
                  <td>{said}</td>
                  <td>
                    <Field path={`rule/${rule}`} label={`Breaking ${rule}`} kind="choice" value={levels[rule] ?? "blocks"} options={LEVELS} needed canEdit={isEditor} />
                  </td>
                  <td>{broken(rule) ? <span class="chip bad">broken {count(broken(rule), "time")}</span> : <span class="soft">kept</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}

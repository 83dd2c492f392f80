import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The tables of a shoot, each on a page: cast, locations, elements, units, deals, rules.
import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { RULES, count } from "../words.js";
import { DatesDialog } from "./DatesDialog.js";
import { Field } from "./Field.js";
import { Sheet } from "./Sheet.js";
import { canEdit, setFact, useAnswer } from "./asking.js";
import { BASE_COLUMNS, MOVE_COLUMNS, PICTURE_COLUMNS, castColumns, elementColumns, idIn, locationColumns, newBase, newElement, newLocation, newPerson, newPicture, newUnit, optionsOf, rowsOf, unitColumns, } from "./tables.js";
import { isDate, told } from "./values.js";
function Page({ children }) {
    const shoot = useStore((state) => state.shoot);
    const { data, error } = useAnswer("/api/things");
    if (!shoot)
        return _jsx("p", { class: "wait", children: "Opening \u2026" });
    return (_jsxs("div", { class: "view besides tables", children: [error ? _jsx("p", { class: "error", children: error }) : null, children(shoot, data?.things ?? [])] }));
}
export function Cast() {
    const [open, setOpen] = useState(null);
    return (_jsx(Page, { children: (shoot, things) => (_jsxs(_Fragment, { children: [_jsx(Sheet, { title: "Cast", noun: "person", plural: "people", rows: rowsOf("person", [...shoot.people].sort((a, b) => (shoot.board_numbers[a.id] ?? 0) - (shoot.board_numbers[b.id] ?? 0))), columns: withDates(castColumns(shoot, things), "away", setOpen), add: newPerson(shoot) }), open ? (_jsx(DatesDialog, { root: "person", part: "unavailable", owner: idIn(open), name: open.name, things: things, close: () => setOpen(null) })) : null] })) }));
}
export function Locations() {
    const [open, setOpen] = useState(null);
    const moves = (shoot) => (shoot["moves"] ?? []);
    return (_jsx(Page, { children: (shoot, things) => (_jsxs(_Fragment, { children: [_jsx(Sheet, { title: "Locations", noun: "location", rows: rowsOf("location", shoot.locations), columns: withDates(locationColumns(shoot, things), "only", setOpen), add: newLocation(shoot) }), _jsx(Sheet, { title: "Bases", noun: "base", rows: rowsOf("base", shoot.bases), columns: BASE_COLUMNS, add: newBase(shoot) }), _jsx(Sheet, { title: "Company moves", noun: "move", rows: moves(shoot).map((one) => ({
                        path: `move/${String(one["from"])}/${String(one["to"])}`,
                        name: `${String(one["from"])} to ${String(one["to"])}`,
                        data: one,
                    })), columns: MOVE_COLUMNS(shoot) }), open ? (_jsx(DatesDialog, { root: "location", part: "window", owner: idIn(open), name: open.name, things: things, close: () => setOpen(null) })) : null] })) }));
}
export function Elements() {
    const [open, setOpen] = useState(null);
    return (_jsx(Page, { children: (shoot, things) => (_jsxs(_Fragment, { children: [_jsx(Sheet, { title: "Elements", noun: "element", addLabel: "Add an element", rows: rowsOf("element", [...(shoot.elements ?? [])].sort((a, b) => (a.category + a.name < b.category + b.name ? -1 : 1))), columns: withDates(elementColumns(shoot, things), "only", setOpen), add: newElement(shoot) }), open ? (_jsx(DatesDialog, { root: "element", part: "window", owner: idIn(open), name: open.name, things: things, close: () => setOpen(null) })) : null] })) }));
}
export function Units() {
    return (_jsx(Page, { children: (shoot, things) => (_jsxs(_Fragment, { children: [_jsx(Sheet, { title: "Pictures", noun: "picture", rows: rowsOf("picture", shoot.pictures, "title"), columns: PICTURE_COLUMNS, add: newPicture(shoot) }), _jsx(Sheet, { title: "Units", noun: "unit", rows: rowsOf("unit", shoot.units), columns: unitColumns(shoot), add: newUnit(shoot) }), _jsx(FreeDates, { things: things, shoot: shoot })] })) }));
}
function FreeDates({ things, shoot }) {
    const hiatuses = things.filter((one) => one.root === "hiatus");
    const holidays = things.filter((one) => one.root === "holiday");
    return (_jsxs(_Fragment, { children: [_jsx(Sheet, { title: "Hiatuses", noun: "hiatus", plural: "hiatuses", rows: hiatuses.map((one) => ({ path: one.path, name: one.owner, data: one.value })), columns: [
                    { key: "from", label: "First date", kind: "date", needed: true, width: "date" },
                    { key: "to", label: "Last date", kind: "date", needed: true, width: "date" },
                    { key: "reason", label: "Reason", width: "wide" },
                    { key: "units", label: "Units, all where empty", kind: "list", options: optionsOf(shoot.units) },
                ], addLabel: "Add a hiatus: its reason", add: (reason) => {
                    const number = hiatuses.length + 1;
                    const start = shoot.units[0]?.start ?? "2027-01-01";
                    return { path: `hiatus/${fresh("hiatus", number, hiatuses)}`, value: { from: start, to: start, reason } };
                } }), _jsx(Sheet, { title: "Holidays", noun: "holiday", rows: holidays.map((one) => ({ path: one.path, name: one.owner, data: { day: one.owner, name: one.value } })), columns: [
                    { key: "day", label: "Date", width: "date", draw: (row) => told(row.data["day"]) },
                    { key: "name", label: "Name", width: "wide", draw: (row) => (row.data["name"] === true ? "" : String(row.data["name"])) },
                ], addLabel: "Add a holiday: 2027-12-25 Christmas", add: (text) => {
                    const [day = "", ...words] = text.split(/\s+/);
                    return { path: `holiday/${isDate(day) ? day : text}`, value: words.join(" ") || true };
                } })] }));
}
function fresh(stem, from, things) {
    const taken = new Set(things.map((one) => one.owner));
    let number = from;
    while (taken.has(`${stem}-${number}`))
        number += 1;
    return `${stem}-${number}`;
}
/** Lets the dates of a row be edited beside where they are shown. */
function withDates(columns, key, open) {
    const isEditor = canEdit();
    return columns.map((column) => {
        if (column.key !== key || !column.draw || !isEditor)
            return column;
        const draw = column.draw;
        return {
            ...column,
            draw: (row) => (_jsxs("span", { class: "with-dates", children: [draw(row), _jsx("button", { type: "button", class: "plain add-dates", "aria-label": `${column.label}: dates of ${row.name}`, title: "Dates", onClick: () => open(row), children: "\u270E" })] })),
        };
    });
}
const DEALS = ["daily", "weekly", "flat", "none"].map((one) => ({ value: one, label: one }));
export function Deals() {
    return (_jsx(Page, { children: (shoot, things) => {
            const names = new Map(shoot.people.map((one) => [one.id, shoot.board_names[one.id] ?? one.name]));
            const deals = things.filter((one) => one.part === "deal");
            const without = shoot.people.filter((one) => !deals.some((deal) => deal.owner === one.id));
            return (_jsxs(_Fragment, { children: [_jsx(Sheet, { title: "Deals", noun: "deal", note: deals.length ? null : "Rates are shown to those who may edit.", rows: deals.map((one) => ({ path: one.path, name: names.get(one.owner) ?? one.owner, data: one.value })), columns: [
                            { key: "person", label: "Person", width: "wide", draw: (row) => row.name },
                            { key: "kind", label: "Paid", options: DEALS, needed: true },
                            { key: "rate", label: `Rate, ${shoot.currency}`, kind: "whole", width: "number", needed: true },
                            { key: "hold", label: "Part paid on hold", kind: "number", width: "number" },
                            { key: "drops", label: "Drops", kind: "whole", width: "number", tells: "How many gaps may go unpaid" },
                            { key: "drop_after_days", label: "Drop after days", kind: "whole", width: "number" },
                            { key: "pictures", label: "Pictures, all where empty", kind: "list", options: optionsOf(shoot.pictures, "title"), width: "wide" },
                        ] }), _jsx(NewDeal, { people: without.length ? without : shoot.people, shoot: shoot, things: deals })] }));
        } }));
}
function NewDeal({ people, shoot, things }) {
    const isEditor = canEdit();
    const [person, setPerson] = useState("");
    const [error, setError] = useState("");
    if (!isEditor)
        return null;
    const add = async (event) => {
        event.preventDefault();
        const owner = person || people[0]?.id;
        if (!owner)
            return;
        const taken = new Set(things.filter((one) => one.owner === owner).map((one) => one.path));
        let number = 1;
        while (taken.has(`person/${owner}/deal/${number}`))
            number += 1;
        setError((await setFact(`person/${owner}/deal/${number}`, { kind: "daily", rate: 0 })) ?? "");
    };
    return (_jsxs("form", { class: "adder", onSubmit: (event) => void add(event), children: [_jsx("select", { "aria-label": "Person of the new deal", value: person, onChange: (event) => setPerson(event.currentTarget.value), children: optionsOf(people).map((one) => (_jsx("option", { value: one.value, children: shoot.board_names[one.value] ?? one.label }, one.value))) }), _jsx("button", { type: "submit", children: "Add a deal" }), error ? (_jsx("span", { class: "error", role: "alert", children: error })) : null] }));
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
    if (!shoot)
        return _jsx("p", { class: "wait", children: "Opening \u2026" });
    const levels = (shoot["rules"] ?? {});
    const broken = (rule) => (violations ?? []).filter((one) => one.rule === rule).length;
    return (_jsx("div", { class: "view besides tables", children: _jsxs("section", { class: "sheet", children: [_jsxs("header", { children: [_jsx("h2", { children: "Rules" }), _jsx("span", { class: "soft", children: "What breaking a rule means: it blocks, it warns, or it is ignored." })] }), _jsx("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Rules", children: _jsxs("table", { class: "facts-table rules", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { scope: "col", children: "Rule" }), _jsx("th", { scope: "col", class: "wide", children: "What is broken" }), _jsx("th", { scope: "col", children: "Breaking it" }), _jsx("th", { scope: "col", children: "On this board" })] }) }), _jsx("tbody", { children: Object.entries(RULES).map(([rule, said]) => (_jsxs("tr", { children: [_jsx("th", { scope: "row", children: rule }), _jsx("td", { children: said }), _jsx("td", { children: _jsx(Field, { path: `rule/${rule}`, label: `Breaking ${rule}`, kind: "choice", value: levels[rule] ?? "blocks", options: LEVELS, needed: true, canEdit: isEditor }) }), _jsx("td", { children: broken(rule) ? _jsxs("span", { class: "chip bad", children: ["broken ", count(broken(rule), "time")] }) : _jsx("span", { class: "soft", children: "kept" }) })] }, rule))) })] }) })] }) }));
}

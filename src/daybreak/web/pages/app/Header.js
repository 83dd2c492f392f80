import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The head of the page: what the board comes to, what the last edit did, who is here.
import { redo, undo, moveStrips, chosen } from "./acting.js";
import { RedoIcon, UndoIcon } from "./icons.js";
import { openDialog } from "./dialogs/dialog.js";
import { store, useStore } from "./state.js";
import { count, money, moneyChange, signed } from "./words.js";
const SAVED = {
    saved: "Saved",
    saving: "Saving …",
    unreached: "Not saved: the server cannot be reached",
    refused: "Not taken",
};
const LEGEND = [
    ["int-day", "INT DAY"],
    ["ext-day", "EXT DAY"],
    ["int-night", "INT NIGHT"],
    ["ext-night", "EXT NIGHT"],
    ["dawn", "DAWN"],
    ["dusk", "DUSK"],
];
export function Header() {
    const title = useStore((state) => state.shoot?.title ?? "Daybreak");
    const saved = useStore((state) => state.saved);
    return (_jsxs("header", { class: "top", children: [_jsx("h1", { children: title }), _jsx(BoardChoice, {}), _jsx(Totals, {}), _jsx("span", { class: "space" }), _jsx(People, {}), _jsx("span", { class: `light ${saved}`, role: "status", children: SAVED[saved] })] }));
}
function BoardChoice() {
    const boards = useStore((state) => state.boards);
    const board = useStore((state) => state.board);
    if (!boards.length)
        return null;
    return (_jsxs("label", { class: "board-choice", children: ["Board", _jsx("select", { value: board, onChange: (event) => (location.hash = `#/board/${event.currentTarget.value}`), children: boards.map((one) => (_jsx("option", { value: one, children: one }, one))) })] }));
}
function Totals() {
    const meaning = useStore((state) => state.meaning);
    const before = useStore((state) => state.before);
    const currency = useStore((state) => state.shoot?.currency ?? "USD");
    const isWaiting = useStore((state) => state.meaningHead < state.head || state.pending.length > 0);
    if (!meaning)
        return null;
    const total = meaning.costs["total"] ?? 0;
    const conflicts = meaning.totals.blocks + meaning.totals.warns;
    const change = before && {
        cost: total - before.total,
        held: meaning.hold_days - before.hold_days,
        conflicts: conflicts - before.conflicts,
    };
    const all = () => openDialog({ kind: "conflicts", title: "Conflicts", violations: meaning.violations });
    return (_jsxs("div", { class: isWaiting ? "totals waiting" : "totals", children: [_jsx("span", { children: count(meaning.totals.days, "day") }), _jsxs("a", { href: "#/costs", title: "What it costs, line by line", children: ["Cost ", money(total, currency), " ", change?.cost ? _jsx(Change, { by: change.cost, text: moneyChange(change.cost, currency) }) : null] }), _jsxs("a", { href: "#/days", title: "Day out of days", children: ["Hold days ", meaning.hold_days, " ", change?.held ? _jsx(Change, { by: change.held, text: signed(change.held) }) : null] }), conflicts ? (_jsxs("button", { type: "button", class: "plain conflicts", onClick: all, children: ["\u25B2 ", count(conflicts, "conflict"), " ", change?.conflicts ? _jsx(Change, { by: change.conflicts, text: signed(change.conflicts) }) : null] })) : (_jsx("span", { class: "fine", children: "No conflicts" }))] }));
}
function Change({ by, text }) {
    return _jsx("em", { class: by > 0 ? "worse" : "better", children: text });
}
function People() {
    const others = useStore((state) => othersHere(state));
    return (_jsx("span", { class: "people", "aria-label": "Who is here", children: others.split("\n").filter(Boolean).map((name) => (_jsx("span", { title: name, children: initials(name) }, name))) }));
}
function othersHere(state) {
    const others = state.present.filter((one) => one.key !== state.me);
    return [...new Set(others.map((one) => one.person))].sort().join("\n");
}
function initials(name) {
    const words = name.split(/[\s._-]+/).filter(Boolean);
    return words.slice(0, 2).map((word) => word[0].toUpperCase()).join("");
}
export function Toolbar() {
    const canEdit = useStore((state) => state.role === "edit");
    const picked = useStore((state) => state.selected.size);
    const search = useStore((state) => state.search);
    const night = useStore((state) => state.night);
    return (_jsxs("div", { class: "toolbar", role: "toolbar", "aria-label": "Board", children: [canEdit ? (_jsxs(_Fragment, { children: [_jsx("button", { type: "button", class: "main", onClick: () => openDialog({ kind: "plan" }), children: "Optimize \u2026" }), _jsx("button", { type: "button", onClick: () => openDialog({ kind: "happened" }), children: "Something happened \u2026" }), _jsx("button", { type: "button", onClick: () => openDialog({ kind: "freeze" }), children: "Freeze \u2026" }), _jsx("span", { class: "gap" }), _jsx("button", { type: "button", onClick: undo, "aria-label": "Undo", title: "Undo (Ctrl Z)", children: _jsx(UndoIcon, {}) }), _jsx("button", { type: "button", onClick: redo, "aria-label": "Redo", title: "Redo (Ctrl Shift Z)", children: _jsx(RedoIcon, {}) }), _jsx("button", { type: "button", disabled: !picked, onClick: () => openDialog({ kind: "move", strips: chosen() }), children: "Move to \u2026" }), _jsx("button", { type: "button", disabled: !picked, onClick: () => moveStrips(chosen(), { key: null, after: null }), children: "Boneyard" })] })) : null, _jsxs("label", { class: "search", children: [_jsx("span", { class: "hidden", children: "Search" }), _jsx("input", { id: "search", type: "search", placeholder: "Search: scene, set, person, place  ( / )", value: search, onInput: (event) => store.set({ search: event.currentTarget.value }) })] }), _jsx("span", { class: "space" }), _jsx("span", { class: "legend", "aria-label": "Colors of the strips", children: LEGEND.map(([style, label]) => (_jsx("span", { class: style, children: label }, style))) }), _jsxs("button", { type: "button", onClick: () => store.set({ night: night === "classic" ? "singleton" : "classic" }), title: "Two conventions for night: which of blue and green is an interior", children: ["Night: ", night] }), _jsx("button", { type: "button", onClick: () => openDialog({ kind: "help" }), "aria-label": "Keys", children: "?" })] }));
}

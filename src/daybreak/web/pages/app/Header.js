import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The head of the page: what the board comes to, what the last edit did, who is here.
import { chosen, cut, moveStrips, paste, redo, toggleLock, undo } from "./acting.js";
import { focusStrip } from "./board/focusing.js";
import { mayComment } from "./comments/comments.js";
import { RedoIcon, UndoIcon } from "./icons.js";
import { openDialog } from "./dialogs/dialog.js";
import { usePreview } from "./plan/preview.js";
import { useStore } from "./state.js";
import { count, initials, money, moneyChange, personColor, signed } from "./words.js";
const SAVED = {
    saved: "Saved",
    saving: "Saving …",
    unreached: "Not saved: the server cannot be reached",
    shut: "Not saved: the server was started anew – open the address it prints in this browser",
    refused: "Not taken",
};
export function Header() {
    const title = useStore((state) => state.shoot?.title ?? "Daybreak");
    const saved = useStore((state) => state.saved);
    const waiting = useStore((state) => state.pending.length);
    const queue = waiting && saved !== "saving" ? ` · ${count(waiting, "edit")} waiting` : "";
    return (_jsxs("header", { class: "top", "data-pane": true, children: [_jsx("h1", { title: title, children: title }), _jsx(BoardChoice, {}), _jsx(Totals, {}), _jsx("span", { class: "space" }), _jsx(CommentsLink, {}), _jsx(People, {}), _jsxs("span", { class: `light ${saved}`, role: "status", children: [SAVED[saved], queue] })] }));
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
    return (_jsxs("div", { class: isWaiting ? "totals waiting" : "totals", children: [_jsx("span", { children: count(meaning.totals.days, "day") }), "total" in meaning.costs ? (_jsxs("a", { href: "#/costs", title: "What it costs, line by line", children: ["Cost ", money(total, currency), " ", change?.cost ? _jsx(Change, { by: change.cost, text: moneyChange(change.cost, currency) }) : null] })) : null, _jsxs("a", { href: "#/days", title: "Day out of days", children: ["Hold days ", meaning.hold_days.toLocaleString("en-US"), " ", change?.held ? _jsx(Change, { by: change.held, text: signed(change.held) }) : null] }), conflicts ? (_jsxs("button", { type: "button", class: "plain conflicts", onClick: all, children: ["\u25B2 ", count(conflicts, "conflict"), " ", change?.conflicts ? _jsx(Change, { by: change.conflicts, text: signed(change.conflicts) }) : null] })) : (_jsx("span", { class: "fine", children: "No conflicts" }))] }));
}
function Change({ by, text }) {
    return _jsx("em", { class: by > 0 ? "worse" : "better", children: text });
}
/** Leads to the comments, which have no tab of their own. */
function CommentsLink() {
    const may = useStore((state) => mayComment(state.role));
    const open = useStore((state) => state.comments.filter((one) => !one.settled).length);
    if (!may)
        return null;
    return (_jsxs("a", { class: "comments-link", href: "#/comments", title: "What is said of scenes and days", children: ["Comments", open ? ` ${open}` : ""] }));
}
function People() {
    const others = useStore((state) => othersHere(state));
    return (_jsx("span", { class: "people", role: "group", "aria-label": "Who is here", children: others.split("\n").filter(Boolean).map((name) => (_jsx("span", { title: name, class: personColor(name), children: initials(name) }, name))) }));
}
function othersHere(state) {
    const others = state.present.filter((one) => one.key !== state.me);
    return [...new Set(others.map((one) => one.person))].sort().join("\n");
}
export function Toolbar() {
    const canEdit = useStore((state) => state.role === "edit");
    const isPreview = usePreview() !== null;
    const whyNot = useStore((state) => state.whyNot);
    const told = isPreview
        ? "This is a proposal: take it, or show the board as it is, to go on editing."
        : whyNot;
    return (_jsxs("div", { class: "toolbar", role: "toolbar", "aria-label": "Board", "data-pane": true, children: [canEdit ? _jsx(Edits, {}) : _jsx("span", { class: "soft", children: told }), _jsx("span", { class: "space" }), _jsx("button", { type: "button", onClick: () => openDialog({ kind: "help" }), "aria-label": "Keys", title: "Keys ( ? )", children: "?" })] }));
}
function Edits() {
    const picked = useStore((state) => state.selected.size || (state.focus ? 1 : 0));
    const cutCount = useStore((state) => state.cut.length);
    const move = () => openDialog({ kind: "move", strips: chosen() });
    const drop = () => {
        const strip = paste();
        if (strip)
            focusStrip(strip);
    };
    return (_jsxs(_Fragment, { children: [_jsx("button", { type: "button", class: "main", onClick: () => openDialog({ kind: "plan" }), children: "Optimize \u2026" }), _jsx("button", { type: "button", onClick: () => openDialog({ kind: "happened" }), children: "Something happened \u2026" }), _jsx("button", { type: "button", onClick: () => openDialog({ kind: "freeze" }), children: "Freeze \u2026" }), _jsx("span", { class: "gap" }), _jsx("button", { type: "button", onClick: undo, "aria-label": "Undo", title: "Undo (Ctrl Z)", children: _jsx(UndoIcon, {}) }), _jsx("button", { type: "button", onClick: redo, "aria-label": "Redo", title: "Redo (Ctrl Shift Z)", children: _jsx(RedoIcon, {}) }), _jsx("span", { class: "gap" }), _jsx("button", { type: "button", disabled: !picked, onClick: move, title: "Move to a day (M)", children: "Move to \u2026" }), _jsx("button", { type: "button", disabled: !picked, onClick: cut, title: "Cut (Ctrl X)", children: "Cut" }), _jsx("button", { type: "button", disabled: !cutCount, onClick: drop, title: "Paste behind the strip in focus (Ctrl V)", children: cutCount ? `Paste ${cutCount}` : "Paste" }), _jsx("button", { type: "button", disabled: !picked, title: "To the boneyard (B)", onClick: () => moveStrips(chosen(), { key: null, after: null }), children: "Boneyard" }), _jsx("button", { type: "button", disabled: !picked, onClick: toggleLock, title: "Lock, or unlock (L)", children: "Lock" }), _jsx("button", { type: "button", disabled: picked !== 1, title: "Split the strip (S)", onClick: () => openDialog({ kind: "split", scene: chosen()[0] ?? "" }), children: "Split \u2026" })] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// What stands in a view that has nothing to show yet, and how to get it.
import { useState } from "preact/hooks";
import { loadBoard, loadShoot } from "./acting.js";
import { ask, newId } from "./api.js";
import { useStore } from "./state.js";
/** The views that a document has before anything was taken in. */
const WITHOUT_SHOOT = ["import", "facts"];
const NEEDS_BOARD = ["board", "days", "calendar", "costs", "call-sheet", "papers"];
const FIRST = "first";
/** What the document lacks. */
export function lackOf(state) {
    if (!state.isLoaded)
        return "";
    if (!state.shoot)
        return "shoot";
    return state.boards.length ? "" : "board";
}
/** Whether a view cannot be shown for what is missing. */
export function isLacking(lack, view) {
    return lack === "shoot" ? !WITHOUT_SHOOT.includes(view) : lack === "board" && NEEDS_BOARD.includes(view);
}
export function NothingYet({ lack }) {
    const canEdit = useStore((state) => state.role === "edit");
    return (_jsxs("div", { class: "view nothing-yet", children: [_jsx("h2", { children: lack === "shoot" ? "Nothing is here yet" : "There is no board yet" }), _jsx("p", { children: lack === "shoot"
                    ? "This document has no scenes. A script, a schedule or a one-liner makes them."
                    : "A board says which strips are shot on which day. A new one has them all in the boneyard; optimize it, or move strips to days." }), !canEdit ? null : lack === "shoot" ? (_jsx("a", { class: "button main", href: "#/import", children: "Import a file \u2026" })) : (_jsx(MakeBoard, {}))] }));
}
function MakeBoard() {
    const [fault, setFault] = useState("");
    const make = async () => {
        try {
            await ask("/api/desk", { id: newId(), name: FIRST });
            await loadShoot();
            await loadBoard(FIRST);
        }
        catch (error) {
            setFault(error instanceof Error ? error.message : String(error));
        }
    };
    return (_jsxs(_Fragment, { children: [_jsx("button", { type: "button", class: "main", onClick: () => void make(), children: "Make the first board" }), fault ? (_jsx("p", { class: "bad-words", role: "alert", children: fault })) : null] }));
}

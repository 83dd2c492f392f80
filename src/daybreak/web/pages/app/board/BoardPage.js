import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The board with its tools.
import { Toolbar } from "../Header.js";
import { useStore } from "../state.js";
import { count, longDate } from "../words.js";
import { BoardView } from "./BoardView.js";
import { FilterBar } from "./FilterBar.js";
export default function BoardPage() {
    return (_jsxs(_Fragment, { children: [_jsxs("div", { children: [_jsx(PrintHead, {}), _jsx(Toolbar, {}), _jsx(FilterBar, {})] }), _jsx(BoardView, {})] }));
}
/** What stands over a printed board: of what, which, and how long. */
function PrintHead() {
    const title = useStore((state) => state.shoot?.title ?? "");
    const board = useStore((state) => state.board);
    const totals = useStore((state) => state.meaning?.totals);
    const dates = totals?.first && totals.last ? `, ${longDate(totals.first)} to ${longDate(totals.last)}` : "";
    return (_jsxs("p", { class: "print-only", children: [_jsx("b", { children: title }), " \u00B7 board ", board, totals ? ` · ${count(totals.days, "day")}${dates}` : ""] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The board with its tools.
import { Toolbar } from "../Header.js";
import { BoardView } from "./BoardView.js";
import { FilterBar } from "./FilterBar.js";
export default function BoardPage() {
    return (_jsxs(_Fragment, { children: [_jsxs("div", { children: [_jsx(Toolbar, {}), _jsx(FilterBar, {})] }), _jsx(BoardView, {})] }));
}

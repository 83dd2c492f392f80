import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// What the board costs: line by line, each traced to who and where.
import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { count, money } from "../words.js";
import { useAnswer } from "./asking.js";
import { spelled } from "./values.js";
export default function CostsPage() {
    const board = useStore((state) => state.board);
    const role = useStore((state) => state.role);
    const canSee = role === "edit";
    const { data, error } = useAnswer(board && canSee ? `/api/boards/${encodeURIComponent(board)}/costs` : null);
    if (!canSee)
        return _jsx("p", { class: "wait", children: "Costs are shown to those who may edit." });
    if (error)
        return _jsx("p", { class: "wait error", children: error });
    if (!data)
        return _jsx("p", { class: "wait", children: "Counting \u2026" });
    return (_jsxs("div", { class: "view besides costs-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: "Costs" }), _jsxs("span", { class: "soft", children: ["Board ", board, ", counted by the rules of the shoot"] })] }), _jsxs("dl", { class: "cost-figures", children: [_jsxs("div", { children: [_jsx("dt", { children: "Total" }), _jsx("dd", { children: money(data.total, data.currency) })] }), _jsxs("div", { children: [_jsx("dt", { children: "Proven least" }), _jsx("dd", { children: data.bound === null ? _jsx("span", { class: "soft", children: "not proven for these facts" }) : money(data.bound, data.currency) })] }), data.gap !== null && data.bound !== null ? (_jsxs("div", { children: [_jsx("dt", { children: "At most to be saved" }), _jsxs("dd", { children: [(data.gap / 10).toFixed(1), " % ", _jsx("span", { class: "soft", children: money(data.total - data.bound, data.currency) })] })] })) : null] }), _jsxs("table", { class: "cost-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { scope: "col", children: "Cost line" }), _jsx("th", { scope: "col", class: "number", children: "Amount" }), _jsx("th", { scope: "col", class: "number", children: "Share" }), _jsx("th", { scope: "col", children: _jsx("span", { class: "hidden", children: "Share as a bar" }) })] }) }), data.rows.map((row) => (_jsx(Line, { row: row, board: board, currency: data.currency }, row.line))), _jsx("tfoot", { children: _jsxs("tr", { children: [_jsx("th", { scope: "row", children: "Total" }), _jsx("td", { class: "number", children: money(data.total, data.currency) }), _jsx("td", {}), _jsx("td", {})] }) })] })] }));
}
function Line({ row, board, currency }) {
    const [isOpen, setOpen] = useState(false);
    const name = _jsx(_Fragment, { children: row.label });
    return (_jsxs("tbody", { children: [_jsxs("tr", { class: row.amount ? "" : "nothing", children: [_jsx("th", { scope: "row", children: row.items ? (_jsxs("button", { type: "button", class: "plain", "aria-expanded": isOpen, onClick: () => setOpen(!isOpen), children: [_jsx("span", { class: "turn", "aria-hidden": "true", children: isOpen ? "▾" : "▸" }), name, " ", _jsx("span", { class: "soft", children: count(row.items, "item") })] })) : (_jsx("span", { class: "no-turn", children: name })) }), _jsx("td", { class: "number", children: row.amount ? money(row.amount, currency) : "–" }), _jsx("td", { class: "number", children: row.amount ? `${(row.share / 10).toFixed(1)} %` : "" }), _jsx("td", { class: "bar-cell", children: _jsx("span", { class: "share", style: { width: `${row.share / 10}%` } }) })] }), isOpen ? _jsx(Items, { line: row.line, board: board, currency: currency }) : null] }));
}
function Items({ line, board, currency }) {
    const { data, error } = useAnswer(`/api/boards/${encodeURIComponent(board)}/costs/${line}`);
    const shoot = useStore((state) => state.shoot);
    const names = useStore((state) => state.shoot?.board_names);
    const scene = (id) => shoot?.scenes.find((one) => one.id === id)?.number ?? id;
    if (error || !data) {
        return (_jsx("tr", { class: "item", children: _jsx("td", { colSpan: 4, children: error || "Counting …" }) }));
    }
    return (_jsx(_Fragment, { children: data.items.map((one, at) => (_jsxs("tr", { class: "item", children: [_jsxs("td", { children: [spelled(one.said), " ", _jsxs("span", { class: "links", children: [one.person ? _jsx("a", { href: `#/facts/person/${one.person}`, children: names?.[one.person] ?? one.person }) : null, one.location ? _jsx("a", { href: `#/facts/location/${one.location}`, children: shoot?.locations.find((it) => it.id === one.location)?.name ?? one.location }) : null, one.element ? _jsx("a", { href: `#/facts/element/${one.element}`, children: shoot?.elements?.find((it) => it.id === one.element)?.name ?? one.element }) : null, one.picture ? _jsx("a", { href: `#/facts/picture/${one.picture}`, children: shoot?.pictures.find((it) => it.id === one.picture)?.title ?? one.picture }) : null, one.scene ? _jsxs("a", { href: `#/scene/${one.scene}`, children: ["Scene ", scene(one.scene)] }) : null] })] }), _jsx("td", { class: "number", children: money(one.amount, currency) }), _jsx("td", {}), _jsx("td", {})] }, at))) }));
}

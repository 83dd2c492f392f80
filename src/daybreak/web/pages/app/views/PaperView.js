import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// A paper as a page: its facts, tables and words as the printed one has them.
import { clock, hours, longDate, money, pages } from "../words.js";
import { Field } from "./Field.js";
import { isDate } from "./values.js";
export function PaperView({ paper, canEdit }) {
    return (_jsxs("article", { class: "paper-sheet", children: [paper.warning ? _jsx("p", { class: "warning", children: paper.warning }) : null, paper.sections.map((section, at) => (_jsxs("section", { children: [_jsxs("h3", { children: [paper.stamp.production, section.title ? _jsx("span", { children: section.title }) : null] }), section.blocks.map((block, number) => (_jsx(BlockView, { block: block, currency: paper.currency, canEdit: canEdit }, number)))] }, at))), _jsxs("footer", { children: ["Board ", paper.stamp.board, " \u00B7 ", paper.stamp.mark] })] }));
}
function BlockView({ block, currency, canEdit }) {
    switch (block.block) {
        case "facts":
            return _jsx(FactsBlock, { title: block.title, facts: block.facts, canEdit: canEdit });
        case "text":
            return (_jsxs("div", { class: `text ${block.style}`, children: [block.title ? _jsx("h4", { children: block.title }) : null, block.paragraphs.map((one, at) => (_jsx("p", { children: one }, at)))] }));
        case "table":
            return _jsx(TableBlock, { block: block, currency: currency });
        default:
            return null;
    }
}
function FactsBlock({ title, facts, canEdit }) {
    return (_jsxs(_Fragment, { children: [title ? _jsx("h4", { children: title }) : null, _jsx("dl", { class: "paper-facts", children: facts.map((one) => (_jsxs("div", { class: one.missing ? "missing" : "", children: [_jsx("dt", { children: one.label }), _jsx("dd", { children: one.path && canEdit ? (_jsx(Field, { path: one.path, label: title ? `${one.label}, ${title}` : one.label, kind: "words", value: one.missing ? null : one.value, placeholder: "to be told", canEdit: true })) : (one.value) })] }, one.label))) })] }));
}
const RIGHT = new Set(["number", "money", "eighths", "minutes", "clock"]);
function TableBlock({ block, currency }) {
    const rows = block.groups.flat();
    const used = block.columns.map((_, at) => rows.some((row) => plain(row.cells?.[at] ?? null) !== null));
    const shown = block.columns.map((_, at) => at).filter((at) => used[at] || !rows.length);
    if (!rows.length)
        return null;
    return (_jsxs(_Fragment, { children: [block.title ? _jsx("h4", { children: block.title }) : null, _jsx("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": block.title || block.name, children: _jsxs("table", { class: `paper-table ${block.name}`, children: [_jsx("thead", { children: _jsx("tr", { children: shown.map((at) => (_jsx("th", { scope: "col", class: RIGHT.has(block.columns[at].form) ? "number" : undefined, children: block.columns[at].label }, at))) }) }), _jsx("tbody", { children: [...rows, ...block.totals].map((row, number) => row.bar ? (_jsx("tr", { class: `bar-row ${styleName(row.style)}`, children: _jsxs("td", { colSpan: shown.length, children: [_jsx("span", { children: row.bar[0] }), " ", _jsx("span", { children: row.bar[1] })] }) }, number)) : (_jsx("tr", { class: styleName(row.style), children: shown.map((at) => {
                                    const cell = row.cells?.[at] ?? null;
                                    const column = block.columns[at];
                                    const style = typeof cell === "object" && cell ? cell.style : "";
                                    return (_jsx("td", { class: `${styleName(style)} ${RIGHT.has(column.form) ? "number" : ""}`, children: cellText(plain(cell), column.form, currency) }, at));
                                }) }, number))) })] }) })] }));
}
const STRIPS = new Set(["int-day", "ext-day", "int-night", "ext-night", "dawn", "dusk"]);
/** Strips have the colors of the board; whatever else a paper styles has its own name. */
function styleName(style) {
    return !style || STRIPS.has(style) ? (style ?? "") : `is-${style}`;
}
function plain(cell) {
    return typeof cell === "object" && cell ? cell.value : cell;
}
function cellText(value, form, currency) {
    if (value === null)
        return "";
    if (typeof value === "string")
        return form === "date" && isDate(value) ? longDate(value) : value;
    if (form === "eighths")
        return pages(value);
    if (form === "money")
        return money(value, currency);
    if (form === "clock")
        return clock(value);
    if (form === "minutes")
        return hours(value);
    return String(value);
}

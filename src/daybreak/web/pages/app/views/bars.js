import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { longDate } from "../words.js";
import { showDate } from "./asking.js";
import { left, place } from "./timeline.js";
import { plusDays } from "./values.js";
export function Lane({ name, axis, children }) {
    return (_jsxs("div", { class: "lane", children: [_jsx("span", { class: "lane-name", title: typeof name === "string" ? name : undefined, children: name }), _jsx("span", { class: "track", style: { minWidth: `${axis.days * axis.scale}px` }, children: children })] }));
}
const LABEL_LEAST = 60;
export function Bar({ axis, span, style, said, label, go }) {
    const where = place(axis, span);
    if (!where)
        return null;
    const dates = span[0] === span[1] ? longDate(span[0]) : `${longDate(span[0])} to ${longDate(span[1])}`;
    const shared = { class: `bar ${style}`, title: `${said}: ${dates}`, style: { left: `${where.left}px`, width: `${where.width}px` } };
    const text = label && where.width > LABEL_LEAST ? label : "";
    if (!go)
        return _jsx("span", { ...shared, children: text });
    return (_jsx("button", { type: "button", tabIndex: -1, ...shared, onClick: () => showDate(span[0]), children: text || _jsx("span", { class: "hidden", children: said }) }));
}
export function Bars({ axis, spans, style, said, go }) {
    return (_jsx(_Fragment, { children: spans.map((span) => (_jsx(Bar, { axis: axis, span: span, style: style, said: said, ...(go ? { go } : {}) }, span[0]))) }));
}
export function Marks({ axis, conflicts }) {
    return (_jsx(_Fragment, { children: Object.entries(conflicts).map(([date, said]) => (_jsx("span", { class: "conflict-mark", style: { left: `${left(axis, date)}px`, width: `${Math.max(6, axis.scale)}px` }, title: `${longDate(date)}\n${said.join("\n")}`, children: "\u25B2" }, date))) }));
}
/** Shades what lies outside the only dates of a person or a place. */
export function Outside({ parts, axis }) {
    const spans = parts.map(rangeOf).filter((one) => one !== null).sort();
    if (!spans.length)
        return null;
    const made = [];
    let from = axis.first;
    for (const [first, last] of spans) {
        if (first > from)
            made.push([from, plusDays(first, -1)]);
        if (last >= from)
            from = plusDays(last, 1);
    }
    made.push([from, plusDays(axis.first, axis.days)]);
    return _jsx(Bars, { axis: axis, spans: made.filter(([first, last]) => first <= last), style: "outside", said: "Outside the dates that are agreed" });
}
export function rangeOf(thing) {
    const value = thing.value;
    const ends = Array.isArray(value) ? value : value && [value["from"], value["to"]];
    if (!ends)
        return null;
    const [first, last] = ends.map((one) => (typeof one === "string" ? one : ""));
    return first && last ? [wholeDate(first, false), wholeDate(last, true)] : null;
}
/** A month or a year as its first or last day. */
function wholeDate(text, isEnd) {
    if (text.length === 10)
        return text;
    const month = text.length === 7 ? text : `${text}-${isEnd ? "12" : "01"}`;
    if (!isEnd)
        return `${month}-01`;
    const [year = 0, number = 1] = month.split("-").map(Number);
    return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

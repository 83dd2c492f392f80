import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The journal: what is known, who said it, what is not certain, what was known when.
import { useEffect, useState } from "preact/hooks";
import { longDate, monthDate, shortDate } from "../words.js";
import { FactPage } from "./FactPage.js";
import { useStore } from "../state.js";
import { useAnswer } from "./asking.js";
import { factName, valueTold } from "./naming.js";
import { spelled } from "./values.js";
const KINDS = [
    ["", "Reported, or not certain"],
    ["picture", "Pictures"],
    ["unit", "Units"],
    ["person", "People"],
    ["casting", "Casting"],
    ["location", "Locations"],
    ["element", "Elements"],
    ["scene", "Scenes"],
    ["hiatus", "Hiatuses"],
    ["rule", "Rules"],
];
const SHOWN_MOST = 400;
export default function FactsPage({ rest }) {
    const { data } = useAnswer("/api/facts/days");
    const days = data?.days.map((one) => one.date) ?? [];
    const [asOf, setAsOf] = useState(null);
    const shownAsOf = asOf !== null && days.includes(asOf) ? asOf : null;
    return (_jsxs("div", { class: "view besides facts-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: rest ? _jsx("a", { href: "#/facts", children: "Facts" }) : "Facts" }), days.length && rest !== "changes" ? _jsx(AsOf, { days: days, asOf: shownAsOf, change: setAsOf }) : null, days.length > 1 && !rest ? (_jsx("a", { class: "button", href: "#/facts/changes", children: "Compare two days" })) : null] }), rest === "changes" ? (_jsx(Changes, { days: days })) : rest ? (_jsx(FactPage, { path: rest, asOf: shownAsOf }, rest)) : (_jsx(List, { asOf: shownAsOf }))] }));
}
/** A slider over the days on which something became known. */
function AsOf({ days, asOf, change }) {
    const at = asOf === null ? days.length : days.indexOf(asOf);
    const text = asOf === null ? "all that is known" : `as known on ${longDate(asOf)}`;
    return (_jsxs("label", { class: "as-of", children: ["As of", _jsx("input", { type: "range", min: 0, max: days.length, value: at, "aria-valuetext": text, onInput: (event) => change(days[Number(event.currentTarget.value)] ?? null) }), _jsx("output", { class: asOf ? "past" : "", children: text }), asOf ? (_jsx("button", { type: "button", onClick: () => change(null), children: "Today" })) : null] }));
}
function List({ asOf }) {
    const [about, setAbout] = useState("");
    const [search, setSearch] = useState("");
    const query = new URLSearchParams({ about, ...(asOf ? { as_of: asOf } : {}) });
    const { data, error } = useAnswer(`/api/facts?${query}`);
    const shoot = useStore((state) => state.shoot);
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const found = (data?.facts ?? []).filter((one) => {
        const named = `${one.path} ${factName(one.path, shoot)} ${valueTold(one.path, one.value, shoot)}`;
        const text = `${named} ${one.who} ${one.status}`.toLowerCase();
        return words.every((word) => text.includes(word));
    });
    return (_jsxs(_Fragment, { children: [_jsxs("div", { class: "view-tools", children: [_jsxs("label", { children: ["Of", _jsx("select", { value: about, onChange: (event) => setAbout(event.currentTarget.value), children: KINDS.map(([value, label]) => (_jsx("option", { value: value, children: label }, value))) })] }), _jsx("input", { type: "search", "aria-label": "Search facts", placeholder: "Search", value: search, onInput: (event) => setSearch(event.currentTarget.value) })] }), error ? _jsx("p", { class: "error", children: error }) : null, data && !found.length ? (_jsx("p", { class: "empty", children: about || search ? "Nothing is found." : "Nothing was reported from outside, and all that is known is certain. Choose a kind above to see it." })) : null, found.length ? _jsx(FactTable, { facts: found.slice(0, SHOWN_MOST) }) : null, found.length > SHOWN_MOST ? _jsxs("p", { class: "soft", children: [found.length - SHOWN_MOST, " more: search for fewer."] }) : null] }));
}
/** A fact in words; its path, which files and commands write, in the tip. */
export function FactLink({ path }) {
    const shoot = useStore((state) => state.shoot);
    return (_jsx("a", { href: `#/facts/${path}`, title: path, children: factName(path, shoot) }));
}
export function FactTable({ facts }) {
    const shoot = useStore((state) => state.shoot);
    return (_jsxs("table", { class: "fact-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { scope: "col", children: "Fact" }), _jsx("th", { scope: "col", children: "Value" }), _jsx("th", { scope: "col", children: "How sure" }), _jsx("th", { scope: "col", children: "Said on" }), _jsx("th", { scope: "col", children: "Source" })] }) }), _jsx("tbody", { children: facts.map((one) => (_jsxs("tr", { children: [_jsx("th", { scope: "row", children: _jsx(FactLink, { path: one.path }) }), _jsx("td", { class: "value", children: valueTold(one.path, one.value, shoot) }), _jsx("td", { children: _jsx(Status, { status: one.status, isDisputed: one.disputed }) }), _jsx("td", { class: "when", children: whenText(one.when) }), _jsx("td", { children: one.who || _jsx("span", { class: "soft", children: "decided here" }) })] }, one.path))) })] }));
}
export function Status({ status, isDisputed = false }) {
    return (_jsxs(_Fragment, { children: [_jsx("span", { class: `chip ${status}`, children: status }), isDisputed ? _jsx("span", { class: "chip disputed", children: "\u25B2 disputed" }) : null] }));
}
export function whenText(when) {
    if (/^\d{4}-\d{2}$/.test(when))
        return monthDate(when);
    return when.replace(/\d{4}-\d{2}-\d{2}/, (iso) => `${shortDate(iso)} ${iso.slice(0, 4)}`);
}
function Changes({ days }) {
    const [first, setFirst] = useState("");
    const [last, setLast] = useState("");
    useEffect(() => {
        if (!first && days.length > 1)
            setFirst(days.at(-2) ?? "");
        if (!last && days.length)
            setLast(days.at(-1) ?? "");
    }, [days.length]);
    const query = new URLSearchParams({ first, last });
    const { data, error } = useAnswer(first && last ? `/api/facts/changes?${query}` : null);
    return (_jsxs(_Fragment, { children: [_jsxs("div", { class: "view-tools", children: [_jsxs("label", { children: ["From the evening of", _jsx("input", { type: "date", value: first, onInput: (event) => setFirst(event.currentTarget.value) })] }), _jsxs("label", { children: ["to the evening of", _jsx("input", { type: "date", value: last, onInput: (event) => setLast(event.currentTarget.value) })] })] }), error ? _jsx("p", { class: "error", children: error }) : null, data && !data.changes.length ? _jsx("p", { class: "empty", children: "Nothing changed between these days." }) : null, data?.changes.length ? (_jsxs("table", { class: "fact-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { scope: "col", children: "Fact" }), _jsx("th", { scope: "col", children: "What changed" }), _jsx("th", { scope: "col", children: "Source" })] }) }), _jsx("tbody", { children: data.changes.map((one) => (_jsxs("tr", { children: [_jsx("th", { scope: "row", children: one.sort === "derived" ? one.path : _jsx(FactLink, { path: one.path }) }), _jsxs("td", { class: "value", children: [spelled(one.what), " ", one.disputed ? _jsx("span", { class: "chip disputed", children: "\u25B2 disputed" }) : null, (one.besides ?? []).map((more) => (_jsx("div", { class: "soft", children: spelled(more) }, more)))] }), _jsx("td", { children: spelled(one.who) })] }, one.path))) })] })) : null] }));
}

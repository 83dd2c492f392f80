import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// One fact: what stands, everything that was said of it, and who decides a dispute.
import { useState } from "preact/hooks";
import { FactForm } from "./FactForm.js";
import { FactTable, Status, whenText } from "./FactsPage.js";
import { canEdit, setFact, useAnswer } from "./asking.js";
import { useStore } from "../state.js";
import { factName, valueTold } from "./naming.js";
import { told } from "./values.js";
const FATES = {
    stands: "stands",
    agrees: "agrees",
    disputed: "disputed",
    replaced: "replaced since",
    below: "not sure enough",
    ends: "takes back",
    ended: "taken back",
    later: "not known yet",
    undone: "undone",
};
export function FactPage({ path, asOf }) {
    const query = new URLSearchParams({ path, ...(asOf ? { as_of: asOf } : {}) });
    const { data, error } = useAnswer(`/api/facts/history?${query}`);
    const isEditor = canEdit();
    if (error)
        return _jsx("p", { class: "error", children: error });
    if (!data)
        return _jsx("p", { class: "wait", children: "Looking it up \u2026" });
    return (_jsxs(_Fragment, { children: [_jsx(Crumbs, { path: path }), data.list ? _jsx(Whole, { path: path, facts: data.facts }) : _jsx(Single, { data: data, isEditor: isEditor }), isEditor && !asOf && !data.list ? _jsx(FactForm, { path: path }) : null] }));
}
function Crumbs({ path }) {
    const shoot = useStore((state) => state.shoot);
    const words = path.split("/");
    const isScene = words[0] === "scene" && words[1];
    return (_jsxs(_Fragment, { children: [_jsx("h3", { class: "fact-name", children: factName(path, shoot) }), _jsxs("p", { class: "crumbs", children: [words.map((word, at) => (_jsxs("span", { children: [at ? " / " : "", at < words.length - 1 ? _jsx("a", { href: `#/facts/${words.slice(0, at + 1).join("/")}`, children: word }) : _jsx("b", { children: word })] }, at))), isScene ? (_jsx("a", { class: "button", href: `#/scene/${words[1]}`, children: "Breakdown sheet" })) : null] })] }));
}
function Whole({ path, facts }) {
    const isEditor = canEdit();
    const [field, setField] = useState("");
    return (_jsxs(_Fragment, { children: [facts.length ? _jsx(FactTable, { facts: facts }) : _jsx("p", { class: "empty", children: "Nothing is known of this." }), isEditor && facts.length ? (_jsxs("form", { class: "adder", onSubmit: (event) => {
                    event.preventDefault();
                    if (field.trim())
                        location.hash = `#/facts/${path}/${field.trim()}`;
                }, children: [_jsx("input", { "aria-label": "Another field", placeholder: "Another field, such as name", value: field, onInput: (event) => setField(event.currentTarget.value) }), _jsx("button", { type: "submit", children: "Open" })] })) : null] }));
}
function Single({ data, isEditor }) {
    const shoot = useStore((state) => state.shoot);
    const entries = new Map(data.history.map((one) => [one.seq, one]));
    const open = new Set(data.against.flat());
    const mine = data.history.filter((one) => one.fate === "stands" || one.fate === "agrees");
    const sides = [mine, ...data.against.map((side) => side.map((seq) => entries.get(seq)).filter((one) => one !== undefined))];
    return (_jsxs(_Fragment, { children: [_jsxs("div", { class: "standing-fact", children: [_jsx("span", { class: "value", children: data.entry === null ? "Nothing is known" : valueTold(data.path, data.value, shoot) }), data.status ? _jsx(Status, { status: data.status, isDisputed: data.disputed }) : null] }), data.disputed ? _jsx(Dispute, { path: data.path, sides: sides, isEditor: isEditor }) : null, data.derived.length ? (_jsx("ul", { class: "derived", children: data.derived.map((one) => (_jsxs("li", { children: [_jsx("b", { children: one.path }), " follows: ", told(one.value), ", ", one.follows] }, one.path))) })) : null, data.history.length ? (_jsxs("table", { class: "fact-table history-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { scope: "col", children: "Said on" }), _jsx("th", { scope: "col", children: "What was said" }), _jsx("th", { scope: "col", children: "How sure" }), _jsx("th", { scope: "col", children: "Source" }), _jsx("th", { scope: "col", children: "What became of it" }), _jsx("th", { scope: "col", children: "Entry" })] }) }), _jsx("tbody", { children: [...data.history].reverse().map((one) => (_jsxs("tr", { class: `fate-${one.fate}${open.has(one.seq) ? " against" : ""}`, children: [_jsx("td", { class: "when", children: saidWhen(one) }), _jsx("td", { class: "value", children: one.says === null ? "there is none" : valueTold(data.path, one.says, shoot) }), _jsx("td", { children: _jsx(Status, { status: one.status ?? "confirmed" }) }), _jsx("td", { children: _jsx(SourceOf, { entry: one }) }), _jsx("td", { children: FATES[one.fate] ?? one.fate }), _jsxs("td", { class: "soft", children: [one.seq, ", ", one.entered_by] })] }, one.seq))) })] })) : null] }));
}
function saidWhen(one) {
    if (one.said_on)
        return whenText(one.said_on);
    if (one.not_before)
        return `${whenText(one.not_before)} or later`;
    return one.known_from ? whenText(one.known_from) : "from the beginning";
}
function SourceOf({ entry }) {
    const source = entry.source;
    const who = [source?.outlet, source?.speaker].filter(Boolean).join(", ");
    const address = source?.address ?? "";
    return (_jsxs(_Fragment, { children: [who || _jsx("span", { class: "soft", children: "decided here" }), source?.quotation ? _jsx("q", { children: source.quotation }) : null, /^https?:\/\//.test(address) ? (_jsx("a", { href: address, target: "_blank", rel: "noreferrer noopener", children: address.slice(0, 60) })) : address ? (_jsx("span", { class: "soft", children: address })) : null, entry.note ? _jsx("span", { class: "soft note", children: entry.note }) : null] }));
}
/** Both sides of a dispute; whoever decides says which one stands. */
function Dispute({ path, sides, isEditor }) {
    const [error, setError] = useState("");
    const settle = async (side) => {
        const last = side.at(-1);
        if (!last)
            return;
        const note = `settled: entry ${last.seq} stands`;
        setError((await setFact(path, last.says, last.says === null ? {} : { note })) ?? "");
    };
    return (_jsxs("section", { class: "dispute", "aria-label": "Dispute", children: [_jsx("h3", { children: "\u25B2 Disputed: what was said last is planned on until somebody decides" }), _jsx("div", { class: "dispute-sides", children: sides.map((side, at) => (_jsxs("div", { class: "dispute-side", children: [_jsx("p", { class: "value", children: side.length ? told(side.at(-1)?.says) : "" }), side.map((one) => (_jsxs("p", { children: [_jsx(Status, { status: one.status ?? "confirmed" }), " ", saidWhen(one), " ", _jsx(SourceOf, { entry: one })] }, one.seq))), isEditor ? (_jsx("button", { type: "button", onClick: () => void settle(side), children: "Settle: this stands" })) : null] }, at))) }), error ? (_jsx("p", { class: "error", role: "alert", children: error })) : null] }));
}

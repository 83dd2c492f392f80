import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// A proposal: its figures, what is different, and taking it whole or some of its days.
import { useEffect, useState } from "preact/hooks";
import { openDialog } from "../dialogs/dialog.js";
import { store } from "../state.js";
import { count, longDate, money, moneyChange, signed } from "../words.js";
import { Differences, Part } from "./Differences.js";
import { spelled } from "../views/values.js";
import { preview } from "./preview.js";
import { Figure } from "./Running.js";
import { take, tellGood, tried } from "./work.js";
export function Proposed({ whole, way, done, isListed = false }) {
    const answer = whole.answer;
    const proposal = answer && "proposals" in answer ? answer.proposals[way] : undefined;
    const [left, setLeft] = useState(new Set());
    const [fault, setFault] = useState("");
    if (!proposal)
        return null;
    const currency = store.get().shoot?.currency ?? "USD";
    const chosen = proposal.dates.filter((date) => !left.has(date));
    const isWhole = left.size === 0;
    const go = () => {
        take(whole.job.id, way, isWhole ? null : chosen).then((stale) => {
            tellGood(takenWords(stale.length));
            done();
            openDialog(null);
        }, (error) => setFault(error instanceof Error ? error.message : String(error)));
    };
    const isSame = proposal.strips.length === 0 && proposal.dates.length === 0;
    const hasFacts = Boolean(answer && "facts" in answer && answer.facts?.length);
    return (_jsxs("div", { class: "proposed", children: [isListed ? null : _jsx(Head, { proposal: proposal, currency: currency }), _jsx(Warnings, { whole: whole, way: way, proposal: proposal }), isSame ? _jsx("p", { children: isListed ? "Nothing moves: the board stays as it is." : sameWords(whole) }) : _jsx(Differences, { found: proposal, currency: currency }), proposal.dates.length > 1 && !hasFacts ? (_jsx(Part, { title: "Take only some days", open: false, children: _jsx(DateTicks, { proposal: proposal, left: left, setLeft: setLeft }) })) : null, isWhole ? null : _jsx(Partly, { whole: whole, way: way, dates: chosen, currency: currency }), fault ? (_jsx("p", { class: "bad-words", role: "alert", children: fault })) : null, _jsxs("footer", { children: [_jsx("button", { type: "button", class: "main", disabled: isSame ? !hasFacts : !chosen.length, onClick: go, children: isWhole ? "Take it" : `Take ${count(chosen.length, "day")}` }), isSame ? null : (_jsx("button", { type: "button", onClick: () => void preview(whole.job.id, way, proposal.strips.map((one) => one.scene)), children: "Look at it on the board" })), _jsx("button", { type: "button", onClick: () => {
                            done();
                            openDialog(null);
                        }, children: "Throw away" })] })] }));
}
function sameWords(whole) {
    const isEarly = whole.job.stopping && whole.points.length === 0;
    return isEarly ? "It was stopped before the search had begun." : "No better board was found: it would stay as it is.";
}
export function takenWords(stale) {
    const rest = stale ? ` ${count(stale, "strip")} that somebody moved meanwhile stayed where it was put.` : "";
    return `The board is taken; one undo takes it back.${rest}`;
}
export function Head({ proposal, currency }) {
    const change = proposal.cost - proposal.cost_before;
    const late = proposal.late.filter((one) => one.days > 0);
    return (_jsxs("dl", { class: "figures", children: [_jsx(Figure, { label: "Cost", value: money(proposal.cost, currency), change: change ? moneyChange(change, currency) : undefined }), _jsx(Figure, { label: "Strips elsewhere", value: String(proposal.strips.length) }), _jsx(Figure, { label: "People with other days", value: String(proposal.people.length) }), _jsx(Figure, { label: "Shooting days", value: String(proposal.days), change: dayChange(proposal) }), _jsx(Figure, { label: "In the boneyard", value: String(proposal.boneyard.length) }), _jsx(Figure, { label: "Proven least", value: proposal.bound === null ? "–" : money(proposal.bound, currency) }), _jsx(Figure, { label: "Days late", value: late.length ? late.map((one) => `${one.title}: ${one.days}`).join(", ") : "none" })] }));
}
function dayChange(proposal) {
    const change = proposal.day_changes.reduce((sum, day) => sum + (day.is_added ? 1 : -1), 0);
    return change ? signed(change) : undefined;
}
function Warnings({ whole, way, proposal }) {
    const stale = whole.stale[way] ?? [];
    const answer = whole.answer;
    const notes = answer && "proposals" in answer ? answer.notes : [];
    const numbers = new Map(store.get().shoot?.scenes.map((scene) => [scene.id, scene.number]));
    const rests = (answer && "proposals" in answer && answer.rests) || [];
    for (const one of rests)
        numbers.set(one.scene, `${numbers.get(one.part_of) ?? one.part_of} rest`);
    return (_jsxs(_Fragment, { children: [stale.length ? (_jsxs("p", { class: "warn-words", children: ["Moved or locked by somebody meanwhile, so left alone: ", stale.map((one) => numbers.get(one) ?? one).join(", "), "."] })) : null, proposal.new_conflicts.length ? (_jsxs("div", { class: "warn-words", children: [_jsx("p", { children: "What is kept in its place breaks rules then:" }), _jsx("ul", { children: proposal.new_conflicts.map((said) => (_jsx("li", { children: spelled(said) }, said))) })] })) : null, proposal.boneyard.map((one) => proposal.reasons[one] ? (_jsxs("p", { class: "soft", children: [numbers.get(one) ?? one, " stays in the boneyard: ", proposal.reasons[one]] }, one)) : null), notes.map((note) => (_jsx("p", { class: "soft", children: note }, note)))] }));
}
function DateTicks({ proposal, left, setLeft }) {
    const toggle = (date) => {
        const made = new Set(left);
        if (!made.delete(date))
            made.add(date);
        setLeft(made);
    };
    return (_jsxs(_Fragment, { children: [_jsxs("p", { class: "row", children: [_jsx("button", { type: "button", onClick: () => setLeft(new Set()), children: "All days" }), _jsx("button", { type: "button", onClick: () => setLeft(new Set(proposal.dates)), children: "No day" })] }), _jsx("ul", { class: "ticks", children: proposal.dates.map((date) => (_jsx("li", { children: _jsxs("label", { children: [_jsx("input", { type: "checkbox", checked: !left.has(date), onChange: () => toggle(date) }), _jsx("b", { children: longDate(date) }), " ", _jsx("span", { class: "soft", children: inAndOut(proposal, date) })] }) }, date))) })] }));
}
export function inAndOut(proposal, date) {
    const comes = proposal.strips.filter((one) => one.after?.date === date && one.before?.date !== date);
    const goes = proposal.strips.filter((one) => one.before?.date === date && one.after?.date !== date);
    const parts = [
        comes.length ? `in: ${comes.map((one) => one.number).join(", ")}` : "",
        goes.length ? `out: ${goes.map((one) => one.number).join(", ")}` : "",
    ].filter(Boolean);
    return parts.join(" · ") || "another order";
}
function Partly({ whole, way, dates, currency }) {
    const [does, setDoes] = useState(null);
    const key = dates.join(" ");
    useEffect(() => {
        let isOff = false;
        setDoes(null);
        if (!dates.length)
            return;
        const timer = setTimeout(() => {
            tried(whole.job.id, way, dates).then((told) => isOff || setDoes(told), () => undefined);
        }, 250);
        return () => {
            isOff = true;
            clearTimeout(timer);
        };
    }, [key]);
    if (!dates.length)
        return _jsx("p", { class: "soft", children: "No day is chosen." });
    if (!does)
        return _jsx("p", { class: "soft", children: "Counting \u2026" });
    const conflicts = does.new_conflicts.length;
    return (_jsxs("p", { role: "status", class: conflicts ? "warn-words" : undefined, children: ["With these days: cost ", moneyChange(does.cost, currency), ", boneyard ", signed(does.boneyard), ", ", count(conflicts, "new conflict"), conflicts ? `: ${does.new_conflicts[0]}` : "", "."] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The details of what happened: who or what, when, who said so.
import { useState } from "preact/hooks";
import { focusDay } from "../acting.js";
import { shownStanding, store } from "../state.js";
import { daysBetween } from "../views/values.js";
import { count, dateRange, longDate, pages } from "../words.js";
import { begun, fromDate, missing, nextDate, stripsOn, unitDates, wishOf } from "./happening.js";
import { start } from "./work.js";
const ALTERNATIVES = 5;
const TIMES = [
    [20, "20 seconds"],
    [60, "1 minute"],
    [300, "5 minutes"],
];
export function Details({ what, back }) {
    const state = store.get();
    const { shoot } = state;
    const standing = shownStanding(state);
    if (!shoot || !standing)
        return null;
    return _jsx(Form, { what: what, back: back, shoot: shoot, standing: standing, board: state.board });
}
function Form({ what, back, shoot, standing, board }) {
    const today = new Date().toISOString().slice(0, 10);
    const [draft, setDraft] = useState(() => begun(what, shoot, standing, today, focusDay()));
    const [seconds, setSeconds] = useState(20);
    const [fault, setFault] = useState("");
    const change = (part) => setDraft({ ...draft, ...part });
    const go = (event) => {
        event.preventDefault();
        const lacks = missing(what, draft);
        setFault(lacks);
        if (lacks)
            return;
        start("replan", { board, seconds, alternatives: ALTERNATIVES, ...wishOf(what, draft) }).catch((error) => setFault(error instanceof Error ? error.message : String(error)));
    };
    const part = { draft, change, shoot, standing };
    return (_jsxs("form", { class: "details", onSubmit: go, children: [_jsxs("div", { class: "fields", children: [_jsx(About, { what: what, ...part }), _jsx(Dates, { what: what, ...part }), what === "release" || what === "unfinished" ? null : (_jsxs("label", { children: ["Why", _jsx("input", { value: draft.reason, maxLength: 200, placeholder: "injured, storm, strike \u2026", onInput: (event) => change({ reason: event.currentTarget.value }) })] }))] }), what === "unfinished" ? _jsx(Left, { ...part }) : null, _jsxs("fieldset", { class: "fields", children: [_jsx("legend", { children: "Plan anew" }), _jsxs("label", { children: ["From this date on", _jsx("input", { type: "date", value: draft.today, required: true, onInput: (event) => change({ today: event.currentTarget.value }) })] }), _jsxs("label", { children: ["Search for", _jsx("select", { value: seconds, onChange: (event) => setSeconds(Number(event.currentTarget.value)), children: TIMES.map(([value, label]) => (_jsx("option", { value: value, children: label }, value))) })] }), _jsx("p", { class: "soft", children: draft.today ? `What stands before ${longDate(draft.today)} was shot and stays.` : "What stands before that date was shot and stays." })] }), _jsx(Source, { ...part }), fault ? (_jsx("p", { class: "bad-words", role: "alert", children: fault })) : null, _jsxs("footer", { children: [_jsx("button", { type: "submit", class: "main", children: "Find ways to go on" }), _jsx("button", { type: "button", onClick: back, children: "Back" })] })] }));
}
function About({ what, draft, change, shoot }) {
    const units = shoot.units.map((one) => [one.id, one.name]);
    const lists = {
        person: shoot.people.map((one) => [one.id, one.name]),
        location: shoot.locations.map((one) => [one.id, one.name]),
        shutdown: [["", "All units"], ...units],
        rain: units,
        unfinished: units,
        release: shoot.pictures.map((one) => [one.id, one.title]),
    };
    const label = { person: "Who", location: "Which location", shutdown: "Who stands still", rain: "Which unit", unfinished: "Which unit", release: "Which picture" };
    const needsChoice = what === "person" || what === "location";
    const choose = (about) => {
        const release = shoot.pictures.find((one) => one.id === about)?.release;
        change({ about, left: {}, ...(what === "release" && release ? { from: release, to: release } : {}) });
    };
    return (_jsxs("label", { children: [label[what], _jsxs("select", { value: draft.about, required: needsChoice, onChange: (event) => choose(event.currentTarget.value), children: [needsChoice ? _jsx("option", { value: "", children: "choose \u2026" }) : null, lists[what].map(([id, name]) => (_jsx("option", { value: id, children: name }, id)))] })] }));
}
function Dates({ what, draft, change, standing }) {
    if (what === "rain" || what === "unfinished") {
        const dates = unitDates(standing, draft.about);
        const choose = (from) => change({ from, to: from, left: {}, today: what === "rain" ? from : nextDate(from) });
        return (_jsxs("label", { children: ["Which day", _jsxs("select", { value: draft.from, onChange: (event) => choose(event.currentTarget.value), children: [dates.includes(draft.from) ? null : _jsx("option", { value: draft.from, children: "choose \u2026" }), dates.map((date) => (_jsx("option", { value: date, children: longDate(date) }, date)))] })] }));
    }
    const single = what === "release";
    return (_jsxs(_Fragment, { children: [_jsxs("label", { children: [single ? "New release date" : "From", _jsx("input", { type: "date", required: true, value: draft.from, onInput: (event) => {
                            change(fromDate(draft, event.currentTarget.value, single));
                        } })] }), single ? null : (_jsxs("label", { children: ["To", _jsx("input", { type: "date", required: true, min: draft.from, value: draft.to, onInput: (event) => change({ to: event.currentTarget.value }) })] })), single || !draft.from || draft.to < draft.from ? null : _jsx("p", { class: "soft length", children: lengthOf(draft.from, draft.to) })] }));
}
/** How long dates are: ``21 days, 3 weeks``. */
function lengthOf(from, to) {
    const days = daysBetween(from, to) + 1;
    return `${dateRange(from, to)}: ${count(days, "day")}${days > 7 && days % 7 === 0 ? `, ${days / 7} weeks` : ""}`;
}
function Left({ draft, change, shoot, standing }) {
    const scenes = new Map(shoot.scenes.map((scene) => [scene.id, scene]));
    const strips = stripsOn(standing, draft.about, draft.from);
    if (!strips.length)
        return _jsx("p", { class: "soft", children: "Choose a day: its strips are listed here." });
    const set = (strip, eighths) => {
        const left = { ...draft.left };
        if (eighths > 0)
            left[strip] = eighths;
        else
            delete left[strip];
        change({ left });
    };
    return (_jsxs("fieldset", { children: [_jsx("legend", { children: "What is left of its strips" }), _jsx("ul", { class: "left-list", children: strips.map((strip) => {
                    const scene = scenes.get(strip);
                    const most = scene?.eighths ?? 0;
                    const left = draft.left[strip] ?? 0;
                    return (_jsx("li", { children: _jsxs("label", { children: [_jsxs("span", { children: [_jsx("b", { children: scene?.number }), " ", scene?.heading] }), _jsxs("select", { value: left, onChange: (event) => set(strip, Number(event.currentTarget.value)), children: [_jsx("option", { value: 0, children: "finished" }), Array.from({ length: Math.max(0, most - 1) }, (_, at) => at + 1).map((eighths) => (_jsxs("option", { value: eighths, children: [pages(eighths), " of ", pages(most), " left"] }, eighths))), _jsx("option", { value: Math.max(most, 1), children: "not begun" })] })] }) }, strip));
                }) })] }));
}
function Source({ draft, change }) {
    return (_jsxs("details", { children: [_jsxs("summary", { children: ["Who said so, and how sure it is: ", draft.speaker || draft.outlet || "our own decision", ", ", draft.status] }), _jsxs("div", { class: "fields", children: [_jsxs("label", { children: ["Who said it", _jsx("input", { value: draft.speaker, maxLength: 200, placeholder: "agent, manager, doctor \u2026", onInput: (event) => change({ speaker: event.currentTarget.value }) })] }), _jsxs("label", { children: ["Where", _jsx("input", { value: draft.outlet, maxLength: 200, placeholder: "phone call, e-mail, paper \u2026", onInput: (event) => change({ outlet: event.currentTarget.value }) })] }), _jsxs("label", { children: ["Said on", _jsx("input", { type: "date", value: draft.saidOn, onInput: (event) => change({ saidOn: event.currentTarget.value }) })] }), _jsxs("label", { children: ["How sure", _jsxs("select", { value: draft.status, onChange: (event) => change({ status: event.currentTarget.value }), children: [_jsx("option", { value: "confirmed", children: "confirmed" }), _jsx("option", { value: "expected", children: "expected" }), _jsx("option", { value: "rumored", children: "rumored: not planned on" })] })] })] })] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// "Optimize": the whole board, a selection, or from a date on.
import { useState } from "preact/hooks";
import { chosen } from "../acting.js";
import { dateOf, dayKeys } from "../doc.js";
import { Frame } from "../dialogs/Frame.js";
import { shownStanding, store } from "../state.js";
import { count, longDate } from "../words.js";
import { Proposed } from "./Proposed.js";
import { Failed, Running } from "./Running.js";
import { forget, start, useJob, useWork } from "./work.js";
const TIMES = [
    [20, "20 seconds"],
    [60, "1 minute"],
    [300, "5 minutes"],
    [86400, "until I stop it"],
];
export function PlanDialog() {
    const plan = useJob("plan");
    const { shown } = useWork();
    const done = () => forget("plan");
    return (_jsx(Frame, { title: "Optimize", wide: true, children: plan === null || shown.plan === undefined ? (_jsx(Ask, {})) : plan.job.state === "done" && plan.answer ? (_jsx(Proposed, { whole: plan, way: 0, done: done })) : plan.job.state === "failed" || plan.job.state === "stopped" ? (_jsxs(_Fragment, { children: [_jsx(Failed, { job: plan.job }), _jsx("footer", { children: _jsx("button", { type: "button", class: "main", onClick: done, children: "Try again" }) })] })) : (_jsx(Running, { whole: plan, still: "You can go on editing: close this, and the plan goes on. Nothing changes until you take it." })) }));
}
function Ask() {
    const state = store.get();
    const standing = shownStanding(state);
    const picked = state.selected.size ? chosen() : [];
    const dates = standing ? [...new Set(dayKeys(standing).map(dateOf))] : [];
    const [scope, setScope] = useState(picked.length > 1 ? "selection" : "all");
    const [from, setFrom] = useState(dates[0] ?? "");
    const [seconds, setSeconds] = useState(20);
    const [fault, setFault] = useState("");
    const go = (event) => {
        event.preventDefault();
        const wish = { board: state.board, seconds };
        const asked = scope === "from"
            ? start("plan", { ...wish, kind: "replan", today: from })
            : start("plan", { ...wish, ...(scope === "selection" ? { strips: picked } : {}) });
        asked.catch((error) => setFault(error instanceof Error ? error.message : String(error)));
    };
    const locked = (standing?.locked_strips.length ?? 0) + (standing?.locked_days.length ?? 0);
    return (_jsxs("form", { onSubmit: go, children: [_jsxs("fieldset", { children: [_jsx("legend", { children: "What may move" }), _jsx(Choice, { name: "scope", value: "all", now: scope, set: setScope, label: "The whole board", hint: "every strip may get another day" }), _jsx(Choice, { name: "scope", value: "selection", now: scope, set: setScope, disabled: picked.length === 0, label: picked.length ? `The selection: ${count(picked.length, "strip")}` : "The selection", hint: picked.length ? "all others stay on their days" : "select strips on the board first" }), _jsx(Choice, { name: "scope", value: "from", now: scope, set: setScope, disabled: !dates.length, label: "From a date on", hint: "what stands before it stays" }), scope === "from" ? (_jsxs("label", { children: ["First date that may move", _jsx("select", { value: from, onChange: (event) => setFrom(event.currentTarget.value), children: dates.map((date) => (_jsx("option", { value: date, children: longDate(date) }, date))) })] })) : null] }), _jsxs("fieldset", { children: [_jsx("legend", { children: "How long to search" }), _jsx("div", { class: "row", children: TIMES.map(([value, label]) => (_jsxs("label", { class: "choice", children: [_jsx("input", { type: "radio", name: "seconds", checked: seconds === value, onChange: () => setSeconds(value) }), _jsx("span", { children: label })] }, value))) })] }), _jsxs("p", { class: "soft", children: [locked ? `${count(locked, "lock")} will be kept. ` : "", "It begins from the board as it stands, never gives a dearer one, and changes nothing until you take it."] }), fault ? (_jsx("p", { class: "bad-words", role: "alert", children: fault })) : null, _jsx("footer", { children: _jsx("button", { type: "submit", class: "main", children: "Optimize" }) })] }));
}
export function Choice({ name, value, now, set, label, hint, disabled }) {
    return (_jsxs("label", { class: "choice", children: [_jsx("input", { type: "radio", name: name, checked: now === value, disabled: disabled, onChange: () => set(value) }), _jsxs("span", { children: [_jsx("b", { children: label }), " ", _jsx("span", { class: "soft", children: hint })] })] }));
}

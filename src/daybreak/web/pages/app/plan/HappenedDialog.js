import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// "Something happened": what, the details, and the ways to go on.
import { useState } from "preact/hooks";
import { Frame } from "../dialogs/Frame.js";
import { openDialog } from "../dialogs/dialog.js";
import { store } from "../state.js";
import { Details } from "./HappenedDetails.js";
import { WaysOn } from "./WaysOn.js";
import { Failed, Running } from "./Running.js";
import { forget, useJob } from "./work.js";
export const WHAT = [
    ["person", "Somebody is away", "ill, or working elsewhere"],
    ["location", "A location is lost", "for some dates, or for good"],
    ["shutdown", "A shutdown", "a unit, or everybody, stands still"],
    ["rain", "A rain day", "a unit cannot shoot on one day"],
    ["release", "A release moved", "earlier or later"],
    ["unfinished", "A day was not finished", "strips have eighths left"],
];
export function HappenedDialog() {
    const replan = useJob("replan");
    const [what, setWhat] = useState(null);
    const again = () => forget("replan");
    if (!store.get().board) {
        return (_jsx(Frame, { title: "Something happened", children: _jsx("p", { children: "There is no board yet. Make one on the Boards page, or optimize first." }) }));
    }
    if (replan === null) {
        return (_jsx(Frame, { title: what === null ? "Something happened: what? (1 of 3)" : "Something happened: the details (2 of 3)", wide: true, children: what === null ? _jsx(Choose, { choose: setWhat }) : _jsx(Details, { what: what, back: () => setWhat(null) }) }));
    }
    return (_jsx(Frame, { title: "Something happened: ways to go on (3 of 3)", wide: true, children: replan.job.state === "done" && replan.answer && "proposals" in replan.answer ? (_jsx(WaysOn, { whole: replan, answer: replan.answer, done: again })) : replan.job.state === "failed" || replan.job.state === "stopped" ? (_jsxs(_Fragment, { children: [_jsx(Failed, { job: replan.job }), _jsx("footer", { children: _jsx("button", { type: "button", class: "main", onClick: again, children: "Back to the details" }) })] })) : (_jsx(Running, { whole: replan, still: "Ways to go on are looked for, from fewest changes to cheapest. Nothing is entered until you take one." })) }));
}
function Choose({ choose }) {
    return (_jsx("div", { class: "tiles", children: WHAT.map(([what, label, hint]) => (_jsxs("button", { type: "button", onClick: () => choose(what), children: [_jsx("b", { children: label }), _jsx("span", { class: "soft", children: hint })] }, what))) }));
}
export function closeHappened() {
    forget("replan");
    openDialog(null);
}

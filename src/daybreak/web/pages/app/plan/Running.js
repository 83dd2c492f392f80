import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Work that goes on: its place in the line, its figures, and the button that ends it.
import { useState } from "preact/hooks";
import { store } from "../state.js";
import { count, money } from "../words.js";
import { Chart } from "./Chart.js";
import { stop } from "./work.js";
export function Running({ whole, still }) {
    const { job, points } = whole;
    const currency = store.get().shoot?.currency ?? "USD";
    return (_jsxs("div", { class: "running", children: [job.position > 0 ? (_jsxs("p", { role: "status", children: ["Waiting: ", job.position === 1 ? "next" : `number ${job.position}`, " in the line behind another plan."] })) : job.kind === "why" ? (_jsx("p", { role: "status", children: job.said ? `${job.said[0].toUpperCase()}${job.said.slice(1)} …` : "Looking …" })) : (_jsxs(_Fragment, { children: [_jsx(Figures, { job: job, currency: currency }), _jsx(Chart, { points: points, seconds: job.seconds_given, currency: currency })] })), _jsx("p", { class: "soft", children: still }), _jsx("footer", { children: _jsx(StopButton, { job: job }) })] }));
}
function Figures({ job, currency }) {
    if (job.cost === null) {
        return _jsx("p", { role: "status", children: job.phase === "compile" ? "Getting ready, once …" : "Looking for a first plan …" });
    }
    const gap = job.bound === null ? null : (job.cost - job.bound) / Math.max(job.cost, 1);
    return (_jsxs("dl", { class: "figures", children: [_jsx(Figure, { label: "Cost", value: money(job.cost, currency) }), _jsx(Figure, { label: "Proven least", value: job.bound === null ? "none yet" : money(job.bound, currency) }), _jsx(Figure, { label: "Gap", value: gap === null ? "–" : `${(gap * 100).toFixed(1)}%` }), _jsx(Figure, { label: "In the boneyard", value: count(job.boneyard ?? 0, "strip") }), _jsx(Figure, { label: "Time", value: `${Math.round(job.seconds)} s` })] }));
}
export function Figure({ label, value, change }) {
    return (_jsxs("div", { children: [_jsx("dt", { children: label }), _jsxs("dd", { children: [value, " ", change ? _jsx("em", { children: change }) : null] })] }));
}
export function StopButton({ job }) {
    const [asked, setAsked] = useState(false);
    const end = () => {
        setAsked(true);
        void stop(job.id);
    };
    return (_jsx("button", { type: "button", class: "main", disabled: asked || job.stopping, onClick: end, children: asked || job.stopping ? "Stopping …" : job.position > 0 ? "Take out of the line" : "Stop, use the best so far" }));
}
/** Says why work failed. */
export function Failed({ job }) {
    return (_jsx("p", { class: "bad-words", role: "alert", children: job.state === "stopped" ? "It was taken out of the line." : job.said }));
}

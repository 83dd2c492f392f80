import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Plans side by side: started, followed, stopped, and what came of them.
import { useState } from "preact/hooks";
import { isOver } from "../plan/following.js";
import { forget, start, stop, useJob } from "../plan/work.js";
import { useStore } from "../state.js";
import { count, longDate, money, moneyChange } from "../words.js";
import { aboutFact } from "./naming.js";
/** What the office calls the shoot as it is known. */
const AS_IT_IS = "as-it-is";
const TIMES = [5, 20, 60, 300];
/** The buttons that plan scenarios or ways, how far that is, and the table of plans. */
export function ScenarioRun({ names }) {
    const pictures = useStore((state) => state.shoot?.pictures.length ?? 0);
    const board = useStore((state) => state.board);
    const [seconds, setSeconds] = useState(60);
    const [fault, setFault] = useState("");
    const [scenarios, ways] = [useJob("scenarios"), useJob("ways")];
    const shown = scenarios ?? ways;
    const isBusy = shown !== null && !isOver(shown.job);
    const begin = (kind) => {
        setFault("");
        forget("scenarios");
        forget("ways");
        start(kind, { seconds, ...(board ? { board } : {}) }).catch((why) => setFault(why instanceof Error ? why.message : String(why)));
    };
    const many = names.length + 1;
    return (_jsxs("section", { class: "run", "aria-label": "Plans side by side", children: [_jsxs("div", { class: "view-tools", children: [_jsxs("label", { children: ["Search for each", _jsx("select", { value: seconds, disabled: isBusy, onChange: (event) => setSeconds(Number(event.currentTarget.value)), children: TIMES.map((one) => (_jsx("option", { value: one, children: one < 60 ? `${one} seconds` : count(one / 60, "minute") }, one))) })] }), _jsx("button", { type: "button", class: "main", disabled: isBusy || !names.length, onClick: () => begin("scenarios"), children: "Plan side by side" }), pictures > 1 ? (_jsx("button", { type: "button", disabled: isBusy, title: "The pictures at once, one after the other, and each alone", onClick: () => begin("ways"), children: "Pictures at once, or one after the other" })) : null, names.length ? null : _jsx("span", { class: "soft", children: "Make a scenario first: it is held against the plan as it is." })] }), fault ? _jsx("p", { class: "error", role: "alert", children: fault }) : null, shown && isBusy ? _jsx(Progress, { job: shown.job, many: shown.job.kind === "ways" ? pictures + 2 : many }) : null, shown && !isBusy ? _jsx(Result, { whole: shown }) : null] }));
}
function Progress({ job, many }) {
    const currency = useStore((state) => state.shoot?.currency ?? "USD");
    const [asked, setAsked] = useState(false);
    const isEnding = asked || job.stopping;
    const end = () => {
        setAsked(true);
        void stop(job.id);
    };
    const cost = job.cost === null ? "" : `, ${money(job.cost, currency)} so far`;
    return (_jsxs("div", { class: "run-progress", children: [_jsx("span", { role: "status", children: job.position
                    ? `Waits behind another plan: number ${job.position} in the line.`
                    : `${count(many, "plan")}: ${job.said || "getting ready"}${cost} …` }), _jsx("progress", { "aria-label": "Under way" }), _jsx("button", { type: "button", disabled: isEnding, onClick: end, children: isEnding ? "Stopping …" : job.position ? "Take out of the line" : "Stop, show what there is" })] }));
}
function Result({ whole }) {
    const { job } = whole;
    const table = whole.answer;
    if (job.state === "failed")
        return _jsx("p", { class: "error", role: "alert", children: job.said });
    if (job.state === "stopped")
        return _jsx("p", { class: "soft", children: "It was taken out of the line." });
    if (!table)
        return _jsx("p", { class: "wait", children: "The plans come in a moment \u2026" });
    if (!table.rows.length && !table.impossible.length)
        return _jsx("p", { class: "soft", children: "It was stopped before anything was planned." });
    return _jsx(Table, { table: table });
}
function Table({ table }) {
    const shoot = useStore((state) => state.shoot);
    const pictures = table.rows[0]?.pictures ?? [];
    const total = (row) => row.cost["total"] ?? 0;
    return (_jsxs("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Plans side by side", children: [_jsxs("table", { class: "plans", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { scope: "col", children: "Scenario" }), _jsx("th", { scope: "col", class: "number", children: "Cost" }), _jsx("th", { scope: "col", class: "number", children: "Against as it is" }), _jsx("th", { scope: "col", class: "number", children: "Proven least" }), _jsx("th", { scope: "col", class: "number", children: "Days" }), _jsx("th", { scope: "col", class: "number", children: "Boneyard" }), pictures.map((one) => (_jsx("th", { scope: "col", children: one.title }, one.picture)))] }) }), _jsx("tbody", { children: table.rows.map((row) => (_jsxs("tr", { children: [_jsxs("th", { scope: "row", children: [row.name === AS_IT_IS ? "as it is" : row.name, row.taken_from ? _jsxs("span", { class: "soft", children: [" the plan of ", row.taken_from, " is good here, too"] }) : null, row.what_ifs.map((one) => (_jsx("span", { class: "soft what", children: aboutFact(one, shoot) }, one))), row.notes.map((note) => (_jsx("span", { class: "soft what", children: note }, note))), row.clashes?.length ? _jsxs("span", { class: "chip bad", title: row.clashes.join("\n"), children: ["\u25B2 ", count(row.clashes.length, "clash", "clashes"), " side by side"] }) : null] }), _jsx("td", { class: "number", children: money(total(row), table.currency) }), _jsx("td", { class: `number ${row.difference > 0 ? "worse" : row.difference < 0 ? "better" : ""}`, children: row.difference ? moneyChange(row.difference, table.currency) : "–" }), _jsx("td", { class: "number", children: row.bound === null ? "–" : money(row.bound, table.currency) }), _jsx("td", { class: "number", children: row.days }), _jsx("td", { class: "number", children: row.boneyard || "–" }), pictures.map((one) => {
                                    const found = row.pictures.find((it) => it.picture === one.picture);
                                    return (_jsxs("td", { children: [found?.wrap ? `wrap ${longDate(found.wrap)}` : "not shot", found?.days_late && found.days_late > 0 ? _jsxs("span", { class: "chip bad", children: ["\u25B2 ", count(found.days_late, "day"), " late"] }) : null] }, one.picture));
                                })] }, row.name))) })] }), table.impossible.map((one) => (_jsxs("p", { class: "error", children: [one.name, ": ", one.why] }, one.name))), table.unplanned.length ? _jsxs("p", { class: "soft", children: ["It was stopped before these were planned: ", table.unplanned.join(", "), "."] }) : null] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Scenarios side by side: what each would be, what it costs, when each picture is done.
import { useEffect, useState } from "preact/hooks";
import { ask, newId } from "../api.js";
import { reload } from "../acting.js";
import { useStore } from "../state.js";
import { count, longDate, money, moneyChange } from "../words.js";
import { onMessage } from "../wire.js";
import { canEdit, useAnswer } from "./asking.js";
import { spelled } from "./values.js";
const OVER = ["done", "failed", "stopped"];
export default function ScenariosPage() {
    const isEditor = canEdit();
    const { data, error } = useAnswer(isEditor ? "/api/scenarios" : null);
    if (!isEditor)
        return _jsx("p", { class: "wait", children: "Scenarios are shown to those who may edit." });
    if (error)
        return _jsx("p", { class: "wait error", children: error });
    const found = data?.scenarios ?? [];
    return (_jsxs("div", { class: "view besides scenarios-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: "Scenarios" }), _jsx("span", { class: "soft", children: "What would be, if. Nothing of the shoot changes." })] }), _jsxs("div", { class: "cards", children: [_jsxs("article", { class: "card", children: [_jsx("h3", { children: "as it is" }), _jsx("p", { class: "soft", children: "The shoot as it is known, held against all others." })] }), found.map((one) => (_jsx(Card, { scenario: one }, one.name))), _jsx(NewScenario, {})] }), _jsx(Run, { names: found.map((one) => one.name) })] }));
}
function Card({ scenario }) {
    const [error, setError] = useState("");
    const remove = async () => setError(await sent(`/api/scenarios/${encodeURIComponent(scenario.name)}/remove`, {}));
    return (_jsxs("article", { class: "card", children: [_jsxs("h3", { children: [scenario.name, _jsx("button", { type: "button", class: "plain", "aria-label": `Remove ${scenario.name}`, title: "Remove", onClick: () => void remove(), children: "\u2715" })] }), scenario.note ? _jsx("p", { class: "soft", children: scenario.note }) : null, _jsx("ul", { children: scenario.what_ifs.map((one) => (_jsxs("li", { children: [_jsx("a", { href: `#/facts/${one.path}`, children: one.path }), " ", spelled(one.said.slice(one.path.length + 1))] }, one.path))) }), error ? _jsx("p", { class: "error", role: "alert", children: error }) : null] }));
}
/** Sends a wish to the office; gives why not, or nothing. */
async function sent(path, body) {
    try {
        await ask(path, { ...body, id: newId() });
        await reload();
        return "";
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function NewScenario() {
    const [name, setName] = useState("");
    const [note, setNote] = useState("");
    const [lines, setLines] = useState("");
    const [error, setError] = useState("");
    const add = async (event) => {
        event.preventDefault();
        const said = lines.split("\n").map((one) => one.trim()).filter(Boolean);
        const why = await sent("/api/scenarios", {
            name: name.trim(),
            note,
            set: said.filter((one) => !one.startsWith("-")),
            remove: said.filter((one) => one.startsWith("-")).map((one) => one.slice(1).trim()),
        });
        setError(why);
        if (why)
            return;
        setName("");
        setNote("");
        setLines("");
    };
    return (_jsxs("form", { class: "card new", onSubmit: (event) => void add(event), children: [_jsx("h3", { children: "New scenario" }), _jsxs("label", { children: ["Name", _jsx("input", { value: name, placeholder: "star-free", onInput: (event) => setName(event.currentTarget.value) })] }), _jsxs("label", { children: ["What would be different, a line each", _jsx("textarea", { rows: 3, value: lines, placeholder: "picture/m7/release=2027-07-23\n-person/star/unavailable/press", onInput: (event) => setLines(event.currentTarget.value) })] }), _jsx("p", { class: "soft", children: "A line that begins with - removes a fact." }), _jsxs("label", { children: ["What it is for", _jsx("input", { value: note, onInput: (event) => setNote(event.currentTarget.value) })] }), error ? _jsx("p", { class: "error", role: "alert", children: error }) : null, _jsx("button", { type: "submit", children: "Add" })] }));
}
function Run({ names }) {
    const pictures = useStore((state) => state.shoot?.pictures.length ?? 0);
    const [seconds, setSeconds] = useState(20);
    const [job, setJob] = useState(null);
    const [table, setTable] = useState(null);
    const [error, setError] = useState("");
    useEffect(() => onMessage((message) => {
        if (message.type !== "job")
            return;
        const told = message;
        setJob((now) => (now && now.id === told.id ? told : now));
    }), []);
    const isOver = job === null || OVER.includes(job.state);
    useEffect(() => {
        if (!job || !isOver)
            return;
        ask(`/api/jobs/${job.id}`)
            .then((told) => {
            if (told.answer)
                setTable(told.answer);
            else
                setError(told.job.said || "It was stopped before anything was planned.");
        })
            .catch((why) => setError(why instanceof Error ? why.message : String(why)));
    }, [job?.id, isOver]);
    const start = async (kind) => {
        setError("");
        try {
            const told = await ask("/api/jobs", { kind, seconds });
            setJob(told.job);
        }
        catch (why) {
            setError(why instanceof Error ? why.message : String(why));
        }
    };
    const stop = () => {
        if (job)
            void fetch(`/api/jobs/${job.id}`, { method: "DELETE", headers: { "content-type": "application/json" } });
    };
    return (_jsxs("section", { class: "run", children: [_jsxs("div", { class: "view-tools", children: [_jsxs("label", { children: ["For each", _jsx("select", { value: seconds, onChange: (event) => setSeconds(Number(event.currentTarget.value)), children: [5, 20, 60, 300].map((one) => (_jsx("option", { value: one, children: one < 60 ? `${one} seconds` : count(one / 60, "minute") }, one))) })] }), _jsx("button", { type: "button", class: "main", disabled: !isOver, onClick: () => void start("scenarios"), children: "Plan side by side" }), pictures > 1 ? (_jsx("button", { type: "button", disabled: !isOver, onClick: () => void start("ways"), children: "Back to back, one after the other, alone" })) : null, isOver ? null : (_jsxs(_Fragment, { children: [_jsx("span", { class: "progress", role: "status", children: job.position ? `Waits, place ${job.position}` : `Planning ${job.phase || (names.length ? "scenarios" : "")} … ${Math.round(job.seconds)} s` }), _jsx("button", { type: "button", onClick: stop, children: "Stop" })] }))] }), error ? _jsx("p", { class: "error", role: "alert", children: error }) : null, table ? _jsx(Table, { table: table }) : null] }));
}
function Table({ table }) {
    const pictures = table.rows[0]?.pictures ?? [];
    const total = (row) => row.cost["total"] ?? 0;
    return (_jsxs("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Plans side by side", children: [_jsxs("table", { class: "plans", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { scope: "col", children: "Scenario" }), _jsx("th", { scope: "col", class: "number", children: "Cost" }), _jsx("th", { scope: "col", class: "number", children: "Against as it is" }), _jsx("th", { scope: "col", class: "number", children: "Proven least" }), _jsx("th", { scope: "col", class: "number", children: "Days" }), _jsx("th", { scope: "col", class: "number", children: "Boneyard" }), pictures.map((one) => (_jsx("th", { scope: "col", children: one.title }, one.picture)))] }) }), _jsx("tbody", { children: table.rows.map((row) => (_jsxs("tr", { children: [_jsxs("th", { scope: "row", children: [row.name, row.taken_from ? _jsxs("span", { class: "soft", children: [" plan of ", row.taken_from] }) : null, row.what_ifs.map((one) => (_jsx("span", { class: "soft what", children: spelled(one) }, one))), row.clashes?.length ? _jsxs("span", { class: "chip bad", title: row.clashes.join("\n"), children: ["\u25B2 ", count(row.clashes.length, "clash", "clashes"), " side by side"] }) : null] }), _jsx("td", { class: "number", children: money(total(row), table.currency) }), _jsx("td", { class: `number ${row.difference > 0 ? "worse" : row.difference < 0 ? "better" : ""}`, children: row.difference ? moneyChange(row.difference, table.currency) : "–" }), _jsx("td", { class: "number", children: row.bound === null ? "–" : money(row.bound, table.currency) }), _jsx("td", { class: "number", children: row.days }), _jsx("td", { class: "number", children: row.boneyard || "–" }), pictures.map((one) => {
                                    const found = row.pictures.find((it) => it.picture === one.picture);
                                    return (_jsxs("td", { children: [found?.wrap ? `wrap ${longDate(found.wrap)}` : "not shot", found?.days_late && found.days_late > 0 ? _jsxs("span", { class: "chip bad", children: ["\u25B2 ", count(found.days_late, "day"), " late"] }) : null] }, one.picture));
                                })] }, row.name))) })] }), table.impossible.map((one) => (_jsxs("p", { class: "error", children: [one.name, ": ", one.why] }, one.name))), table.unplanned.length ? _jsxs("p", { class: "soft", children: ["Not planned, for it was stopped before: ", table.unplanned.join(", ")] }) : null] }));
}

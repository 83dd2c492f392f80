import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Scenarios side by side: what each would be, what it costs, when each picture is done.
import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { factName } from "./naming.js";
import { NewScenario } from "./NewScenario.js";
import { ScenarioRun } from "./ScenarioRun.js";
import { canEdit, sent, useAnswer } from "./asking.js";
import { spelled } from "./values.js";
export default function ScenariosPage() {
    const isEditor = canEdit();
    const { data, error } = useAnswer(isEditor ? "/api/scenarios" : null);
    if (!isEditor)
        return _jsx("p", { class: "wait", children: "Scenarios are shown to those who may edit." });
    if (error)
        return _jsx("p", { class: "wait error", children: error });
    const found = data?.scenarios ?? [];
    return (_jsxs("div", { class: "view besides scenarios-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: "Scenarios" }), _jsx("span", { class: "soft", children: "What would be, if. Nothing of the shoot changes." })] }), _jsxs("div", { class: "cards", children: [_jsxs("article", { class: "card", children: [_jsx("h3", { children: "as it is" }), _jsx("p", { class: "soft", children: "The shoot as it is known, held against all others." })] }), found.map((one) => (_jsx(Card, { scenario: one }, one.name))), _jsx(NewScenario, {})] }), _jsx(ScenarioRun, { names: found.map((one) => one.name) })] }));
}
function Card({ scenario }) {
    const shoot = useStore((state) => state.shoot);
    const [error, setError] = useState("");
    const remove = async () => setError(await sent(`/api/scenarios/${encodeURIComponent(scenario.name)}/remove`, {}));
    return (_jsxs("article", { class: "card", children: [_jsxs("h3", { children: [scenario.name, _jsx("button", { type: "button", class: "plain", "aria-label": `Remove ${scenario.name}`, title: "Remove", onClick: () => void remove(), children: "\u2715" })] }), scenario.note ? _jsx("p", { class: "soft", children: scenario.note }) : null, _jsx("ul", { children: scenario.what_ifs.map((one) => (_jsxs("li", { children: [_jsx("a", { href: `#/facts/${one.path}`, title: one.path, children: factName(one.path, shoot) }), " ", spelled(one.said.slice(one.path.length + 1))] }, one.path))) }), error ? _jsx("p", { class: "error", role: "alert", children: error }) : null] }));
}

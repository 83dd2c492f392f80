import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The ways to go on side by side, from fewest changes to cheapest; one is looked at.
import { useState } from "preact/hooks";
import { store } from "../state.js";
import { count, money, moneyChange } from "../words.js";
import { closeHappened } from "./HappenedDialog.js";
import { Proposed } from "./Proposed.js";
import { factName, valueTold } from "../views/naming.js";
import { spanText, spelled } from "../views/values.js";
import { enterFacts, tellGood } from "./work.js";
export function WaysOn({ whole, answer, done }) {
    const [way, setWay] = useState(0);
    return (_jsxs("div", { class: "ways", children: [_jsx(Entered, { whole: whole, answer: answer }), _jsx(WayTable, { answer: answer, way: way, choose: setWay }), _jsx(Proposed, { whole: whole, way: way, done: done, isListed: true }, way)] }));
}
function Entered({ whole, answer }) {
    const facts = answer.facts ?? [];
    const rests = answer.rests ?? [];
    const only = () => enterFacts(whole.job.id).then(() => {
        tellGood("The fact is entered; the board stays as it is.");
        closeHappened();
    }, (error) => store.set({ notice: { kind: "bad", text: String(error) } }));
    return (_jsxs(_Fragment, { children: [_jsx(Broken, { before: answer.broken_before ?? [], now: answer.broken_now ?? [] }), facts.length ? (_jsxs("p", { class: "soft", children: ["Entered with the way that you take, and undone with it:", " ", facts.map((fact) => (_jsxs("span", { children: [_jsx("b", { title: fact.path, children: factTold(fact) }), " "] }, fact.path))), _jsx("button", { type: "button", class: "plain link", onClick: () => void only(), children: "Enter only this, leave the board" })] })) : null, rests.length ? (_jsxs("p", { class: "soft", children: ["What is left becomes a scene of its own: ", rests.map((one) => restNumber(one.part_of)).join(", "), "."] })) : null] }));
}
const SHOWN_MOST = 4;
/** What the board would break as it stands: what is new, and what it broke before. */
function Broken({ before, now }) {
    const had = new Set(before);
    const fresh = now.filter((said) => !had.has(said));
    const old = now.length - fresh.length;
    if (!now.length)
        return _jsx("p", { children: "Left as it stands, the board breaks no rule." });
    return (_jsxs("div", { class: "warn-words", children: [_jsxs("p", { children: [fresh.length ? `Left as it stands, the board would break ${count(fresh.length, "rule")} by this` : "Left as it stands, the board breaks no rule by this", old ? `; ${count(old, "conflict")} it has already.` : fresh.length ? ":" : "."] }), _jsxs("ul", { children: [fresh.slice(0, SHOWN_MOST).map((said) => (_jsx("li", { children: spelled(said) }, said))), fresh.length > SHOWN_MOST ? _jsxs("li", { children: ["and ", fresh.length - SHOWN_MOST, " more"] }) : null] })] }));
}
/** ``Tom Cruise: not available, 5 Oct 20 – 25 Oct 20``. */
function factTold(fact) {
    const { shoot } = store.get();
    const name = factName(fact.path, shoot);
    if (fact.removes)
        return `${name}, removed;`;
    const value = fact.value;
    const isSpan = typeof value === "object" && value !== null && "from" in value && "to" in value;
    return `${name}, ${isSpan ? spanText(value) : valueTold(fact.path, value, shoot)};`;
}
/** What the rest of a scene is called: its number, and that it is a rest. */
function restNumber(scene) {
    const found = store.get().shoot?.scenes.find((one) => one.id === scene);
    return `${found?.number ?? scene} rest`;
}
function WayTable({ answer, way, choose }) {
    const currency = store.get().shoot?.currency ?? "USD";
    return (_jsxs("table", { class: "plain-table ways-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { children: "Way" }), _jsx("th", { class: "number", children: "Cost" }), _jsx("th", { class: "number", children: "Change" }), _jsx("th", { class: "number", children: "Strips moved" }), _jsx("th", { class: "number", children: "People with other days" }), _jsx("th", { class: "number", children: "Boneyard" }), _jsx("th", { children: "Late" }), _jsx("th", {})] }) }), _jsx("tbody", { children: answer.proposals.map((one, at) => (_jsxs("tr", { class: at === way ? "chosen" : undefined, children: [_jsx("th", { children: _jsxs("label", { class: "choice", children: [_jsx("input", { type: "radio", name: "way", checked: at === way, onChange: () => choose(at) }), _jsx("span", { children: at + 1 })] }) }), _jsx("td", { class: "number", children: money(one.cost, currency) }), _jsx("td", { class: "number", children: one.cost === one.cost_before ? "–" : moneyChange(one.cost - one.cost_before, currency) }), _jsx("td", { class: "number", children: one.moved.length }), _jsx("td", { class: "number", children: one.people.length }), _jsx("td", { class: "number", children: one.boneyard.length || "–" }), _jsx("td", { children: lateness(one) }), _jsx("td", { class: "soft", children: remark(one, at, answer.proposals.length) })] }, at))) })] }));
}
function lateness(one) {
    const late = one.late.filter((picture) => picture.days > 0);
    return late.length ? late.map((picture) => `${picture.title} ${count(picture.days, "day")}`).join(", ") : "in time";
}
function remark(one, at, many) {
    if (!one.moved.length && !one.strips.length)
        return "nothing moves";
    if (one.is_fewest)
        return "proven: fewer cannot move";
    if (many > 1 && at === 0)
        return "fewest changes";
    return many > 1 && at === many - 1 ? "cheapest" : "";
}

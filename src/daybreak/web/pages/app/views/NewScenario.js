import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// A new scenario: what would be different, chosen or typed, and what it is for.
import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { sent, useAnswer } from "./asking.js";
import { factName, nameOf } from "./naming.js";
import { isDate, spanText, spelled } from "./values.js";
const WHATS = [
    ["away", "Somebody is not available"],
    ["free", "Somebody is available after all"],
    ["release", "A release is another day"],
    ["closed", "A location is open only between"],
    ["typed", "Another fact"],
];
export function NewScenario() {
    const shoot = useStore((state) => state.shoot);
    const [name, setName] = useState("");
    const [note, setNote] = useState("");
    const [lines, setLines] = useState([]);
    const [error, setError] = useState("");
    const add = async (event) => {
        event.preventDefault();
        const why = await sent("/api/scenarios", {
            name: name.trim(),
            note,
            set: lines.filter((one) => !one.startsWith("-")),
            remove: lines.filter((one) => one.startsWith("-")).map((one) => one.slice(1).trim()),
        });
        setError(why);
        if (why)
            return;
        setName("");
        setNote("");
        setLines([]);
    };
    if (!shoot)
        return null;
    return (_jsxs("form", { class: "card new", onSubmit: (event) => void add(event), children: [_jsx("h3", { children: "New scenario" }), _jsxs("label", { children: ["Name", _jsx("input", { value: name, required: true, pattern: "[A-Za-z0-9_.\\-]+", title: "letters, digits, - _ .", placeholder: "star-away", onInput: (event) => setName(event.currentTarget.value) })] }), lines.length ? (_jsx("ul", { class: "what-ifs", children: lines.map((line) => (_jsxs("li", { children: [_jsx("span", { title: line, children: lineTold(line, shoot) }), _jsx("button", { type: "button", class: "plain", "aria-label": `Leave out: ${lineTold(line, shoot)}`, onClick: () => setLines(lines.filter((one) => one !== line)), children: "\u2715" })] }, line))) })) : null, _jsx(WhatIf, { shoot: shoot, add: (line) => setLines([...lines.filter((one) => one !== line), line]) }), _jsxs("label", { children: ["What it is for", _jsx("input", { value: note, maxLength: 200, onInput: (event) => setNote(event.currentTarget.value) })] }), error ? _jsx("p", { class: "error", role: "alert", children: error }) : null, _jsx("button", { type: "submit", class: "main", disabled: !lines.length, children: "Keep the scenario" })] }));
}
/** ``Tom Cruise: not available, from 2020-10-05 to 2020-10-25``. */
function lineTold(line, shoot) {
    if (line.startsWith("-"))
        return `${factName(line.slice(1).trim(), shoot)}: removed`;
    const at = line.indexOf("=");
    const value = spelled(line.slice(at + 1).replace(/\b(from|to)=/g, "$1 "));
    return at < 0 ? line : `${factName(line.slice(0, at), shoot)}: ${value}`;
}
function WhatIf({ shoot, add }) {
    const [what, setWhat] = useState("away");
    const [about, setAbout] = useState("");
    const [from, setFrom] = useState("");
    const [to, setTo] = useState("");
    const [typed, setTyped] = useState("");
    const { data } = useAnswer("/api/things");
    const away = (data?.things ?? []).filter((one) => one.root === "person" && one.part === "unavailable");
    const choices = choicesOf(what, shoot, away);
    const chosen = choices.some(([id]) => id === about) ? about : (choices[0]?.[0] ?? "");
    const line = lineOf(what, { chosen, from, to, typed: typed.trim() });
    return (_jsxs("fieldset", { class: "what-if", children: [_jsx("legend", { children: "What would be different" }), _jsx("select", { "aria-label": "What would be different", value: what, onChange: (event) => setWhat(event.currentTarget.value), children: WHATS.map(([value, label]) => (_jsx("option", { value: value, children: label }, value))) }), what === "typed" ? (_jsxs("label", { children: ["PATH=VALUE; with - in front, the path of a fact to remove", _jsx("input", { value: typed, placeholder: "unit/main/day_minutes=660", onInput: (event) => setTyped(event.currentTarget.value) })] })) : choices.length ? (_jsx("select", { "aria-label": "Who or what", value: chosen, onChange: (event) => setAbout(event.currentTarget.value), children: choices.map(([id, label]) => (_jsx("option", { value: id, children: label }, id))) })) : (_jsx("p", { class: "soft", children: "Nobody is entered as not available." })), what === "typed" || what === "free" ? null : (_jsxs("div", { class: "row", children: [_jsxs("label", { children: [what === "release" ? "On" : "From", _jsx("input", { type: "date", value: from, onInput: (event) => setFrom(event.currentTarget.value) })] }), what === "release" ? null : (_jsxs("label", { children: ["To", _jsx("input", { type: "date", min: from, value: to, onInput: (event) => setTo(event.currentTarget.value) })] }))] })), _jsx("button", { type: "button", disabled: !line, onClick: () => line && add(line), children: "Add this" })] }));
}
function choicesOf(what, shoot, away) {
    switch (what) {
        case "away":
            return shoot.people.map((one) => [one.id, one.name]);
        case "free":
            return away.map((one) => [one.path, `${nameOf(shoot, "person", one.owner)}, ${spanText(one.value)}`]);
        case "release":
            return shoot.pictures.map((one) => [one.id, one.title]);
        case "closed":
            return shoot.locations.map((one) => [one.id, one.name]);
        case "typed":
            return [];
    }
}
/** The line that the office reads, or nothing while something is missing. */
function lineOf(what, said) {
    const { chosen, from, to, typed } = said;
    if (what === "typed")
        return typed;
    if (!chosen)
        return "";
    if (what === "free")
        return `-${chosen}`;
    if (!isDate(from))
        return "";
    if (what === "release")
        return `picture/${chosen}/release=${from}`;
    if (!isDate(to) || to < from)
        return "";
    return what === "away"
        ? `person/${chosen}/unavailable/if-${from.replaceAll("-", "")}=from=${from} to=${to}`
        : `location/${chosen}/window/if-${from.replaceAll("-", "")}=["${from}", "${to}"]`;
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Enter a fact: what, how sure, who said it, and when.
import { useState } from "preact/hooks";
import { ask } from "../api.js";
import { asked } from "../acting.js";
import { setFact } from "./asking.js";
export const STATUSES = ["confirmed", "expected", "rumored", "denied", "withdrawn"];
export const NOBODY_SAID = {
    status: "confirmed",
    said_on: "",
    outlet: "",
    speaker: "",
    address: "",
    quotation: "",
    note: "",
};
/** What goes along with a fact; a source is told only where somebody is named. */
export function saidAs(said) {
    const { outlet, speaker, address, quotation } = said;
    const source = { outlet, speaker, address, quotation };
    const isTold = Object.values(source).some((one) => one.trim());
    return {
        status: said.status,
        note: said.note.trim(),
        ...(said.said_on.trim() ? { said_on: said.said_on.trim() } : {}),
        ...(isTold ? { source } : {}),
    };
}
export function SaidFields({ said, change }) {
    const text = (key, label, placeholder = "") => (_jsxs("label", { children: [label, _jsx("input", { value: said[key], placeholder: placeholder, onInput: (event) => change({ ...said, [key]: event.currentTarget.value }) })] }));
    return (_jsxs(_Fragment, { children: [_jsxs("div", { class: "row", children: [_jsxs("label", { children: ["How sure", _jsx("select", { value: said.status, onChange: (event) => change({ ...said, status: event.currentTarget.value }), children: STATUSES.map((one) => (_jsx("option", { value: one, children: one }, one))) })] }), text("said_on", "Said on", "2027-03-16, 2027-03 or 2027")] }), _jsxs("div", { class: "row", children: [text("outlet", "Source", "Deadline"), text("speaker", "Who said it")] }), _jsxs("div", { class: "row", children: [text("address", "Address", "https:// …"), text("quotation", "In their words")] }), text("note", "Note")] }));
}
export function FactForm({ path, children }) {
    const [text, setText] = useState("");
    const [said, setSaid] = useState(NOBODY_SAID);
    const [error, setError] = useState("");
    const [done, setDone] = useState("");
    const isDenial = said.status === "denied" || said.status === "withdrawn";
    const enter = async (event) => {
        event.preventDefault();
        setDone("");
        const why = await entered(path, text, said, isDenial);
        setError(why ?? "");
        if (why !== null)
            return;
        setDone("Entered.");
        setText("");
        setSaid(NOBODY_SAID);
    };
    return (_jsxs("form", { class: "fact-form", onSubmit: (event) => void enter(event), children: [_jsx("h3", { children: "Enter what was said or decided" }), _jsxs("label", { children: ["Value", _jsx("input", { value: text, "aria-invalid": error ? true : undefined, onInput: (event) => setText(event.currentTarget.value) })] }), _jsx(SaidFields, { said: said, change: setSaid }), error ? (_jsx("p", { class: "error", role: "alert", children: error })) : null, _jsxs("footer", { children: [_jsx("button", { type: "submit", class: "main", children: "Enter" }), children, _jsx("span", { role: "status", children: done })] })] }));
}
async function entered(path, text, said, isDenial) {
    if (!text.trim() && !isDenial)
        return "Give a value.";
    try {
        const value = text.trim()
            ? (await ask("/api/facts/typed", { path, text: text.trim() })).value
            : null;
        if (value === null)
            return await denied(path, said);
        return await setFact(path, value, saidAs(said));
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
/** Takes back what stands, without saying what it was. */
function denied(path, said) {
    return asked({ type: "set", path, value: null, ...saidAs(said) });
}

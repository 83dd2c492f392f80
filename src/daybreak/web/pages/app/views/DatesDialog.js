import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The dates of one person or thing: not available, or only between.
import { useEffect, useRef, useState } from "preact/hooks";
import { SaidFields, NOBODY_SAID, saidAs } from "./FactForm.js";
import { setFact } from "./asking.js";
import { isDate, spanText, told } from "./values.js";
export function DatesDialog(props) {
    const { root, part, owner, name, things, close } = props;
    const element = useRef(null);
    const [first, setFirst] = useState(props.first ?? "");
    const [last, setLast] = useState(props.last ?? "");
    const [reason, setReason] = useState("");
    const [said, setSaid] = useState(NOBODY_SAID);
    const [error, setError] = useState("");
    useEffect(() => {
        const before = document.activeElement;
        element.current?.showModal();
        return () => before?.focus();
    }, []);
    const found = things.filter((one) => one.root === root && one.owner === owner && one.part === part);
    const isAway = part === "unavailable";
    const remove = async (path) => setError((await setFact(path, null)) ?? "");
    const add = async (event) => {
        event.preventDefault();
        const end = last || first;
        if (!isDate(first) || !isDate(end))
            return setError("Give the first and the last date.");
        if (end < first)
            return setError("The last date is before the first.");
        const value = isAway ? { from: first, to: end, ...(reason.trim() ? { reason: reason.trim() } : {}) } : [first, end];
        const why = await setFact(`${root}/${owner}/${part}/${freeKey(found)}`, value, saidAs(said));
        if (why === null)
            close();
        else
            setError(why);
    };
    return (_jsx("dialog", { ref: element, "aria-labelledby": "dates-title", onCancel: close, onClose: close, children: _jsxs("div", { class: "dialog", children: [_jsxs("header", { children: [_jsxs("h2", { id: "dates-title", children: [name, ": ", isAway ? "not available" : "only between"] }), _jsx("button", { type: "button", class: "plain close", "aria-label": "Close", onClick: close, children: "\u2715" })] }), found.length ? (_jsx("ul", { class: "dates-list", children: found.map((one) => (_jsxs("li", { children: [_jsxs("span", { children: [_jsx("b", { children: spanText(one.value) }), " ", isAway ? told(one.value["reason"] ?? "") : null, one.status === "confirmed" ? null : _jsx("em", { class: `chip ${one.status}`, children: one.status })] }), _jsx("button", { type: "button", class: "plain", "aria-label": `Remove ${spanText(one.value)}`, onClick: () => void remove(one.path), children: "\u2715" })] }, one.path))) })) : null, _jsxs("form", { onSubmit: (event) => void add(event), children: [_jsxs("div", { class: "row", children: [_jsxs("label", { children: ["First date", _jsx("input", { type: "date", value: first, onInput: (event) => setFirst(event.currentTarget.value) })] }), _jsxs("label", { children: ["Last date", _jsx("input", { type: "date", value: last, onInput: (event) => setLast(event.currentTarget.value) })] })] }), isAway ? (_jsxs("label", { children: ["Reason", _jsx("input", { value: reason, onInput: (event) => setReason(event.currentTarget.value) })] })) : null, _jsx(SaidFields, { said: said, change: setSaid }), error ? (_jsx("p", { class: "error", role: "alert", children: error })) : null, _jsxs("footer", { children: [_jsx("button", { type: "submit", class: "main", children: "Enter" }), _jsx("button", { type: "button", onClick: close, children: "Cancel" })] })] })] }) }));
}
function freeKey(found) {
    const taken = new Set(found.map((one) => one.path.split("/").at(-1)));
    let number = found.length + 1;
    while (taken.has(String(number)))
        number += 1;
    return String(number);
}

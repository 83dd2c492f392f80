import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// A value that is edited where it stands: Enter takes it, Esc puts it back.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { setFact } from "./asking.js";
import { shownText, typedValue } from "./values.js";
export function Field(props) {
    const { path, label, kind, value, options, canEdit } = props;
    const names = kind === "list" ? options : undefined;
    const before = shownText(kind, value, names);
    const [text, setText] = useState(before);
    const [error, setError] = useState("");
    const [isWaiting, setWaiting] = useState(false);
    const at = useRef(path);
    const id = useId();
    useEffect(() => {
        at.current = path;
        setText(before);
        setError("");
    }, [path, before]);
    if (!canEdit)
        return _jsx("span", { class: `read ${kind}`, children: readText(before, kind, options) });
    const take = async (said) => {
        if (said.trim() === before.trim())
            return setError("");
        const typed = typedValue(kind, said, names);
        if (typed.error !== undefined)
            return setError(typed.error);
        if (typed.value === null && props.needed)
            return setError(`${label} is needed.`);
        setWaiting(true);
        const why = await setFact(path, typed.value);
        if (at.current !== path)
            return;
        setWaiting(false);
        setError(why ?? "");
    };
    const shared = {
        "aria-label": label,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": error ? id : undefined,
    };
    return (_jsxs("span", { class: `field ${kind}${text ? "" : " none"}${error ? " wrong" : ""}${isWaiting ? " waiting" : ""}`, children: [kind === "flag" ? (_jsx("input", { ...shared, type: "checkbox", checked: value === true, onChange: (event) => void take(String(event.currentTarget.checked)) })) : options && !names ? (_jsxs("select", { ...shared, value: text, onChange: (event) => void take(event.currentTarget.value), children: [props.needed && options.some((one) => one.value === text) ? null : (_jsx("option", { value: props.needed ? text : "", children: props.needed ? text || "–" : "–" })), options.map((one) => (_jsx("option", { value: one.value, children: one.label }, one.value)))] })) : props.long ? (_jsx("textarea", { ...shared, rows: 2, value: text, placeholder: props.placeholder ?? "", onInput: (event) => setText(event.currentTarget.value), onBlur: () => void take(text.replaceAll("\n", " ")), onKeyDown: (event) => editKeys(event, before, setText) })) : (_jsx("input", { ...shared, type: (kind === "date" ? "date" : "text"), value: text, placeholder: props.placeholder ?? "", onInput: (event) => setText(event.currentTarget.value), onBlur: (event) => void take(event.currentTarget.value), onKeyDown: (event) => editKeys(event, before, setText) })), error ? (_jsx("span", { id: id, class: "error", role: "alert", children: error })) : null] }));
}
function readText(text, kind, options) {
    if (kind === "flag")
        return text === "true" ? "yes" : "no";
    return options?.find((one) => one.value === text)?.label ?? text;
}
/** Enter and the arrows go to the same column of another row; Esc puts back. */
function editKeys(event, before, setText) {
    const box = event.currentTarget;
    if (event.key === "Escape") {
        setText(before);
        box.value = before;
        event.stopPropagation();
        return;
    }
    const isDate = box.type === "date";
    const step = event.key === "Enter" ? (event.shiftKey ? -1 : 1) : isDate ? 0 : event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || box.tagName === "TEXTAREA" && event.key !== "Enter")
        return;
    event.preventDefault();
    const next = neighbor(box, step);
    if (next) {
        next.focus();
        if (next instanceof HTMLInputElement && next.type === "text")
            next.select();
    }
    else {
        box.blur();
    }
}
function neighbor(box, step) {
    const cell = box.closest("td, th");
    const row = cell?.closest("tr");
    if (!cell || !row)
        return null;
    const at = [...row.children].indexOf(cell);
    let other = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    while (other) {
        const found = other.children[at]?.querySelector("input, select, textarea");
        if (found)
            return found;
        other = step > 0 ? other.nextElementSibling : other.previousElementSibling;
    }
    return null;
}

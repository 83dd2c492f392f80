import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useEffect, useRef } from "preact/hooks";
import { openDialog } from "./dialog.js";
/** What gets the focus first: never the button that closes. */
const STOP = ":is(select, input, textarea, button, a):not(:disabled)";
const FIRST = `.dialog > :not(header) ${STOP}, .dialog > ${STOP}`;
export function Frame({ title, children, wide }) {
    const element = useRef(null);
    useEffect(() => {
        const dialog = element.current;
        const before = document.activeElement;
        dialog?.showModal();
        dialog?.querySelector(FIRST)?.focus();
        return () => {
            dialog?.close();
            before?.focus();
        };
    }, []);
    useEffect(() => {
        const dialog = element.current; // what had the focus may be gone: another step is shown
        if (dialog?.open && !dialog.contains(document.activeElement))
            dialog.focus();
    });
    useEffect(() => {
        const close = (event) => event.key === "Escape" && openDialog(null);
        document.addEventListener("keydown", close);
        return () => document.removeEventListener("keydown", close);
    }, []);
    return (_jsx("dialog", { ref: element, tabIndex: -1, class: wide ? "wide" : undefined, "aria-labelledby": "dialog-title", onCancel: () => openDialog(null), onClick: (event) => event.target === element.current && openDialog(null), children: _jsxs("div", { class: "dialog", children: [_jsxs("header", { children: [_jsx("h2", { id: "dialog-title", children: title }), _jsx("button", { type: "button", class: "plain close", "aria-label": "Close", onClick: () => openDialog(null), children: "\u2715" })] }), children] }) }));
}

import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Small drawings, in the color of the text around them.
export function WarnIcon({ label }) {
    return (_jsxs("svg", { class: "icon warn", viewBox: "0 0 16 16", role: "img", "aria-label": label, children: [_jsx("path", { d: "M8 1.5 15.5 15H.5z", fill: "currentColor" }), _jsx("path", { d: "M8 6v4.5M8 12v1.6", stroke: "#fff", "stroke-width": "1.6" })] }));
}
export function LockIcon({ label }) {
    return (_jsxs("svg", { class: "icon lock", viewBox: "0 0 16 16", role: "img", "aria-label": label, children: [_jsx("rect", { x: "3", y: "7", width: "10", height: "8", rx: "1.5", fill: "currentColor" }), _jsx("path", { d: "M5 7V5a3 3 0 0 1 6 0v2", fill: "none", stroke: "currentColor", "stroke-width": "1.8" })] }));
}
export function UndoIcon() {
    return (_jsxs("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", children: [_jsx("path", { d: "M3 6h6a4 4 0 0 1 0 8H6", fill: "none", stroke: "currentColor", "stroke-width": "1.6" }), _jsx("path", { d: "M6 2.5 2.5 6 6 9.5", fill: "none", stroke: "currentColor", "stroke-width": "1.6" })] }));
}
export function RedoIcon() {
    return (_jsxs("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true", children: [_jsx("path", { d: "M13 6H7a4 4 0 0 0 0 8h3", fill: "none", stroke: "currentColor", "stroke-width": "1.6" }), _jsx("path", { d: "M10 2.5 13.5 6 10 9.5", fill: "none", stroke: "currentColor", "stroke-width": "1.6" })] }));
}

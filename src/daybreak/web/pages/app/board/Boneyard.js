import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { openDialog } from "../dialogs/dialog.js";
import { count, pagesTold } from "../words.js";
import { Strip } from "./Strip.js";
export function Boneyard({ look, standing, reasons }) {
    const { boneyard } = standing;
    const eighths = boneyard.reduce((sum, one) => sum + (look.fixed.scenes.get(one)?.eighths ?? 0), 0);
    return (_jsxs("div", { role: "rowgroup", class: "boneyard", "data-list": "boneyard", children: [_jsxs("div", { class: "boneyard-bar", role: "row", children: [_jsxs("span", { role: "gridcell", class: "left", children: [_jsx("b", { children: "BONEYARD" }), " ", count(boneyard.length, "strip"), eighths ? ` · ${pagesTold(eighths)}` : ""] }), _jsx("span", { role: "gridcell", class: "right", children: boneyard.length ? (_jsx("button", { type: "button", class: "plain", onClick: () => openDialog({ kind: "why" }), children: "Why not?" })) : ("everything stands on a day") })] }), boneyard.map((strip) => (_jsx(Strip, { strip: strip, look: look, day: null, reason: reasons?.[strip]?.reason ?? "" }, strip)))] }));
}

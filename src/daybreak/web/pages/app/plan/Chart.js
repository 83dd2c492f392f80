import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// How a search stands: what the plan costs, and what any plan is proven to cost.
import { money } from "../words.js";
import { BELOW, HIGH, LEFT, WIDE, areaOf, stepped, withoutBoneyards } from "./lines.js";
export function Chart({ points, seconds, currency }) {
    const shown = withoutBoneyards(points);
    const last = shown.at(-1);
    if (!last)
        return _jsx("div", { class: "chart empty-chart", children: "The first plan comes in a moment \u2026" });
    const area = areaOf(shown, Math.min(seconds, Math.max(last[0] * 1.15, 5)));
    const costs = shown.map((point) => [point[0], point[1]]);
    const bounds = shown.flatMap((point) => (point[2] === null ? [] : [[point[0], point[2]]]));
    const gap = last[2] === null ? "" : `, proven to be at least ${money(last[2], currency)}`;
    return (_jsxs("svg", { class: "chart", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": `Cost ${money(last[1], currency)}${gap}`, children: [_jsx("line", { class: "axis", x1: LEFT, x2: WIDE - LEFT, y1: HIGH - BELOW, y2: HIGH - BELOW }), bounds.length ? _jsx("path", { class: "bound", d: stepped(bounds, area) }) : null, _jsx("path", { class: "cost", d: stepped(costs, area) }), _jsx("circle", { class: "cost-now", cx: area.x(last[0]), cy: area.y(last[1]), r: "4" }), _jsxs("text", { x: LEFT, y: HIGH - 4, children: [area.first, " s"] }), _jsxs("text", { x: Math.max(area.x(last[0]), 60), y: HIGH - 4, "text-anchor": "end", children: [Math.round(last[0]), " s"] })] }));
}

import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { money } from "../words.js";
const [WIDE, HIGH, LEFT, BELOW] = [560, 150, 8, 18];
/** Where points lie: seconds to the right, amounts upwards, all that is known in sight. */
export function areaOf(points, seconds) {
    const costs = points.map((point) => point[1]);
    const bounds = points.flatMap((point) => (point[2] === null ? [] : [point[2]]));
    const top = Math.max(...costs);
    const low = Math.min(...costs, ...bounds);
    const room = Math.max(top - low, top * 0.001, 1);
    const last = Math.max(seconds, points.at(-1)?.[0] ?? 0, 1);
    return {
        x: (at) => LEFT + (at / last) * (WIDE - 2 * LEFT),
        y: (amount) => 10 + ((top - amount) / room) * (HIGH - BELOW - 20),
    };
}
/** A line in steps: an amount holds until the next one is found. */
export function stepped(points, area) {
    return points
        .map(([at, amount], place) => {
        const [x, y] = [area.x(at).toFixed(1), area.y(amount).toFixed(1)];
        return place === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
        .join("");
}
export function Chart({ points, seconds, currency }) {
    const shown = withoutBoneyards(points);
    const last = shown.at(-1);
    if (!last)
        return _jsx("div", { class: "chart empty-chart", children: "The first plan comes in a moment \u2026" });
    const area = areaOf(shown, Math.min(seconds, Math.max(last[0] * 1.15, 5)));
    const costs = shown.map((point) => [point[0], point[1]]);
    const bounds = shown.flatMap((point) => (point[2] === null ? [] : [[point[0], point[2]]]));
    const gap = last[2] === null ? "" : `, proven to be at least ${money(last[2], currency)}`;
    return (_jsxs("svg", { class: "chart", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": `Cost ${money(last[1], currency)}${gap}`, children: [_jsx("line", { class: "axis", x1: LEFT, x2: WIDE - LEFT, y1: HIGH - BELOW, y2: HIGH - BELOW }), bounds.length ? _jsx("path", { class: "bound", d: stepped(bounds, area) }) : null, _jsx("path", { class: "cost", d: stepped(costs, area) }), _jsx("circle", { class: "cost-now", cx: area.x(last[0]), cy: area.y(last[1]), r: "4" }), _jsx("text", { x: LEFT, y: HIGH - 4, children: "0 s" }), _jsxs("text", { x: area.x(last[0]), y: HIGH - 4, "text-anchor": "end", children: [Math.round(last[0]), " s"] })] }));
}
/** The points of the emptiest boneyard: costs with other ones cannot be compared. */
export function withoutBoneyards(points) {
    const least = Math.min(...points.map((point) => point[3]));
    return points.filter((point) => point[3] === least);
}

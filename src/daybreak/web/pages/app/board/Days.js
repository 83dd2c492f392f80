import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The days of a board, one under the other or a column for each unit.
import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import { shortDate, weekday } from "../words.js";
import { DayRows } from "./DayRows.js";
import { furnitureBefore } from "./furniture.js";
import { bannersByDay, freeDates } from "./look.js";
import { FurnitureRow } from "./Rows.js";
const NO_LAYOUT = [];
const NO_BANNERS = [];
export function Days({ look, standing, meaning, side }) {
    const { shoot } = look.fixed;
    const layout = meaning?.layout ?? NO_LAYOUT;
    const furniture = useMemo(() => furnitureBefore(layout), [layout]);
    const banners = useMemo(() => bannersByDay(standing.banners), [standing.banners]);
    const free = useMemo(() => freeDates(shoot, standing), [shoot, standing]);
    const keys = dayKeys(standing);
    const day = (key) => (_jsx(DayRows, { day: key, told: standing.days[key], look: look, meaning: meaning?.days[key], banners: banners.get(key) ?? NO_BANNERS, isLocked: standing.locked_days.includes(key) }, key));
    const between = (key, where) => (furniture[where].get(key) ?? []).map((row, at) => (_jsx(FurnitureRow, { row: row, currency: shoot.currency }, `${where}-${key}-${at}`)));
    const groups = byDate(keys);
    return (_jsxs(_Fragment, { children: [groups.map(([date, same]) => (_jsxs(Fragment, { children: [_jsx(FreeDates, { dates: free.get(date), look: look }), side ? (_jsxs(_Fragment, { children: [same.flatMap((key) => between(key, "before")), _jsx(SideRow, { same: same, date: date, look: look, day: day }), same.flatMap((key) => between(key, "after"))] })) : (same.map((key) => (_jsxs(Fragment, { children: [between(key, "before"), day(key), between(key, "after")] }, key))))] }, date))), keys.length ? null : (_jsx("div", { class: "empty", role: "row", children: _jsx("span", { role: "gridcell", children: "No day yet: optimize, or move a strip to a day." }) })), _jsx(FreeDates, { dates: free.get(""), look: look })] }));
}
function byDate(keys) {
    const made = new Map();
    for (const key of keys)
        made.set(dateOf(key), [...(made.get(dateOf(key)) ?? []), key]);
    return [...made];
}
/** One date of all units, side by side; a unit that does not shoot leaves its place. */
function SideRow({ same, date, look, day }) {
    const { units, eligible } = look.fixed.shoot;
    return (_jsx("div", { class: "side-row", role: "presentation", children: units.map((unit) => {
            const key = same.find((one) => unitOf(one) === unit.id);
            if (key)
                return day(key);
            const isFree = (eligible[unit.id] ?? []).includes(date);
            return (_jsx("div", { class: "no-day", role: "presentation", "data-list": isFree ? `${unit.id}/${date}` : undefined, children: isFree ? `${unit.name}: free` : `${unit.name}: no shooting` }, unit.id));
        }) }));
}
/** Where a strip can be dropped on a date without a day; shown while one is dragged. */
function FreeDates({ dates, look }) {
    if (!dates?.length)
        return null;
    const { units } = look.fixed.shoot;
    const named = new Map(units.map((one) => [one.id, units.length > 1 ? `${one.name} ` : ""]));
    return (_jsx("div", { class: "free-dates", "aria-hidden": "true", children: dates.map((key) => (_jsxs("span", { "data-list": key, "data-free": true, children: [named.get(unitOf(key)), weekday(dateOf(key)), " ", shortDate(dateOf(key))] }, key))) }));
}

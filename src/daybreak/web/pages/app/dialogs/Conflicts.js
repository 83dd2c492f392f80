import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Broken rules in words, each with the way to the strip and to the fact behind it.
import { conflictsOn } from "../board/DayRows.js";
import { centerStrip } from "../board/focusing.js";
import { conflictsOf } from "../board/strips.js";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import { shownStanding, store } from "../state.js";
import { factName } from "../views/naming.js";
import { spelled } from "../views/values.js";
import { RULES, count, longDate, titled } from "../words.js";
import { Frame } from "./Frame.js";
import { factOf } from "./behind.js";
import { openDialog } from "./dialog.js";
/** The conflicts of the whole board, of a day ``UNIT/DATE``, or of a strip. */
export function ConflictsDialog({ title, violations }) {
    const { shoot } = store.get();
    const about = title.includes("/") && shoot ? dayTitle(title, shoot) : title;
    return (_jsx(Frame, { title: title === "Conflicts" ? count(violations.length, "conflict") : `${about}: ${count(violations.length, "conflict")}`, wide: true, children: _jsx(ConflictList, { violations: violations }) }));
}
export function ConflictList({ violations }) {
    const { shoot } = store.get();
    return (_jsx("ul", { class: "violations", children: violations.map((one) => {
            const fact = shoot && factOf(one, shoot);
            return (_jsxs("li", { class: one.level, children: [_jsxs("b", { children: [titled(RULES[one.rule] ?? one.rule), _jsx("span", { class: "level", children: one.level === "blocks" ? "blocks" : "warns only" })] }), _jsx("span", { children: spelled(one.said) }), _jsxs("span", { class: "links", children: [_jsx("button", { type: "button", class: "plain", onClick: () => show(one), children: "Show on the board" }), fact ? (_jsxs("a", { href: `#/facts/${fact}`, onClick: () => openDialog(null), children: ["The fact behind it: ", factName(fact, shoot)] })) : null] })] }));
        }) }));
}
/** What is wrong with a day, at the top of what can be done with it. */
export function DayConflicts({ day }) {
    const state = store.get();
    const strips = shownStanding(state)?.days[day]?.strips ?? [];
    const found = conflictsOn(conflictsOf(state.meaning?.violations ?? []), day, strips);
    return found.length ? _jsx(ConflictList, { violations: found }) : null;
}
/** ``Day 5 of Main unit, Mon 14 Sep 2020``. */
export function dayTitle(day, shoot) {
    const number = store.get().meaning?.days[day]?.number;
    const unit = shoot.units.length > 1 ? shoot.units.find((one) => one.id === unitOf(day))?.name : "";
    const named = number ? `Day ${number}${unit ? ` of ${unit}` : ""}, ` : "";
    return `${named}${longDate(dateOf(day))}`;
}
function show(one) {
    const standing = shownStanding(store.get());
    const strip = one.where.scene ?? (standing && stripAt(standing, one));
    openDialog(null);
    if (!strip)
        return;
    store.set({ focus: strip, selected: new Set([strip]) });
    location.hash = `#/board/${store.get().board}`;
    centerStrip(strip);
}
/** A strip of the day that a broken rule names, with the person it is about if any. */
function stripAt(standing, { where }) {
    const { date, unit, person } = where;
    if (!date)
        return undefined;
    const keys = dayKeys(standing).filter((day) => dateOf(day) === date && (!unit || unitOf(day) === unit));
    const strips = keys.flatMap((key) => standing.days[key]?.strips ?? []);
    const scenes = new Map(store.get().shoot?.scenes.map((scene) => [scene.id, scene]));
    return (person && strips.find((strip) => scenes.get(strip)?.cast.includes(person))) || strips[0];
}

// The keyboard of the board: everything that the pointer does, without it.
import { chosen, cut, focusDay, moveStrips, paste, redo, select, toggleLock, undo, } from "../acting.js";
import { dateOf, dayKeys, dayOf, stripOrder, unitOf } from "../doc.js";
import { openDialog } from "../dialogs/dialog.js";
import { shownStanding, store } from "../state.js";
import { focusStrip } from "./focusing.js";
export const KEYS = [
    ["↑ ↓", "go to the strip above or below"],
    ["Shift ↑ ↓", "select on the way"],
    ["Space", "select, or no more"],
    ["Ctrl A", "select the whole day"],
    ["Alt ↑ ↓", "move the strips up or down, across day breaks"],
    ["Alt PgUp PgDn", "move them to the day before or after"],
    ["Ctrl X, Ctrl V", "cut, and paste behind the strip in focus"],
    ["M", "move to a day …"],
    ["B", "to the boneyard"],
    ["D", "split the day: the strips below go to the next free date"],
    ["N", "a banner below"],
    ["L", "lock, or unlock"],
    ["S", "split the strip …"],
    ["C", "the conflicts of the strip and its day"],
    ["Enter", "open the breakdown sheet"],
    ["Shift Enter", "what can be done with the day"],
    ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
    ["/", "search"],
    ["F6", "go to the next part of the page"],
    ["Esc", "cancel"],
    ["?", "this help"],
];
export function handleKey(event) {
    const target = event.target;
    if (target.closest("input, select, textarea, dialog"))
        return;
    if (target.closest("button, a") && [" ", "Enter"].includes(event.key))
        return;
    const state = store.get();
    const standing = shownStanding(state);
    if (standing === null)
        return;
    const isControl = event.ctrlKey || event.metaKey;
    const done = isControl ? control(event, standing) : plain(event, standing);
    if (done)
        event.preventDefault();
}
function control(event, standing) {
    const canEdit = store.get().role === "edit";
    switch (event.key.toLowerCase()) {
        case "a":
            selectDay(standing);
            return true;
        case "z":
            if (canEdit)
                (event.shiftKey ? redo : undo)();
            return true;
        case "y":
            if (canEdit)
                redo();
            return true;
        case "x":
            if (canEdit)
                cut();
            return true;
        case "v":
            if (canEdit)
                follow(paste());
            return true;
        default:
            return false;
    }
}
function plain(event, standing) {
    switch (event.key) {
        case "ArrowDown":
        case "ArrowUp":
            arrow(event, standing);
            return true;
        case " ":
            if (store.get().focus)
                select(store.get().focus, { toggle: true, range: false });
            return true;
        case "Escape":
            store.set({ selected: new Set(), cut: [], notice: null });
            return true;
        case "?":
            openDialog({ kind: "help" });
            return true;
        case "c":
            showConflicts(standing);
            return true;
        case "Enter":
            if (event.shiftKey) {
                const day = focusDay();
                if (day !== null && store.get().role === "edit")
                    openDialog({ kind: "day", day });
            }
            else if (store.get().focus)
                location.hash = `#/scene/${store.get().focus}`;
            return true;
    }
    return store.get().role === "edit" && editKey(event, standing);
}
function editKey(event, standing) {
    const strips = chosen();
    if (event.key === "PageUp" || event.key === "PageDown") {
        if (!event.altKey)
            return false;
        toNextDay(standing, strips, event.key === "PageUp" ? -1 : 1);
        return true;
    }
    if (!strips.length)
        return false;
    switch (event.key.toLowerCase()) {
        case "m":
            openDialog({ kind: "move", strips });
            return true;
        case "b":
            moveStrips(strips, { key: null, after: null }, "To the boneyard.");
            return true;
        case "d":
            breakDay(standing);
            return true;
        case "n":
            openDialog({ kind: "banner", key: null, banner: null });
            return true;
        case "l":
            toggleLock();
            return true;
        case "s":
            openDialog({ kind: "split", scene: strips[0] });
            return true;
        default:
            return false;
    }
}
function arrow(event, standing) {
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (event.altKey) {
        if (store.get().role === "edit")
            moveBy(standing, step);
        return;
    }
    const order = stripOrder(standing);
    const { focus, selected } = store.get();
    const at = focus === null ? (step > 0 ? -1 : order.length) : order.indexOf(focus);
    const next = order[Math.max(0, Math.min(order.length - 1, at + step))];
    if (next === undefined)
        return;
    if (event.shiftKey) {
        const both = new Set([...selected, ...(focus ? [focus] : []), next]);
        store.set({ selected: both, focus: next });
    }
    else
        select(next, { toggle: false, range: false });
    focusStrip(next);
}
function follow(strip) {
    if (strip !== null)
        focusStrip(strip);
}
/** Opens the conflicts of the strip in focus and of its day, where there are any. */
function showConflicts(standing) {
    const { focus, meaning, shoot } = store.get();
    if (focus === null || !meaning || !shoot)
        return;
    const day = dayOf(standing, focus);
    const date = day === null ? "" : dateOf(day);
    const violations = meaning.violations.filter(({ where }) => where.scene ? where.scene === focus : where.date === date && (!where.unit || unitOf(day ?? "") === where.unit));
    const number = shoot.scenes.find((one) => one.id === focus)?.number ?? "";
    if (violations.length)
        openDialog({ kind: "conflicts", title: `Scene ${number}`, violations });
    else
        store.set({ said: "No conflict here." });
}
function selectDay(standing) {
    const day = focusDay();
    const strips = day === null ? standing.boneyard : (standing.days[day]?.strips ?? []);
    store.set({ selected: new Set(strips) });
}
/** Moves the chosen strips one place up or down; past the edge, into the next day. */
function moveBy(standing, step) {
    const strips = chosen();
    const first = strips[0];
    if (first === undefined)
        return;
    const day = dayOf(standing, first);
    if (day === null) {
        if (step < 0)
            toNextDay(standing, strips, -1);
        return;
    }
    const all = standing.days[day]?.strips ?? [];
    const rest = all.filter((strip) => !strips.includes(strip));
    const above = rest.filter((strip) => all.indexOf(strip) < all.indexOf(first)).length;
    const place = above + step;
    if (place < 0 || place > rest.length) {
        toNextDay(standing, strips, step);
        return;
    }
    const after = place === 0 ? null : (rest[place - 1] ?? null);
    moveStrips(strips, { key: day, after });
    focusStrip(first);
}
function toNextDay(standing, strips, step) {
    const first = strips[0];
    if (first === undefined)
        return;
    const keys = dayKeys(standing);
    const day = dayOf(standing, first);
    const at = day === null ? keys.length : keys.indexOf(day);
    const next = keys[at + step];
    if (next === undefined) {
        if (step > 0 && day !== null)
            moveStrips(strips, { key: null, after: null });
        return;
    }
    const target = standing.days[next]?.strips ?? [];
    const after = step > 0 ? null : (target.at(-1) ?? null);
    moveStrips(strips, { key: next, after });
    focusStrip(first);
}
/** Ends the day behind the strip in focus: the rest goes to the next free date. */
function breakDay(standing) {
    const { focus, shoot } = store.get();
    const day = focusDay();
    if (focus === null || day === null || !shoot)
        return;
    const all = standing.days[day]?.strips ?? [];
    const below = all.slice(all.indexOf(focus) + 1);
    const [unit, date] = [day.slice(0, day.indexOf("/")), day.slice(day.indexOf("/") + 1)];
    const free = (shoot.eligible[unit] ?? []).find((one) => one > date && !(`${unit}/${one}` in standing.days));
    if (!below.length || free === undefined)
        return;
    moveStrips(below, { key: `${unit}/${free}`, after: null }, `A new day on ${free}.`);
}

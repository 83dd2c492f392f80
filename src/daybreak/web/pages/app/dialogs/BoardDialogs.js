import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The small dialogs of the board: move to a day, a day's menu, banner, split, help.
import { useState } from "preact/hooks";
import { moveStrips, wish } from "../acting.js";
import { focusDay } from "../acting.js";
import { dateOf, unitOf } from "../doc.js";
import { KEYS } from "../board/keys.js";
import { shownStanding, store } from "../state.js";
import { count, longDate, pages, pagesTold } from "../words.js";
import { DayConflicts, dayTitle } from "./Conflicts.js";
import { Frame } from "./Frame.js";
import { openDialog } from "./dialog.js";
export function MoveDialog({ strips }) {
    const state = store.get();
    const standing = shownStanding(state);
    const shoot = state.shoot;
    const [unit, setUnit] = useState(shoot?.units[0]?.id ?? "");
    const [date, setDate] = useState("");
    if (!shoot || !standing)
        return null;
    const dates = shoot.eligible[unit] ?? [];
    const chosen = date || dates.find((one) => `${unit}/${one}` in standing.days) || dates[0] || "";
    const last = standing.days[`${unit}/${chosen}`]?.strips.at(-1) ?? null;
    const go = (event) => {
        event.preventDefault();
        moveStrips(strips, { key: `${unit}/${chosen}`, after: last });
        openDialog(null);
    };
    return (_jsx(Frame, { title: `Move ${count(strips.length, "strip")} to a day`, children: _jsxs("form", { onSubmit: go, children: [shoot.units.length > 1 ? (_jsxs("label", { children: ["Unit", _jsx("select", { value: unit, onChange: (event) => setUnit(event.currentTarget.value), children: shoot.units.map((one) => (_jsx("option", { value: one.id, children: one.name }, one.id))) })] })) : null, _jsxs("label", { children: ["Date", _jsx("select", { value: chosen, onChange: (event) => setDate(event.currentTarget.value), children: dates.map((one) => (_jsxs("option", { value: one, children: [longDate(one), " ", dayTold(`${unit}/${one}`)] }, one))) })] }), _jsx("footer", { children: _jsx("button", { type: "submit", class: "main", children: "Move" }) })] }) }));
}
function dayTold(key) {
    const meaning = store.get().meaning?.days[key];
    return meaning ? `· day ${meaning.number} · ${pagesTold(meaning.eighths)}` : "· free";
}
export function DayDialog({ day }) {
    const state = store.get();
    const standing = shownStanding(state);
    const shoot = state.shoot;
    if (!shoot || !standing)
        return null;
    const [unit, date] = [unitOf(day), dateOf(day)];
    const { board } = state;
    const locked = standing.locked_days.includes(day);
    const shift = standing.days[day]?.shift ?? "day";
    const shifts = Object.keys(shoot.units.find((one) => one.id === unit)?.shifts ?? {});
    const names = shifts.length ? shifts : ["day", "split", "night"];
    const act = (made) => {
        wish(made);
        openDialog(null);
    };
    return (_jsxs(Frame, { title: dayTitle(day, shoot), children: [_jsx(DayConflicts, { day: day }), _jsxs("label", { children: ["Shift", _jsx("select", { value: shift, disabled: locked, onChange: (event) => act({ type: "shift", board, unit, date, shift: event.currentTarget.value }), children: names.map((one) => (_jsx("option", { value: one, children: one }, one))) })] }), _jsxs("label", { children: ["Move to a free date, or swap with a day", _jsxs("select", { value: "", disabled: locked, onChange: (event) => act({ type: "move-day", board, unit, date, to: event.currentTarget.value }), children: [_jsx("option", { value: "", children: "choose a date \u2026" }), (shoot.eligible[unit] ?? [])
                                .filter((one) => one !== date)
                                .map((one) => (_jsxs("option", { value: one, children: [longDate(one), " ", dayTold(`${unit}/${one}`)] }, one)))] })] }), _jsxs("footer", { children: [_jsx("button", { type: "button", onClick: () => act({ type: "lock-day", board, unit, date, locked: !locked }), children: locked ? "Unlock this day" : "Lock this day" }), _jsx("button", { type: "button", disabled: locked, onClick: () => {
                            moveStrips([...(standing.days[day]?.strips ?? [])], { key: null, after: null });
                            openDialog(null);
                        }, children: "All to the boneyard" }), _jsx("a", { class: "button", href: `#/call-sheet/${day}`, onClick: () => openDialog(null), children: "Call sheet" })] })] }));
}
const BANNER_KINDS = ["note", "meal", "move", "travel"];
export function BannerDialog({ at, banner }) {
    const state = store.get();
    const day = banner ? `${banner.unit}/${banner.date}` : focusDay();
    const [kind, setKind] = useState(banner?.kind ?? "note");
    const [text, setText] = useState(banner?.text ?? "");
    const [minutes, setMinutes] = useState(banner?.minutes ?? 0);
    if (day === null) {
        return (_jsx(Frame, { title: "Banner", children: _jsx("p", { children: "A banner stands on a day: put the focus on one of its strips first." }) }));
    }
    const send = (value) => {
        const key = at ?? `b${Date.now().toString(36)}`;
        wish({ type: "banner", board: state.board, key, value });
        openDialog(null);
    };
    const save = (event) => {
        event.preventDefault();
        const after = banner ? banner.after : (state.focus ?? undefined);
        const made = { unit: unitOf(day), date: dateOf(day), kind, text, minutes };
        if (after !== undefined)
            made.after = after;
        send(made);
    };
    return (_jsx(Frame, { title: `Banner on ${longDate(dateOf(day))}`, children: _jsxs("form", { onSubmit: save, children: [_jsxs("label", { children: ["Kind", _jsx("select", { value: kind, onChange: (event) => setKind(event.currentTarget.value), children: BANNER_KINDS.map((one) => (_jsx("option", { value: one, children: one }, one))) })] }), _jsxs("label", { children: ["Text", _jsx("input", { value: text, required: true, maxLength: 500, onInput: (event) => setText(event.currentTarget.value) })] }), _jsxs("label", { children: ["Minutes", _jsx("input", { type: "number", min: 0, max: 1440, value: minutes, onInput: (event) => setMinutes(Number(event.currentTarget.value)) })] }), _jsxs("footer", { children: [_jsx("button", { type: "submit", class: "main", children: "Save" }), banner ? (_jsx("button", { type: "button", onClick: () => send(null), children: "Remove" })) : null] })] }) }));
}
export function SplitDialog({ scene: id }) {
    const state = store.get();
    const scene = state.shoot?.scenes.find((one) => one.id === id);
    const [eighths, setEighths] = useState(Math.floor((scene?.eighths ?? 2) / 2));
    if (!scene)
        return null;
    const split = (event) => {
        event.preventDefault();
        wish({ type: "split", board: state.board, scene: id, eighths });
        openDialog(null);
    };
    return (_jsx(Frame, { title: `Split scene ${scene.number}`, children: scene.eighths < 2 ? (_jsx("p", { children: "One eighth cannot be split." })) : (_jsxs("form", { onSubmit: split, children: [_jsxs("label", { children: ["First part: ", pages(eighths), " of ", pages(scene.eighths), " pages", _jsx("input", { type: "range", min: 1, max: scene.eighths - 1, value: eighths, onInput: (event) => setEighths(Number(event.currentTarget.value)) })] }), _jsx("footer", { children: _jsx("button", { type: "submit", class: "main", children: "Split" }) })] })) }));
}
export function HelpDialog() {
    return (_jsxs(Frame, { title: "Keys of the board", wide: true, children: [_jsx("dl", { class: "keys", children: KEYS.map(([keys, does]) => (_jsxs("div", { children: [_jsx("dt", { children: keys }), _jsx("dd", { children: does })] }))) }), _jsx("p", { children: "Drag a strip with the mouse; on a tablet, press long and drag. Ctrl-click selects more, Shift-click selects up to there." })] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The stripboard: days with their strips, the boneyard, dragging and the keyboard.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { whatIf } from "../api.js";
import { chosen, moveStrips, select } from "../acting.js";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import { StripDrag } from "../drag.js";
import { shownStanding, store, useStore } from "../state.js";
import { tellSeen } from "../wire.js";
import { count, moneyChange, pages, signed } from "../words.js";
import { openDialog } from "../dialogs/dialog.js";
import { castColumns, castFits } from "./columns.js";
import { handleKey } from "./keys.js";
import { BannerRow, DayBreakRow, FurnitureRow, StripRow } from "./Rows.js";
import { conflictsOf, matches, onDay, setOf } from "./strips.js";
const ASK_AFTER = 80;
export function BoardView() {
    const shoot = useStore((state) => state.shoot);
    const standing = useStore(shownStanding);
    const meaning = useStore((state) => state.meaning);
    const scroller = useRef(null);
    const [width, setWidth] = useState(() => window.innerWidth);
    useEffect(() => {
        const measure = () => setWidth(window.innerWidth);
        window.addEventListener("resize", measure);
        return () => window.removeEventListener("resize", measure);
    }, []);
    useDragging(scroller, shoot !== null && standing !== null);
    useEffect(() => {
        window.addEventListener("keydown", handleKey);
        return () => window.removeEventListener("keydown", handleKey);
    }, []);
    useEffect(tellSeen);
    const fixed = useMemo(() => shoot && looked(shoot), [shoot]);
    const conflicts = useMemo(() => conflictsOf(meaning?.violations ?? []), [meaning]);
    if (!fixed || !shoot || !standing)
        return _jsx("p", { class: "wait", children: "Opening the board \u2026" });
    const isList = !castFits(fixed.columns.length, width);
    const look = { ...fixed, shoot, standing, meaning, isList, conflicts };
    return (_jsx("div", { class: isList ? "scroller listed" : "scroller", ref: scroller, style: { "--cast": String(fixed.columns.length) }, children: _jsxs("div", { role: "grid", "aria-label": "Stripboard", "aria-multiselectable": "true", "data-board": true, children: [_jsx(Head, { look: look }), _jsx(Days, { look: look }), _jsx(Boneyard, { look: look })] }) }));
}
function looked(shoot) {
    const locations = new Map(shoot.locations.map((one) => [one.id, one.name]));
    const several = shoot.pictures.length > 1;
    const letters = shoot.pictures.map((one, at) => [one.id, several ? letter(at) : ""]);
    return {
        scenes: new Map(shoot.scenes.map((one) => [one.id, one])),
        sets: new Map(shoot.scenes.map((one) => [one.id, setOf(one, locations)])),
        locations,
        letters: new Map(letters),
        columns: castColumns(shoot),
    };
}
function letter(at) {
    return `${String.fromCharCode(65 + (at % 26))}${at >= 26 ? Math.floor(at / 26) + 1 : ""}`;
}
function Head({ look }) {
    const several = look.shoot.pictures.length > 1;
    return (_jsxs("div", { class: look.isList ? "head listed" : "head", role: "row", "data-head": true, children: [_jsx("span", { role: "columnheader", class: "mark", children: _jsx("span", { class: "hidden", children: "Marks" }) }), several ? (_jsx("span", { role: "columnheader", class: "picture", children: "P" })) : null, _jsx("span", { role: "columnheader", class: "number", children: "Sc" }), _jsx("span", { role: "columnheader", class: "place", children: "I/E" }), _jsx("span", { role: "columnheader", class: "time", children: "D/N" }), _jsx("span", { role: "columnheader", class: "set", children: "Set / synopsis" }), _jsx("span", { role: "columnheader", class: "location", children: "Location" }), _jsx("span", { role: "columnheader", class: "pages", children: "Pages" }), _jsx("span", { role: "columnheader", class: "script-day", children: "Day" }), look.isList ? (_jsx("span", { role: "columnheader", class: "cast-list", children: "Cast" })) : (_jsx("span", { role: "columnheader", class: "cast", children: look.columns.map((column, at) => (_jsxs("span", { style: { gridColumn: at + 1 }, children: [_jsx("b", { children: column.number }), " ", column.name] }, column.person))) }))] }));
}
function Days({ look }) {
    const furniture = useMemo(() => furnitureBefore(look.meaning?.layout ?? []), [look.meaning]);
    const keys = dayKeys(look.standing);
    const units = new Map(look.shoot.units.map((one) => [one.id, one.name]));
    return (_jsxs(_Fragment, { children: [keys.map((key) => (_jsxs(_Fragment, { children: [(furniture.before.get(key) ?? []).map((row, at) => (_jsx(FurnitureRow, { row: row, currency: look.shoot.currency }, `${key}-${at}`))), _jsx(DayRows, { day: key, look: look, unit: units.get(unitOf(key)) ?? "" }, key), (furniture.after.get(key) ?? []).map((row, at) => (_jsx(FurnitureRow, { row: row, currency: look.shoot.currency }, `${key}+${at}`)))] }))), keys.length ? null : _jsx("p", { class: "empty", children: "No day yet: optimise, or drag a strip to a day." })] }));
}
/** What stands before and after each day: weeks close behind their last day. */
function furnitureBefore(layout) {
    const before = new Map();
    const after = new Map();
    let waiting = [];
    let last = "";
    for (const row of layout) {
        if (row.kind === "day") {
            before.set(row.key, folded(waiting));
            waiting = [];
            last = row.key;
        }
        else if (row.kind === "week_bar" && last) {
            after.set(last, [...(after.get(last) ?? []), ...folded(waiting), row]);
            waiting = [];
        }
        else
            waiting.push(row);
    }
    return { before, after };
}
const FOLD_FROM = 4;
/** Rest and idle dates in turn become one line, where they would fill the page. */
function folded(rows) {
    const made = [];
    let run = [];
    const end = () => {
        const [first, last] = [run[0], run.at(-1)];
        if (run.length < FOLD_FROM || !first || !last)
            made.push(...run);
        else {
            const cost = run.reduce((sum, one) => sum + one.cost, 0);
            const weekends = run.filter((one) => one.what === "rest").length;
            const reason = `idle, with ${count(weekends, "rest period")}`;
            made.push({ ...first, what: "idle", last: last.last, reason, cost });
        }
        run = [];
    };
    for (const row of rows) {
        if (row.kind === "free_dates" && (row.what === "rest" || row.what === "idle")) {
            run.push(row);
        }
        else {
            end();
            made.push(row);
        }
    }
    end();
    return made;
}
function DayRows({ day, look, unit }) {
    const { standing, meaning } = look;
    const strips = standing.days[day]?.strips ?? [];
    const banners = Object.entries(standing.banners).filter(([, one]) => `${one.unit}/${one.date}` === day);
    const behind = (strip) => banners.filter(([, one]) => (one.after ?? "") === strip).map(bannerRow);
    const loose = banners.filter(([, one]) => one.after && !strips.includes(one.after));
    const found = onDay(look.conflicts, day);
    const conflicts = [...found, ...strips.flatMap((one) => stripConflicts(look, one, day, found))];
    return (_jsxs("div", { role: "rowgroup", class: "day", "data-list": day, children: [behind(""), strips.map((strip) => (_jsxs(_Fragment, { children: [_jsx(Strip, { strip: strip, look: look, day: day }, strip), behind(strip)] }))), loose.map(bannerRow), _jsx(DayBreakRow, { day: day, meaning: meaning?.days[day], currency: look.shoot.currency, unitName: look.shoot.units.length > 1 ? unit : "", isLocked: standing.locked_days.includes(day), conflicts: conflicts, hasBases: look.shoot.bases.length > 1, onConflicts: () => openDialog({ kind: "conflicts", title: day, violations: conflicts }), onMenu: () => openDialog({ kind: "day", day }) })] }));
}
function bannerRow([key, banner]) {
    const open = () => openDialog({ kind: "banner", key, banner });
    return _jsx(BannerRow, { banner: banner, onOpen: open }, key);
}
/** Conflicts of a strip on this day that the day does not tell already. */
function stripConflicts(look, strip, day, told) {
    const here = (look.conflicts.strips.get(strip) ?? []).filter((one) => !one.where.date || one.where.date === dateOf(day));
    return here.filter((one) => !told.includes(one));
}
function Strip({ strip, look, day }) {
    const isSelected = useStore((state) => state.selected.has(strip));
    const isFocus = useStore((state) => state.focus === strip);
    const isCut = useStore((state) => state.cut.includes(strip));
    const search = useStore((state) => state.search);
    const others = useStore((state) => presentOn(strip, state.present, state.me));
    const scene = look.scenes.get(strip);
    if (!scene)
        return null;
    const date = day === null ? "" : dateOf(day);
    const bad = scene.cast.filter((person) => (date && look.conflicts.cells.has(`${date}/${person}`)) ||
        look.conflicts.cells.has(`${strip}/${person}`));
    const conflicts = look.conflicts.strips
        .get(strip)
        ?.filter((one) => !one.where.date || one.where.date === date);
    return (_jsx(StripRow, { scene: scene, set: look.sets.get(strip) ?? "", location: look.locations.get(scene.location) ?? "", picture: look.letters.get(scene.picture) ?? "", columns: look.columns, numbers: look.shoot.board_numbers, isList: look.isList, isSelected: isSelected, isFocus: isFocus, isCut: isCut, isDim: search !== "" && !matches(scene, look.shoot, search), isLocked: look.standing.locked_strips.includes(strip), conflicts: conflicts?.length ? conflicts : undefined, badPeople: bad.join(" "), others: others, reason: day === null ? (look.meaning?.strips[strip]?.reason ?? "") : "" }));
}
function presentOn(strip, present, me) {
    return present
        .filter((one) => one.key !== me && one.selected?.includes(strip))
        .map((one) => one.person)
        .join(", ");
}
function Boneyard({ look }) {
    const { boneyard } = look.standing;
    const eighths = boneyard.reduce((sum, one) => sum + (look.scenes.get(one)?.eighths ?? 0), 0);
    return (_jsxs("div", { role: "rowgroup", class: "boneyard", "data-list": "boneyard", children: [_jsxs("div", { class: "boneyard-bar", role: "row", children: [_jsxs("span", { role: "gridcell", class: "left", children: [_jsx("b", { children: "BONEYARD" }), " ", count(boneyard.length, "strip"), eighths ? ` · ${pages(eighths)} pgs` : ""] }), _jsx("span", { role: "gridcell", class: "right", children: boneyard.length ? (_jsx("button", { type: "button", class: "plain", onClick: () => openDialog({ kind: "why" }), children: "Why not?" })) : ("everything stands on a day") })] }), boneyard.map((strip) => (_jsx(Strip, { strip: strip, look: look, day: null }, strip)))] }));
}
// --- dragging ---------------------------------------------------------------------
function useDragging(scroller, isThere) {
    useEffect(() => {
        const element = scroller.current;
        if (!element || store.get().role !== "edit")
            return undefined;
        let asking = null;
        let timer = 0;
        const quiet = () => {
            window.clearTimeout(timer);
            asking?.abort();
        };
        const drag = new StripDrag(element, {
            taken: (strip) => (store.get().selected.has(strip) ? chosen() : [strip]),
            pressed: (strip, how) => {
                select(strip, how);
                focusStrip(strip);
            },
            label: (strips) => {
                const scenes = new Map(store.get().shoot?.scenes.map((one) => [one.id, one.eighths]));
                const eighths = strips.reduce((sum, one) => sum + (scenes.get(one) ?? 0), 0);
                return `${count(strips.length, "strip")} · ${pages(eighths)} pgs`;
            },
            over: (strips, drop) => {
                quiet();
                timer = window.setTimeout(() => {
                    asking = new AbortController();
                    void tellDrop(drag, strips, drop, asking.signal);
                }, ASK_AFTER);
            },
            dropped: (strips, drop) => {
                moveStrips(strips, drop);
                store.set({ focus: strips[0] ?? null });
                if (strips[0])
                    focusStrip(strips[0]);
            },
            ended: () => {
                quiet();
                markDays([]);
            },
        });
        return () => drag.dispose();
    }, [isThere]);
}
async function tellDrop(drag, strips, drop, signal) {
    const { board, head, shoot } = store.get();
    const wish = drop.key === null
        ? { type: "park", board, strips }
        : {
            type: "move",
            board,
            strips,
            unit: unitOf(drop.key),
            date: dateOf(drop.key),
            after: drop.after,
        };
    try {
        const told = await whatIf(head, wish, signal);
        const parts = [
            `hold days ${signed(told.hold_days)}`,
            `cost ${moneyChange(told.cost, shoot?.currency ?? "USD")}`,
            count(told.new_conflicts, "new conflict"),
        ];
        const text = told.said[0] ? `${parts.join(" · ")}\n${told.said[0]}` : parts.join(" · ");
        drag.tell(text, told.new_conflicts > 0);
        markDays(told.days);
    }
    catch (error) {
        if (signal.aborted)
            return;
        drag.tell(error instanceof Error ? (error.message.split("\n")[0] ?? "") : "", true);
    }
}
/** Marks the days in which a drop would break a rule. */
function markDays(keys) {
    for (const list of document.querySelectorAll("[data-list]")) {
        list.classList.toggle("would-break", keys.includes(list.dataset["list"] ?? ""));
    }
}
export function focusStrip(strip) {
    requestAnimationFrame(() => {
        const row = document.getElementById(`strip-${strip}`);
        row?.focus({ preventScroll: true });
        row?.scrollIntoView({ block: "nearest" });
    });
}

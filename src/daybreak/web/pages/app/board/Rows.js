import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The rows of the board: strips, the breaks between days, weeks, free dates, banners.
import { memo } from "../memo.js";
import { clock, count, dateRange, initials, longDate, money, pages, pagesTold, personColor, } from "../words.js";
import { LockIcon, WarnIcon } from "../icons.js";
import { spelled } from "../views/values.js";
import { PLACES, stripColor } from "./strips.js";
export const StripRow = memo(function StripRow(props) {
    const { scene, conflicts } = props;
    const marks = props.marks.split(" ");
    const isNight = scene.time === "night";
    return (_jsxs("div", { class: `strip ${stripColor(scene)} ${props.marks}`, role: "row", id: `strip-${scene.id}`, "data-strip": scene.id, "aria-selected": marks.includes("selected"), tabIndex: marks.includes("stop") ? 0 : -1, children: [_jsxs("span", { role: "gridcell", class: "mark", children: [marks.includes("moved") ? _jsx("em", { class: "elsewhere", title: "moved by this proposal", children: "\u21C4" }) : null, props.others ? _jsx(Others, { names: props.others }) : null, conflicts?.length ? _jsx(Marked, { conflicts: conflicts, onConflict: props.onConflict }) : null, marks.includes("commented") ? (_jsx("a", { class: "commented-mark", href: `#/scene/${scene.id}`, title: "Somebody commented on this scene", "aria-label": "Commented", tabIndex: -1, children: "\u270E" })) : null, props.isLocked || scene.pin ? _jsx(LockIcon, { label: scene.pin ? "pinned" : "locked" }) : null] }), props.picture ? (_jsx("span", { role: "gridcell", class: "picture", children: props.picture })) : null, _jsx("span", { role: "gridcell", class: "number", children: scene.number }), _jsx("span", { role: "gridcell", class: "place", children: PLACES[scene.place] }), _jsx("span", { role: "gridcell", class: isNight ? "time night" : "time", children: scene.time === "any" ? "" : scene.time.toUpperCase() }), _jsxs("span", { role: "gridcell", class: "set", title: [props.set, scene.synopsis].filter(Boolean).join(" – "), children: [_jsx("b", { children: props.set }), " ", _jsx("i", { children: scene.synopsis }), props.reason ? _jsx("em", { class: "reason", children: props.reason }) : null] }), _jsx("span", { role: "gridcell", class: "location", title: props.location, children: props.location }), _jsx("span", { role: "gridcell", class: "pages", children: pages(scene.eighths) }), _jsx("span", { role: "gridcell", class: "script-day", children: scene.script_day }), _jsx(Cast, { ...props })] }));
});
function Marked({ conflicts, onConflict }) {
    const blocks = conflicts.some((one) => one.level === "blocks");
    return (_jsx("button", { type: "button", tabIndex: -1, class: blocks ? "plain blocks" : "plain warns", title: conflicts.map((one) => spelled(one.said)).join("\n"), onClick: () => onConflict?.(null), children: _jsx(WarnIcon, { label: count(conflicts.length, "conflict") }) }));
}
/** A tab for everybody else who has the strip selected. */
function Others({ names }) {
    return (_jsx(_Fragment, { children: names.split("\n").map((name) => (_jsx("em", { class: `tab ${personColor(name)}`, title: `${name} is here`, children: initials(name) }, name))) }));
}
function Cast(props) {
    const { scene, columns, numbers, isList } = props;
    const bad = new Set(props.badPeople ? props.badPeople.split(" ") : []);
    if (isList) {
        const sorted = [...scene.cast].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
        const names = sorted.map((one) => `${numbers[one]} ${props.names[one] ?? one}`).join("\n");
        return (_jsx("span", { role: "gridcell", class: "cast-list", title: names, children: sorted.map((one) => castCell(one, numbers[one], bad.has(one), props, {})) }));
    }
    const works = new Set(scene.cast);
    return (_jsx("span", { role: "gridcell", class: "cast", children: columns.map(({ person, number, name }, at) => works.has(person)
            ? castCell(person, number, bad.has(person), props, {
                style: { gridColumn: at + 1 },
                title: name,
            })
            : null) }));
}
function castCell(person, number, isBad, { onConflict }, more) {
    if (!isBad) {
        return (_jsx("span", { ...more, children: number }, person));
    }
    const show = () => onConflict?.(person);
    return (_jsx("button", { type: "button", class: "bad", tabIndex: -1, onClick: show, ...more, children: number }, person));
}
export function DayBreakRow(props) {
    const { meaning, conflicts } = props;
    const date = props.day.slice(props.day.indexOf("/") + 1);
    if (!meaning) {
        return (_jsx("div", { class: "day-break", role: "row", children: _jsxs("span", { role: "gridcell", class: "left", children: [_jsx("b", { children: props.unitName }), " ", longDate(date)] }) }));
    }
    const over = meaning.minutes - meaning.day_minutes;
    return (_jsxs("div", { class: conflicts.length ? "day-break broken" : "day-break", role: "row", "data-break": props.day, children: [_jsxs("span", { role: "gridcell", class: "left", children: [_jsx("button", { type: "button", class: "plain", tabIndex: -1, onClick: props.onMenu, title: "What can be done with this day (Shift Enter)", children: _jsxs("b", { children: ["END OF DAY ", meaning.number] }) }), props.unitName ? _jsx("span", { class: "unit", children: props.unitName }) : null, _jsx("span", { children: longDate(date) }), _jsx("b", { children: pagesTold(meaning.eighths) }), over > 0 ? _jsxs("span", { class: "over", children: ["\u25B2 ", over, " min over"] }) : null, props.cover ? _jsx(Cover, { places: props.cover }) : null, props.isLocked ? _jsx(LockIcon, { label: "locked" }) : null] }), _jsxs("span", { role: "gridcell", class: "right", children: [[
                        props.hasBases && meaning.base,
                        count(meaning.cast, "cast", "cast"),
                        meaning.moves ? count(meaning.moves, "move") : null,
                        meaning.shift === "day" ? null : meaning.shift.toUpperCase(),
                        meaning.sun.replace("-", "–"),
                        `Call ${clock(meaning.call)}–${clock(meaning.wrap)}`,
                        known(meaning.cost) && `Day cost ${money(meaning.cost, props.currency)}`,
                    ]
                        .filter(Boolean)
                        .join(" · "), conflicts.length ? (_jsxs("button", { type: "button", class: "plain conflicts", tabIndex: -1, title: conflicts.map((one) => spelled(one.said)).join("\n"), onClick: props.onConflicts, children: ["\u25B2 ", count(conflicts.length, "conflict")] })) : null] })] }));
}
function Cover({ places }) {
    if (!places.length) {
        return (_jsx("span", { class: "cover none", title: "No interior could stand in if the weather takes the exteriors of this day", children: "no cover set" }));
    }
    return (_jsxs("span", { class: "cover", title: "Interiors that stand ready if the weather takes the exteriors of this day", children: ["Cover: ", places.join(", ")] }));
}
/** Whether an amount was told: readers are told none. */
const known = (amount) => amount !== undefined;
export function FurnitureRow({ row, currency }) {
    switch (row.kind) {
        case "week_bar":
            return (_jsx(Bar, { kind: "week-bar", left: `WEEK ${row.number} · ${dateRange(row.first, row.last)}`, right: [count(row.days, "day"), pagesTold(row.eighths), known(row.cost) && money(row.cost, currency)].filter(Boolean).join(" · ") }));
        case "free_dates":
            return (_jsx(Bar, { kind: row.what === "holiday" || row.what === "hiatus" ? "holiday" : "rest", left: `${row.what.toUpperCase()} · ${dateRange(row.first, row.last)}`, right: [row.reason, row.cost ? money(row.cost, currency) : ""].filter(Boolean).join(" · ") }));
        case "company_move":
            return (_jsx(Bar, { kind: "banner", left: `COMPANY MOVE · ${row.unit_name} · ${row.origin} → ${row.target}`, right: [count(row.days, "day"), known(row.cost) && money(row.cost, currency)].filter(Boolean).join(" · ") }));
        default:
            return null;
    }
}
export function BannerRow({ banner, onOpen }) {
    const minutes = banner.minutes ? `${banner.minutes} min` : "";
    return (_jsxs("div", { class: "banner", role: "row", onDblClick: onOpen, children: [_jsx("span", { role: "gridcell", class: "left", children: _jsxs("button", { type: "button", class: "plain", tabIndex: -1, onClick: onOpen, children: [banner.kind.toUpperCase(), " \u00B7 ", banner.text] }) }), _jsx("span", { role: "gridcell", class: "right", children: minutes })] }));
}
function Bar({ kind, left, right }) {
    return (_jsxs("div", { class: kind, role: "row", children: [_jsx("span", { role: "gridcell", class: "left", children: left }), _jsx("span", { role: "gridcell", class: "right", children: right })] }));
}

import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The rows of the board: strips, the breaks between days, weeks, free dates, banners.
import { memo } from "../memo.js";
import { clock, count, dateRange, longDate, money, pages } from "../words.js";
import { LockIcon, WarnIcon } from "../icons.js";
import { PLACES, stripColor } from "./strips.js";
export const StripRow = memo(function StripRow(props) {
    const { scene, conflicts } = props;
    const classes = [
        "strip",
        stripColor(scene),
        props.isSelected && "selected",
        props.isCut && "cut",
        props.isDim && "dim",
    ];
    const isNight = scene.time === "night";
    return (_jsxs("div", { class: classes.filter(Boolean).join(" "), role: "row", id: `strip-${scene.id}`, "data-strip": scene.id, "aria-selected": props.isSelected, tabIndex: props.isFocus ? 0 : -1, children: [_jsxs("span", { role: "gridcell", class: "mark", title: conflicts?.map((one) => one.said).join("\n"), children: [conflicts?.length ? _jsx(WarnIcon, { label: count(conflicts.length, "conflict") }) : null, props.isLocked || scene.pin ? _jsx(LockIcon, { label: scene.pin ? "pinned" : "locked" }) : null] }), props.picture ? (_jsx("span", { role: "gridcell", class: "picture", children: props.picture })) : null, _jsx("span", { role: "gridcell", class: "number", children: scene.number }), _jsx("span", { role: "gridcell", class: "place", children: PLACES[scene.place] }), _jsx("span", { role: "gridcell", class: isNight ? "time night" : "time", children: scene.time === "any" ? "" : scene.time.toUpperCase() }), _jsxs("span", { role: "gridcell", class: "set", children: [_jsx("b", { children: props.set }), " ", _jsx("i", { children: scene.synopsis }), props.reason ? _jsx("em", { class: "reason", children: props.reason }) : null, props.others ? _jsx("em", { class: "present", children: props.others }) : null] }), _jsx("span", { role: "gridcell", class: "location", children: props.location }), _jsx("span", { role: "gridcell", class: "pages", children: pages(scene.eighths) }), _jsx("span", { role: "gridcell", class: "script-day", children: scene.script_day }), _jsx(Cast, { ...props })] }));
});
function Cast({ scene, columns, numbers, isList, badPeople }) {
    const bad = new Set(badPeople ? badPeople.split(" ") : []);
    if (isList) {
        const sorted = [...scene.cast].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
        return (_jsx("span", { role: "gridcell", class: "cast-list", children: sorted.map((person) => (_jsx("span", { class: bad.has(person) ? "bad" : undefined, children: numbers[person] }, person))) }));
    }
    const works = new Set(scene.cast);
    return (_jsx("span", { role: "gridcell", class: "cast", children: columns.map((column, at) => works.has(column.person) ? (_jsx("span", { class: bad.has(column.person) ? "bad" : undefined, style: { gridColumn: at + 1 }, title: column.name, children: column.number }, column.person)) : null) }));
}
export function DayBreakRow(props) {
    const { meaning, conflicts } = props;
    const date = props.day.slice(props.day.indexOf("/") + 1);
    if (!meaning) {
        return (_jsx("div", { class: "day-break", role: "row", children: _jsxs("span", { role: "gridcell", class: "left", children: [_jsx("b", { children: props.unitName }), " ", longDate(date)] }) }));
    }
    const over = meaning.minutes - meaning.day_minutes;
    return (_jsxs("div", { class: "day-break", role: "row", "data-break": props.day, children: [_jsxs("span", { role: "gridcell", class: "left", children: [_jsx("button", { type: "button", class: "plain", onClick: props.onMenu, title: "What can be done with this day", children: _jsxs("b", { children: ["END OF DAY ", meaning.number] }) }), props.unitName ? _jsx("span", { class: "unit", children: props.unitName }) : null, _jsx("span", { children: longDate(date) }), _jsxs("b", { children: [pages(meaning.eighths), " pgs"] }), over > 0 ? _jsxs("span", { class: "over", children: ["\u25B2 ", over, " min over"] }) : null, props.isLocked ? _jsx(LockIcon, { label: "locked" }) : null] }), _jsxs("span", { role: "gridcell", class: "right", children: [[
                        props.hasBases && meaning.base,
                        count(meaning.cast, "cast", "cast"),
                        meaning.moves ? count(meaning.moves, "move") : null,
                        meaning.shift === "day" ? null : meaning.shift.toUpperCase(),
                        `Call ${clock(meaning.call)}–${clock(meaning.wrap)}`,
                        `Day cost ${money(meaning.cost, props.currency)}`,
                    ]
                        .filter(Boolean)
                        .join(" · "), conflicts.length ? (_jsxs("button", { type: "button", class: "plain conflicts", onClick: props.onConflicts, children: ["\u00B7 ", count(conflicts.length, "conflict")] })) : null] })] }));
}
export function FurnitureRow({ row, currency }) {
    switch (row.kind) {
        case "week_bar":
            return (_jsx(Bar, { kind: "week-bar", left: `WEEK ${row.number} · ${dateRange(row.first, row.last)}`, right: `${count(row.days, "day")} · ${pages(row.eighths)} pgs · ${money(row.cost, currency)}` }));
        case "free_dates":
            return (_jsx(Bar, { kind: row.what === "holiday" || row.what === "hiatus" ? "holiday" : "rest", left: `${row.what.toUpperCase()} · ${dateRange(row.first, row.last)}`, right: [row.reason, row.cost ? money(row.cost, currency) : ""].filter(Boolean).join(" · ") }));
        case "company_move":
            return (_jsx(Bar, { kind: "banner", left: `COMPANY MOVE · ${row.unit_name} · ${row.origin} → ${row.target}`, right: `${count(row.days, "day")} · ${money(row.cost, currency)}` }));
        default:
            return null;
    }
}
export function BannerRow({ banner, onOpen }) {
    const minutes = banner.minutes ? `${banner.minutes} min` : "";
    return (_jsxs("div", { class: "banner", role: "row", onDblClick: onOpen, children: [_jsx("span", { role: "gridcell", class: "left", children: _jsxs("button", { type: "button", class: "plain", onClick: onOpen, children: [banner.kind.toUpperCase(), " \u00B7 ", banner.text] }) }), _jsx("span", { role: "gridcell", class: "right", children: minutes })] }));
}
function Bar({ kind, left, right }) {
    return (_jsxs("div", { class: kind, role: "row", children: [_jsx("span", { role: "gridcell", class: "left", children: left }), _jsx("span", { role: "gridcell", class: "right", children: right })] }));
}

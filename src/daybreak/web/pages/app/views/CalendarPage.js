import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The calendar: units, pictures, people and locations over time, and when they cannot.
import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { DatesDialog } from "./DatesDialog.js";
import { PersonRow } from "./PersonRow.js";
import { useAnswer } from "./asking.js";
import { Bar, Bars, Lane, Marks, Outside, rangeOf } from "./bars.js";
import { axisOver, left, months, place, weeks } from "./timeline.js";
import { daysBetween, told } from "./values.js";
const ZOOMS = [
    { label: "Whole", scale: 0 },
    { label: "Shoot", scale: -1 },
    { label: "Months", scale: 3 },
    { label: "Weeks", scale: 8 },
    { label: "Days", scale: 20 },
];
/** Pixels that the names and the margins take. */
const NAMES = 300;
export default function CalendarPage() {
    const board = useStore((state) => state.board);
    const { data, error } = useAnswer(board ? `/api/boards/${encodeURIComponent(board)}/calendar` : null);
    const [zoom, setZoom] = useState(null);
    const [asking, setAsking] = useState(null);
    if (error)
        return _jsx("p", { class: "wait error", children: error });
    if (!data)
        return _jsx("p", { class: "wait", children: "Laying out the dates \u2026" });
    const dates = datesOf(data);
    const rough = axisOver(dates, 1);
    const room = Math.max(600, window.innerWidth - NAMES);
    const days = rough?.days ?? 1;
    const shoot = Math.min(days, shootDays(data) || days);
    const chosen = zoom ?? startZoom(days, shoot);
    const wanted = ZOOMS[chosen]?.scale ?? 0;
    const axis = axisOver(dates, wanted > 0 ? wanted : room / (wanted < 0 ? shoot : days), room);
    return (_jsxs("div", { class: "view besides calendar-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: "Calendar" }), _jsx("div", { class: "segments", role: "group", "aria-label": "Zoom", children: ZOOMS.map((one, at) => (_jsx("button", { type: "button", "aria-pressed": at === chosen, onClick: () => setZoom(at), children: one.label }, one.label))) }), _jsx(Legend, {})] }), axis ? _jsx(Chart, { data: data, axis: axis, ask: setAsking }) : _jsx("p", { class: "empty", children: "Nothing has a date yet." }), asking ? (_jsx(DatesDialog, { root: "person", part: "unavailable", owner: asking.person.id, name: asking.person.name, things: data.parts, first: asking.first, last: asking.last, close: () => setAsking(null) })) : null] }));
}
/** Calendar days from the first that is shot to the last delivery; 0 where nothing is shot. */
function shootDays(data) {
    const shot = data.pictures.flatMap((one) => one.shot.flat()).sort();
    const ends = data.pictures.flatMap((one) => one.delivery ?? one.wrap ?? []).sort();
    const [first, last] = [shot[0], ends.at(-1) ?? shot.at(-1)];
    return first && last ? daysBetween(first, last) + MARGIN : 0;
}
/** Days that stay free round the shoot. */
const MARGIN = 21;
/** The whole where that is long, the shoot where a late release would crush it. */
function startZoom(days, shoot) {
    if (days > 250)
        return days > shoot * 1.5 ? 1 : 0;
    return days > 80 ? 3 : 4;
}
function Legend() {
    const signs = [
        ["work", "works, shoots"],
        ["hold", "held, paid"],
        ["drop", "dropped"],
        ["away", "not available"],
        ["event", "own calendar"],
        ["hiatus", "hiatus, holiday"],
    ];
    return (_jsx("p", { class: "soft key", children: signs.map(([style, said]) => (_jsxs("span", { children: [_jsx("i", { class: `sign ${style}` }), " ", said] }, style))) }));
}
function datesOf(data) {
    const spans = (list) => list.flat();
    const shot = data.pictures.flatMap((one) => spans(one.shot));
    const ends = data.pictures.flatMap((one) => [one.wrap, one.delivery, one.release, one.streaming]);
    const begin = shot.length ? [] : data.units.flatMap((one) => [one.first, one.last]);
    const last = [...shot, ...ends.filter((one) => one !== null)].sort().at(-1) ?? "";
    const away = data.parts.flatMap((one) => rangeOf(one) ?? []).filter((one) => one <= last && one >= (shot.sort()[0] ?? ""));
    return [...shot, ...ends, ...begin, ...away];
}
function Chart({ data, axis, ask }) {
    const width = axis.days * axis.scale;
    const breaks = [...data.hiatuses, ...data.holidays].map((one) => ({
        span: one.root === "holiday" ? [one.owner, one.owner] : rangeOf(one),
        said: one.root === "holiday" ? `Holiday ${told(one.value === true ? one.owner : one.value)}` : told(one.value["reason"] ?? "Hiatus"),
    }));
    return (_jsx("div", { class: "gantt", tabIndex: 0, role: "region", "aria-label": "Calendar", children: _jsxs("div", { class: "gantt-inner", children: [_jsxs("div", { class: "lane time-heads", "aria-hidden": "true", children: [_jsx("span", { class: "lane-name" }), _jsxs("span", { class: "track", style: { minWidth: `${width}px` }, children: [months(axis).map((one) => (_jsx("b", { style: { left: `${left(axis, one.date)}px` }, children: one.label }, one.date))), axis.scale >= 8
                                    ? weeks(axis).map((one) => (_jsx("i", { style: { left: `${left(axis, one.date)}px` }, children: one.label }, one.date)))
                                    : null] })] }), _jsx("div", { class: "breaks", "aria-hidden": "true", style: { width: `${width}px` }, children: breaks.map(({ span, said }, at) => {
                        const where = span && place(axis, span);
                        return where ? _jsx("i", { title: said, style: { left: `${where.left}px`, width: `${where.width}px` } }, at) : null;
                    }) }), _jsx(Group, { title: "Pictures", children: data.pictures.map((one) => (_jsx(PictureLane, { picture: one, axis: axis }, one.id))) }), _jsx(Group, { title: "Units", children: data.units.map((one) => (_jsx(Lane, { name: one.name, axis: axis, children: one.places.flatMap((where, at) => where.spans.map((span) => (_jsx(Bar, { axis: axis, span: span, style: `work base-${at % 4}`, said: `${one.name} in ${where.name}`, label: where.name, go: true }, span[0])))) }, one.id))) }), _jsx(Group, { title: "People", children: data.people.map((one) => (_jsx(PersonRow, { person: one, parts: data.parts.filter((part) => part.root === "person" && part.owner === one.id), axis: axis, ask: ask }, one.id))) }), _jsx(Group, { title: "Locations", children: data.locations.map((one) => (_jsxs(Lane, { name: one.name, axis: axis, children: [_jsx(Outside, { parts: data.parts.filter((part) => part.root === "location" && part.owner === one.id && part.part === "window"), axis: axis }), _jsx(Bars, { axis: axis, spans: one.work, style: "work", said: one.name, go: true }), _jsx(Marks, { axis: axis, conflicts: one.conflicts })] }, one.id))) })] }) }));
}
function Group({ title, children }) {
    return (_jsxs("section", { class: "group", "aria-label": title, children: [_jsx("h3", { children: title }), children] }));
}
function PictureLane({ picture, axis }) {
    const marks = [
        ["wrap", picture.wrap, "Wrap"],
        ["delivery", picture.delivery, picture.days_late ? `Delivery, ${picture.days_late} days late` : "Delivery"],
        ["release", picture.release, "Release"],
        ["streaming", picture.streaming, "Streaming"],
    ];
    return (_jsxs(Lane, { name: picture.title, axis: axis, children: [picture.wrap && picture.delivery ? _jsx(Bar, { axis: axis, span: [picture.wrap, picture.delivery], style: picture.days_late ? "post late" : "post", said: "Post-production" }) : null, _jsx(Bars, { axis: axis, spans: picture.shot, style: "work", said: `${picture.title} is shot`, go: true }), marks.map(([style, date, said]) => date ? (_jsx("a", { class: `when ${style}`, href: `#/facts/picture/${picture.id}/${style === "streaming" ? "streaming_after_days" : "release"}`, style: { left: `${left(axis, date)}px` }, title: `${said}: ${longDate(date)}`, children: _jsx("span", { children: said }) }, style)) : null)] }));
}

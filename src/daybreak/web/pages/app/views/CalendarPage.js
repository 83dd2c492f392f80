import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The calendar: units, pictures, people and locations over time, and when they cannot.
import { useRef, useState } from "preact/hooks";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { DatesDialog } from "./DatesDialog.js";
import { canEdit, showDate, useAnswer } from "./asking.js";
import { axisOver, dateAt, left, months, place, weeks } from "./timeline.js";
import { plusDays, told } from "./values.js";
const ZOOMS = [
    { label: "Whole", scale: 0 },
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
    const chosen = zoom ?? (rough && rough.days > 250 ? 0 : rough && rough.days > 80 ? 2 : 3);
    const room = Math.max(600, window.innerWidth - NAMES);
    const axis = axisOver(dates, ZOOMS[chosen]?.scale || room / (rough?.days ?? 1), room);
    return (_jsxs("div", { class: "view besides calendar-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: "Calendar" }), _jsx("div", { class: "segments", role: "group", "aria-label": "Zoom", children: ZOOMS.map((one, at) => (_jsx("button", { type: "button", "aria-pressed": at === chosen, onClick: () => setZoom(at), children: one.label }, one.label))) }), _jsx(Legend, {})] }), axis ? _jsx(Chart, { data: data, axis: axis, ask: setAsking }) : _jsx("p", { class: "empty", children: "Nothing has a date yet." }), asking ? (_jsx(DatesDialog, { root: "person", part: "unavailable", owner: asking.person.id, name: asking.person.name, things: data.parts, first: asking.first, last: asking.last, close: () => setAsking(null) })) : null] }));
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
function rangeOf(thing) {
    const value = thing.value;
    const ends = Array.isArray(value) ? value : value && [value["from"], value["to"]];
    if (!ends)
        return null;
    const [first, last] = ends.map((one) => (typeof one === "string" ? one : ""));
    return first && last ? [wholeDate(first, false), wholeDate(last, true)] : null;
}
/** A month or a year as its first or last day. */
function wholeDate(text, isEnd) {
    if (text.length === 10)
        return text;
    const month = text.length === 7 ? text : `${text}-${isEnd ? "12" : "01"}`;
    if (!isEnd)
        return `${month}-01`;
    const [year = 0, number = 1] = month.split("-").map(Number);
    return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
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
function Lane({ name, axis, children }) {
    return (_jsxs("div", { class: "lane", children: [_jsx("span", { class: "lane-name", title: typeof name === "string" ? name : undefined, children: name }), _jsx("span", { class: "track", style: { minWidth: `${axis.days * axis.scale}px` }, children: children })] }));
}
const LABEL_LEAST = 60;
function Bar({ axis, span, style, said, label, go }) {
    const where = place(axis, span);
    if (!where)
        return null;
    const dates = span[0] === span[1] ? longDate(span[0]) : `${longDate(span[0])} to ${longDate(span[1])}`;
    const shared = { class: `bar ${style}`, title: `${said}: ${dates}`, style: { left: `${where.left}px`, width: `${where.width}px` } };
    const text = label && where.width > LABEL_LEAST ? label : "";
    if (!go)
        return _jsx("span", { ...shared, children: text });
    return (_jsx("button", { type: "button", tabIndex: -1, ...shared, onClick: () => showDate(span[0]), children: text || _jsx("span", { class: "hidden", children: said }) }));
}
function Bars({ axis, spans, style, said, go }) {
    return (_jsx(_Fragment, { children: spans.map((span) => (_jsx(Bar, { axis: axis, span: span, style: style, said: said, ...(go ? { go } : {}) }, span[0]))) }));
}
function Marks({ axis, conflicts }) {
    return (_jsx(_Fragment, { children: Object.entries(conflicts).map(([date, said]) => (_jsx("span", { class: "conflict-mark", style: { left: `${left(axis, date)}px`, width: `${Math.max(6, axis.scale)}px` }, title: `${longDate(date)}\n${said.join("\n")}`, children: "\u25B2" }, date))) }));
}
/** Shades what lies outside the only dates of a person or a place. */
function Outside({ parts, axis }) {
    const spans = parts.map(rangeOf).filter((one) => one !== null).sort();
    if (!spans.length)
        return null;
    const made = [];
    let from = axis.first;
    for (const [first, last] of spans) {
        if (first > from)
            made.push([from, plusDays(first, -1)]);
        if (last >= from)
            from = plusDays(last, 1);
    }
    made.push([from, plusDays(axis.first, axis.days)]);
    return _jsx(Bars, { axis: axis, spans: made.filter(([first, last]) => first <= last), style: "outside", said: "Outside the dates that are agreed" });
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
function PersonRow({ person, parts, axis, ask }) {
    const isEditor = canEdit();
    const [picked, setPicked] = useState(null);
    const [said, setSaid] = useState("");
    const drag = useRef(false);
    const begins = person.work[0]?.[0] ?? plusDays(axis.first, 7);
    const ordered = (from, to) => (from <= to ? [from, to] : [to, from]);
    const open = (from, to) => {
        const [first, last] = ordered(from, to);
        setPicked(null);
        ask({ person, first, last });
    };
    const keys = (event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[event.key];
        if (event.key === "Escape" && picked)
            setPicked(null);
        else if (event.key === "Enter" && picked)
            open(picked.from, picked.to);
        else if (step === undefined)
            return;
        else {
            const to = plusDays(picked?.to ?? plusDays(begins, -step), step);
            const from = event.shiftKey && picked ? picked.from : to;
            setPicked({ from, to });
            const [first, last] = ordered(from, to);
            setSaid(first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`);
        }
        event.preventDefault();
    };
    const at = (event) => dateAt(axis, event.clientX - event.currentTarget.getBoundingClientRect().left);
    const pointer = {
        onPointerDown: (event) => {
            if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("button, a"))
                return;
            drag.current = true;
            event.currentTarget.setPointerCapture(event.pointerId);
            setPicked({ from: at(event), to: at(event) });
        },
        onPointerMove: (event) => {
            if (drag.current && picked)
                setPicked({ from: picked.from, to: at(event) });
        },
        onPointerUp: (event) => {
            if (!drag.current || !picked)
                return;
            drag.current = false;
            open(picked.from, at(event));
        },
        onPointerCancel: () => {
            drag.current = false;
            setPicked(null);
        },
    };
    const label = (_jsxs(_Fragment, { children: [_jsx("b", { children: person.number }), " ", person.name] }));
    const name = isEditor ? (_jsx("button", { type: "button", class: "plain", title: `${person.name}: enter dates. With the keyboard: arrows pick a day, Shift extends, Enter`, onKeyDown: keys, onClick: (event) => event.detail && open(begins, begins), children: label })) : (label);
    return (_jsxs("div", { class: "lane person", children: [_jsxs("span", { class: "lane-name", children: [name, _jsx("span", { class: "hidden", "aria-live": "polite", children: said })] }), _jsxs("span", { class: isEditor ? "track draws" : "track", style: { minWidth: `${axis.days * axis.scale}px` }, ...(isEditor ? pointer : {}), children: [_jsx(Outside, { parts: parts.filter((one) => one.part === "window"), axis: axis }), parts.map((one) => {
                        const span = rangeOf(one);
                        if (!span || !["unavailable", "event"].includes(one.part))
                            return null;
                        const value = one.value;
                        const isAway = one.part === "unavailable";
                        const words = isAway ? `not available${value["reason"] ? `, ${told(value["reason"])}` : ""}` : `${told(value["kind"])} ${told(value["note"] ?? "")}`;
                        const sure = one.status === "confirmed" ? "" : ` (${one.status})`;
                        return _jsx(Bar, { axis: axis, span: span, style: `${isAway ? "away" : "event"} ${one.status}`, said: `${person.name}: ${words}${sure}`, label: isAway ? told(value["reason"] ?? "away") : told(value["kind"]) }, one.path);
                    }), _jsx(Bars, { axis: axis, spans: person.drop, style: "drop", said: `${person.name} is dropped` }), _jsx(Bars, { axis: axis, spans: person.hold, style: "hold", said: `${person.name} is held` }), _jsx(Bars, { axis: axis, spans: person.work, style: "work", said: `${person.name} works`, go: true }), _jsx(Marks, { axis: axis, conflicts: person.conflicts }), picked ? _jsx(Bar, { axis: axis, span: ordered(picked.from, picked.to), style: "picked", said: "Picked" }) : null] })] }));
}

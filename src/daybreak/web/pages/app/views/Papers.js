import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../api.js";
import { dateOf, dayKeys } from "../doc.js";
import { titled } from "../plan/FreezeDialog.js";
import { store, useStore } from "../state.js";
import { count, longDate } from "../words.js";
const NOTHING = { board: "", size: "a4", grey: false, picture: "", unit: "", person: "", category: "", day: "" };
const SIZES = [
    ["a4", "A4, A3 for wide papers"],
    ["letter", "Letter, Tabloid for wide papers"],
    ["a3", "A3"],
    ["tabloid", "Tabloid"],
];
const FORMATS = { text: "Text", html: "HTML", pdf: "PDF", csv: "CSV", xlsx: "Excel", ics: "Calendar", svg: "SVG", uss: "USS" };
export default function Papers({ rest }) {
    const [kinds, setKinds] = useState([]);
    const [desk, setDesk] = useState(null);
    const [fault, setFault] = useState("");
    const board = useStore((state) => state.board);
    const night = useStore((state) => state.night);
    useStore((state) => state.standing); // the first day comes with it
    const [name, , of = ""] = rest.split("/");
    const [wish, setWish] = useState({ ...NOTHING, board: of || board });
    const kind = kinds.find((one) => one.kind === name) ?? kinds[0];
    useEffect(() => {
        ask("/api/papers").then((told) => setKinds(told.kinds), (error) => setFault(error instanceof Error ? error.message : String(error)));
        void ask("/api/desk").then(setDesk, () => undefined);
    }, []);
    useEffect(() => {
        if (of)
            setWish((before) => ({ ...before, board: of }));
    }, [of]);
    useEffect(() => setWish((before) => ({ ...before, board: before.board || board })), [board]);
    const change = (part) => setWish({ ...wish, ...part });
    if (fault)
        return _jsx("div", { class: "view", children: _jsx("p", { class: "bad-words", children: fault }) });
    if (!kind)
        return _jsx("p", { class: "wait", children: "Opening \u2026" });
    const asked = query(kind, { ...wish, person: wish.person || firstPerson(), day: wish.day || firstDate() }, night);
    return (_jsxs("div", { class: "view papers-page", children: [_jsxs("nav", { class: "kinds", "aria-label": "Papers", children: [_jsx("h2", { children: "Papers" }), _jsx("ul", { children: kinds.map((one) => (_jsx("li", { children: _jsxs("a", { href: `#/papers/${one.kind}`, "aria-current": one.kind === kind.kind ? "page" : undefined, children: [_jsx("b", { children: named(one.kind) }), _jsx("span", { class: "soft", children: one.shows })] }) }, one.kind))) })] }), _jsxs("section", { "aria-label": named(kind.kind), children: [_jsx("h2", { children: named(kind.kind) }), _jsx(Choices, { kind: kind, wish: wish, change: change, desk: desk }), _jsxs("p", { class: "downloads", children: [_jsx("span", { class: "soft", children: "Download, to print or to send" }), kind.formats.map((format, at) => (_jsx("a", { class: at === 0 ? "button main" : "button", href: `/api/papers/${kind.kind}?format=${format}&${asked}`, download: true, children: FORMATS[format] ?? format }, format)))] }), kind.formats.includes("pdf") ? _jsx(Pages, { kind: kind, asked: asked }, asked + kind.kind) : _jsx("p", { class: "soft", children: "It has no pages: other programs read it." })] })] }));
}
/** Stands for all days where one is chosen. */
const EVERY = "every";
function datesOf(standing) {
    return [...new Set(dayKeys(standing).map(dateOf))].sort();
}
function firstDate() {
    const { standing } = store.get();
    return (standing && datesOf(standing)[0]) ?? "";
}
/** The first person of the list that plays in a scene. */
function firstPerson() {
    const { shoot } = store.get();
    const cast = new Set(shoot?.scenes.flatMap((scene) => scene.cast));
    return shoot?.people.find((one) => cast.has(one.id))?.id ?? "";
}
const NAMES = { "one-liner": "One-liner", uss: "Schedule file (USS)", person: "One person", plan: "Plan on a page" };
function named(kind) {
    const text = kind.replaceAll("-", " ");
    return NAMES[kind] ?? text[0].toUpperCase() + text.slice(1);
}
export function query(kind, wish, night) {
    const asked = new URLSearchParams({ board: wish.board, size: wish.size, night });
    if (wish.grey)
        asked.set("grey", "yes");
    const parts = { picture: wish.picture, unit: wish.unit, person: kind.every === "person" ? wish.person : "", category: wish.category, day: kind.every === "day" && wish.day !== EVERY ? wish.day : "" };
    for (const [key, value] of Object.entries(parts))
        if (value)
            asked.set(key, value);
    return asked.toString();
}
function Choices({ kind, wish, change, desk }) {
    const { shoot, standing } = store.get();
    const dates = standing ? datesOf(standing) : [];
    const cast = new Set(shoot?.scenes.flatMap((scene) => scene.cast));
    const categories = [...new Set(shoot?.elements?.map((one) => one.category))].sort();
    return (_jsxs("div", { class: "fields", children: [_jsxs(Choose, { label: "Of", value: wish.board, set: (board) => change({ board }), children: [desk?.boards.map((one) => (_jsxs("option", { value: one.name, children: ["board ", one.name] }, one.name))), desk?.revisions.map((one) => (_jsxs("option", { value: one.color, children: [titled(one.color), ", ", longDate(one.date)] }, one.number)))] }), _jsx(Choose, { label: "Sheet", value: wish.size, set: (size) => change({ size }), children: SIZES.map(([value, label]) => (_jsx("option", { value: value, children: label }, value))) }), kind.every === "person" ? (_jsx(Choose, { label: "Person", value: wish.person || firstPerson(), set: (person) => change({ person }), children: shoot?.people.filter((one) => cast.has(one.id)).map((one) => (_jsx("option", { value: one.id, children: one.name }, one.id))) })) : null, kind.every === "day" ? (_jsxs(Choose, { label: "Day", value: wish.day || (dates[0] ?? ""), set: (day) => change({ day }), children: [dates.map((date) => (_jsx("option", { value: date, children: longDate(date) }, date))), _jsx("option", { value: EVERY, children: "every day, one after the other" })] })) : null, kind.every === "category" && categories.length ? (_jsxs(Choose, { label: "Category", value: wish.category, set: (category) => change({ category }), children: [_jsx("option", { value: "", children: "all" }), categories.map((one) => (_jsx("option", { value: one, children: one }, one)))] })) : null, (shoot?.pictures.length ?? 0) > 1 ? (_jsxs(Choose, { label: "Picture", value: wish.picture, set: (picture) => change({ picture }), children: [_jsx("option", { value: "", children: "all" }), shoot?.pictures.map((one) => (_jsx("option", { value: one.id, children: one.title }, one.id)))] })) : null, (shoot?.units.length ?? 0) > 1 ? (_jsxs(Choose, { label: "Unit", value: wish.unit, set: (unit) => change({ unit }), children: [_jsx("option", { value: "", children: "all" }), shoot?.units.map((one) => (_jsx("option", { value: one.id, children: one.name }, one.id)))] })) : null, _jsxs("label", { class: "choice", children: [_jsx("input", { type: "checkbox", checked: wish.grey, onChange: () => change({ grey: !wish.grey }) }), _jsx("span", { children: "in greys" })] })] }));
}
function Choose({ label, value, set, children }) {
    return (_jsxs("label", { children: [label, _jsx("select", { value: value, onChange: (event) => set(event.currentTarget.value), children: children })] }));
}
function Pages({ kind, asked }) {
    const [pages, setPages] = useState(null);
    const [many, setMany] = useState(0);
    const [fault, setFault] = useState("");
    useEffect(() => {
        const off = new AbortController();
        ask(`/api/papers/${kind.kind}/pages?${asked}`, undefined, off.signal).then((told) => {
            setPages(told.pages);
            setMany(told.count);
        }, (error) => off.signal.aborted || setFault(error instanceof Error ? error.message : String(error)));
        return () => off.abort();
    }, [kind.kind, asked]);
    if (fault)
        return _jsx("p", { class: "bad-words", role: "alert", children: fault });
    if (!pages)
        return _jsx("p", { class: "wait", role: "status", children: "Setting the pages \u2026" });
    return (_jsxs("div", { class: "sheets", tabIndex: 0, role: "region", "aria-label": "Pages", children: [pages.map((page, at) => (_jsx("img", { src: page, alt: `Page ${at + 1} of ${many}; download the text or HTML to have it read aloud` }, at))), many > pages.length ? _jsxs("p", { class: "soft", children: ["and ", count(many - pages.length, "page"), " more in the file"] }) : null] }));
}

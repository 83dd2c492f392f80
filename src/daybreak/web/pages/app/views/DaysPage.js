import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The day out of days: who works, is held, dropped and away, date by date.
import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { count, longDate, weekday } from "../words.js";
import { showDate, useAnswer } from "./asking.js";
export default function DaysPage({ rest }) {
    const board = useStore((state) => state.board);
    const shoot = useStore((state) => state.shoot);
    const category = rest;
    const query = category ? `?category=${encodeURIComponent(category)}` : "";
    const { data, error } = useAnswer(board ? `/api/boards/${encodeURIComponent(board)}/days${query}` : null);
    const [isShort, setShort] = useState(true);
    if (error)
        return _jsx("p", { class: "wait error", children: error });
    if (!data || !shoot)
        return _jsx("p", { class: "wait", children: "Counting days \u2026" });
    const shown = isShort ? columnsWithSomething(data) : data.dates.map((_, at) => at);
    return (_jsxs("div", { class: "view besides days-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: "Day out of days" }), _jsxs("label", { children: ["Of", _jsxs("select", { value: category, onChange: (event) => (location.hash = `#/days/${encodeURIComponent(event.currentTarget.value)}`), children: [_jsx("option", { value: "", children: "Cast" }), data.categories.map((one) => (_jsx("option", { value: one, children: one }, one)))] })] }), _jsxs("label", { class: "check", children: [_jsx("input", { type: "checkbox", checked: isShort, onChange: (event) => setShort(event.currentTarget.checked) }), "Only weeks with something"] }), _jsx(Key, { data: data })] }), data.rows.length ? (_jsx(Grid, { data: data, shown: shown, shoot: shoot, isCast: !category })) : (_jsx("p", { class: "empty", children: "Nothing is scheduled on this board." }))] }));
}
/** The columns of weeks in which anything stands. */
function columnsWithSomething(data) {
    const weeks = new Set();
    data.dates.forEach((_, at) => {
        const isUsed = data.units.some((unit) => unit.days[at]) || data.rows.some((row) => row.codes[at] && row.codes[at] !== "x");
        if (isUsed)
            weeks.add(Math.floor(at / 7));
    });
    return data.dates.map((_, at) => at).filter((at) => weeks.has(Math.floor(at / 7)));
}
function Key({ data }) {
    const used = new Set(data.rows.flatMap((row) => row.codes.map((code) => code.split(/[ +]/)[0] ?? "")));
    return (_jsx("p", { class: "soft key", children: Object.entries(data.meanings)
            .filter(([code]) => used.has(code))
            .map(([code, said]) => (_jsxs("span", { children: [_jsx("b", { children: code }), " ", said] }, code))) }));
}
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
function Grid({ data, shown, shoot, isCast }) {
    const works = isCast ? ["W", "H", "D", "span"] : ["W", "H", "span"];
    const labels = { W: "Work", H: "Hold", D: "Drop", span: "Span" };
    const months = groups(shown, (at) => data.dates[at].slice(0, 7));
    return (_jsx("div", { class: "dood", tabIndex: 0, role: "region", "aria-label": "Day out of days", children: _jsxs("table", { children: [_jsxs("thead", { children: [_jsxs("tr", { class: "month-row", children: [_jsx("th", { scope: "col", class: "name", rowSpan: 2, children: isCast ? "Cast" : "Element" }), months.map(([month, ats]) => (_jsx("th", { scope: "colgroup", colSpan: ats.length, children: _jsx("span", { children: ats.length > 1 ? `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}` : "" }) }, month + ats[0]))), works.map((one) => (_jsx("th", { scope: "col", class: "total", rowSpan: 2, children: labels[one] }, one)))] }), _jsx("tr", { class: "date-row", children: shown.map((at) => {
                                const date = data.dates[at];
                                return (_jsxs("th", { scope: "col", class: dateClass(data, at), title: longDate(date), children: [_jsx("span", { children: weekday(date)[0] }), Number(date.slice(8))] }, at));
                            }) }), data.units.map((unit) => (_jsxs("tr", { class: "unit-days", children: [_jsx("th", { scope: "row", class: "name", children: shoot.units.length > 1 ? unit.name : "Shooting day" }), shown.map((at) => (_jsx("td", { class: dateClass(data, at), children: unit.days[at] || "" }, at))), _jsx("td", { class: "total", colSpan: works.length })] }, unit.id)))] }), _jsx("tbody", { children: data.rows.map((row) => (_jsxs("tr", { children: [_jsxs("th", { scope: "row", class: "name", title: row.first ? `${row.name}: ${longDate(row.first)} to ${longDate(row.last)}` : row.name, children: [row.number === null ? null : _jsx("b", { children: row.number }), " ", row.name] }), shown.map((at) => (_jsx(Cell, { row: row, at: at, data: data, shoot: shoot }, at))), works.map((one) => (_jsx("td", { class: "total", children: row.totals[one] || "" }, one)))] }, row.id || row.name))) })] }) }));
}
function Cell({ row, at, data, shoot }) {
    const code = row.codes[at] ?? "";
    const date = data.dates[at];
    const said = row.conflicts[String(at)];
    const style = row.styles[at] ?? "";
    const title = `${row.name}, ${longDate(date)}${said ? `\n${said.join("\n")}` : ""}`;
    const classes = `${style ? `on-${style}` : dateClass(data, at)}${said ? " on-broken" : ""}${at % 7 === 0 ? " monday" : ""}`;
    if (!code || !["work", "start"].includes(style)) {
        return (_jsx("td", { class: classes, title: code || said ? title : undefined, children: code }));
    }
    const has = (scene) => {
        const found = shoot.scenes.find((one) => one.id === scene);
        return !!found && (found.cast.includes(row.id) || !!found.elements?.includes(row.id) || found.location === row.id);
    };
    return (_jsx("td", { class: classes, children: _jsxs("button", { type: "button", class: "plain", title: title, "aria-label": `${code}: ${title}. Show on the board`, onClick: () => showDate(date, has), children: [code, said ? _jsxs("span", { class: "hidden", children: [", ", count(said.length, "conflict")] }) : null] }) }));
}
function dateClass(data, at) {
    const kind = data.holidays[at] ? "holiday-date" : data.off[at] ? "on-rest" : "";
    return at % 7 === 0 ? `${kind} monday` : kind;
}
function groups(shown, key) {
    const made = [];
    for (const at of shown) {
        const last = made.at(-1);
        if (last && last[0] === key(at))
            last[1].push(at);
        else
            made.push([key(at), [at]]);
    }
    return made;
}

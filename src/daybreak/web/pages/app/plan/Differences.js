import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { count, longDate, money, moneyChange, shortDate, weekday } from "../words.js";
export function Differences({ found, currency }) {
    const gained = found.day_changes.filter((day) => day.is_added);
    const freed = found.day_changes.filter((day) => !day.is_added);
    return (_jsxs("div", { class: "differences", children: [_jsx(Part, { title: "Cost, line by line", open: true, children: _jsx(CostTable, { found: found, currency: currency }) }), _jsx(Part, { title: `${count(found.strips.length, "strip")} elsewhere`, open: found.strips.length <= 12, children: _jsx(StripTable, { strips: found.strips }) }), _jsx(Part, { title: `Days: ${gained.length} more, ${freed.length} free`, open: false, children: found.day_changes.length ? (_jsxs("div", { class: "scrolls days-list", tabIndex: 0, role: "region", "aria-label": "Days", children: [_jsx(DayList, { title: "Shot now", days: gained }), _jsx(DayList, { title: "Free now", days: freed })] })) : (_jsx("p", { class: "soft", children: "The same dates are shot." })) }), _jsx(Part, { title: `${count(found.people.length, "person", "people")} with other days`, open: false, children: _jsx(PeopleTable, { found: found }) })] }));
}
function DayList({ title, days }) {
    return (_jsxs("div", { children: [_jsx("b", { children: title }), _jsx("ul", { children: days.map((day) => (_jsxs("li", { children: [longDate(day.date), ", ", day.unit_name] }, `${day.unit}/${day.date}`))) })] }));
}
export function Part({ title, open, children }) {
    return (_jsxs("details", { open: open, children: [_jsx("summary", { children: title }), children] }));
}
function StripTable({ strips }) {
    if (!strips.length)
        return _jsx("p", { class: "soft", children: "Every strip stands where it stood." });
    return (_jsx("div", { class: "scrolls", tabIndex: 0, role: "region", "aria-label": "Strips that stand elsewhere", children: _jsxs("table", { class: "plain-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { class: "number", children: "Sc" }), _jsx("th", { children: "Heading" }), _jsx("th", { children: "From" }), _jsx("th", { children: "To" })] }) }), _jsx("tbody", { children: strips.map((one) => (_jsxs("tr", { children: [_jsx("th", { class: "number", children: one.number }), _jsx("td", { class: "long", children: one.heading }), _jsx("td", { children: stood(one.before) }), _jsx("td", { children: stood(one.after) })] }, one.scene))) })] }) }));
}
function stood(stand) {
    if (!stand)
        return "boneyard";
    const shift = stand.shift === "day" ? "" : `, ${stand.shift}`;
    return `${weekday(stand.date)} ${shortDate(stand.date)} ${stand.date.slice(0, 4)}, ${stand.unit_name}${shift}`;
}
function PeopleTable({ found }) {
    if (!found.people.length)
        return _jsx("p", { class: "soft", children: "Everybody works on the same dates." });
    return (_jsx("div", { class: "scrolls", tabIndex: 0, role: "region", "aria-label": "People with other days", children: _jsxs("table", { class: "plain-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { children: "Person" }), _jsx("th", { children: "Works now" }), _jsx("th", { children: "Is free now" }), _jsx("th", { class: "number", children: "Held days" })] }) }), _jsx("tbody", { children: found.people.map((one) => (_jsxs("tr", { children: [_jsx("th", { children: one.name }), _jsx("td", { class: "long", children: dates(one.gained) }), _jsx("td", { class: "long", children: dates(one.lost) }), _jsx("td", { class: "number", children: one.held[0] === one.held[1] ? one.held[1] : `${one.held[0]} → ${one.held[1]}` })] }, one.person))) })] }) }));
}
function dates(list) {
    return list.length ? list.map(shortDate).join(", ") : "–";
}
function CostTable({ found, currency }) {
    const shown = found.costs.filter((one) => one.difference || one.line === "total");
    return (_jsxs("table", { class: "plain-table costs", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { children: "Line" }), _jsx("th", { class: "number", children: "Before" }), _jsx("th", { class: "number", children: "After" }), _jsx("th", { class: "number", children: "Difference" })] }) }), _jsx("tbody", { children: shown.map((one) => (_jsxs("tr", { class: one.line === "total" ? "total" : undefined, children: [_jsx("th", { children: one.label }), _jsx("td", { class: "number", children: money(one.before, currency) }), _jsx("td", { class: "number", children: money(one.after, currency) }), _jsx("td", { class: `number ${one.difference > 0 ? "dearer" : one.difference < 0 ? "cheaper" : ""}`, children: one.difference ? moneyChange(one.difference, currency) : "–" })] }, one.line))) })] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// A person's line on the calendar: work, hold, drops, and dates drawn by hand.
import { useRef, useState } from "preact/hooks";
import { longDate } from "../words.js";
import { Bar, Bars, Marks, Outside, rangeOf } from "./bars.js";
import { canEdit } from "./asking.js";
import { dateAt } from "./timeline.js";
import { plusDays, told } from "./values.js";
export function PersonRow({ person, parts, axis, ask }) {
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

import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The call sheet of a unit's day, with what nobody has told yet.
import { useEffect } from "preact/hooks";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { PaperView } from "./PaperView.js";
import { canEdit, useAnswer } from "./asking.js";
export default function CallSheetPage({ rest }) {
    const shoot = useStore((state) => state.shoot);
    const board = useStore((state) => state.board);
    const standing = useStore((state) => state.standing);
    const isEditor = canEdit();
    const keys = standing ? dayKeys(standing) : [];
    const asked = keys.includes(rest) ? rest : "";
    const first = keys[0];
    useEffect(() => {
        if (!asked && first)
            history.replaceState(null, "", `#/call-sheet/${first}`);
    }, [asked, first]);
    const key = asked || first;
    const path = key && board ? `/api/boards/${encodeURIComponent(board)}/call-sheet/${key}` : null;
    const { data, error } = useAnswer(path);
    if (!shoot || !standing)
        return _jsx("p", { class: "wait", children: "Opening \u2026" });
    if (!key)
        return _jsx("p", { class: "wait", children: "No strip stands on a day yet, so nobody is called." });
    const unit = unitOf(key);
    const go = (to) => (location.hash = `#/call-sheet/${to}`);
    const day = (date, label) => date ? (_jsx("a", { class: "button", href: `#/call-sheet/${unit}/${date}`, children: label })) : (_jsx("span", { class: "button off", children: label }));
    return (_jsxs("div", { class: "view besides call-sheet-view", children: [_jsxs("header", { class: "view-head", children: [_jsx("h2", { children: "Call sheet" }), day(data?.before, "‹ Day before"), _jsxs("label", { children: ["Day", _jsx("select", { value: key, onChange: (event) => go(event.currentTarget.value), children: keys.map((one) => (_jsxs("option", { value: one, children: [longDate(dateOf(one)), shoot.units.length > 1 ? ` · ${shoot.units.find((it) => it.id === unitOf(one))?.name ?? ""}` : ""] }, one))) })] }), day(data?.after, "Day after ›"), _jsx("a", { class: "button", href: `/api/papers/call-sheet?board=${encodeURIComponent(board)}&day=${dateOf(key)}&unit=${unit}`, download: true, children: "Download PDF" })] }), error ? _jsx("p", { class: "error", children: error }) : null, data ? _jsx(PaperView, { paper: data.paper, canEdit: isEditor }) : error ? null : _jsx("p", { class: "wait", children: "Opening \u2026" })] }));
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Under the tools: search, filters as chips, how many were found, the colors.
import { stripOrder } from "../doc.js";
import { shownStanding, shownStrips, store, useStore } from "../state.js";
import { centerStrip } from "./focusing.js";
import { setLooks } from "./looks.js";
import { KINDS, choices, labelOf, withFilter, withoutFilter } from "./filters.js";
const LEGEND = [
    ["int-day", "INT DAY"],
    ["ext-day", "EXT DAY"],
    ["int-night", "INT NIGHT"],
    ["ext-night", "EXT NIGHT"],
    ["dawn", "DAWN"],
    ["dusk", "DUSK"],
];
export function FilterBar() {
    return (_jsxs("div", { class: "toolbar filters", role: "group", "aria-label": "Search and filter", "data-pane": true, children: [_jsx(Search, {}), _jsx(FilterChoice, {}), _jsx(Chips, {}), _jsx("span", { class: "space" }), _jsx("span", { class: "legend", role: "img", "aria-label": `Colors of the strips: ${LEGEND.map(([, label]) => label).join(", ")}`, children: LEGEND.map(([style, label]) => (_jsx("span", { class: style, children: label }, style))) }), _jsx(Looks, {})] }));
}
function Search() {
    const search = useStore((state) => state.search);
    return (_jsxs("label", { class: "search", children: [_jsx("span", { class: "hidden", children: "Search" }), _jsx("input", { id: "search", type: "search", placeholder: "Search the strips ( / )", title: "Number, set, synopsis, person, place, element", value: search, onInput: (event) => store.set({ search: event.currentTarget.value }), onKeyDown: (event) => event.key === "Enter" && goToNext() })] }));
}
/** Puts the focus on the next strip that was found. */
function goToNext() {
    const state = store.get();
    const [standing, some] = [shownStanding(state), shownStrips(state)];
    if (!standing || !some?.size)
        return;
    const order = stripOrder(standing);
    const at = state.focus === null ? -1 : order.indexOf(state.focus);
    const next = [...order.slice(at + 1), ...order.slice(0, at + 1)].find((one) => some.has(one));
    if (next === undefined)
        return;
    store.set({ focus: next, selected: new Set([next]) });
    centerStrip(next);
}
function FilterChoice() {
    const shoot = useStore((state) => state.shoot);
    if (!shoot)
        return null;
    const add = (text) => {
        const [kind, id] = JSON.parse(text);
        store.set({ filters: withFilter(store.get().filters, { kind, id }) });
    };
    return (_jsxs("select", { "aria-label": "Filter by", value: "", onChange: (event) => {
            if (event.currentTarget.value)
                add(event.currentTarget.value);
            event.currentTarget.value = "";
        }, children: [_jsx("option", { value: "", children: "Filter \u2026" }), _jsx("option", { value: '["unshot",""]', children: "Not on a day" }), KINDS.map(([kind, label]) => {
                const some = choices(shoot, kind);
                return some.length > 1 ? (_jsx("optgroup", { label: label, children: some.map((one) => (_jsx("option", { value: JSON.stringify([kind, one.filter.id]), children: one.label }, one.filter.id))) }, kind)) : null;
            })] }));
}
function Chips() {
    const shoot = useStore((state) => state.shoot);
    const filters = useStore((state) => state.filters);
    const only = useStore((state) => state.only);
    const some = useStore(shownStrips);
    if (!shoot || some === null)
        return null;
    const remove = (one) => store.set({ filters: withoutFilter(filters, one) });
    return (_jsxs(_Fragment, { children: [filters.map((one) => (_jsxs("button", { type: "button", class: "chip", onClick: () => remove(one), "aria-label": `Filter ${labelOf(shoot, one)}: remove it`, children: [labelOf(shoot, one), " ", _jsx("span", { "aria-hidden": "true", children: "\u2715" })] }, `${one.kind}/${one.id}`))), _jsxs("span", { class: "found", role: "status", children: [some.size, " of ", shoot.scenes.length] }), _jsx("button", { type: "button", disabled: !some.size, onClick: goToNext, title: "The next strip that was found (Enter in the search)", children: "Next" }), _jsx("button", { type: "button", "aria-pressed": only, onClick: () => store.set({ only: !only }), children: "Only these" })] }));
}
function Looks() {
    const night = useStore((state) => state.night);
    const side = useStore((state) => state.side);
    const castList = useStore((state) => state.castList);
    const units = useStore((state) => state.shoot?.units.length ?? 0);
    return (_jsxs(_Fragment, { children: [_jsx("button", { type: "button", "aria-pressed": castList, onClick: () => setLooks({ castList: !castList }), title: "The numbers of the cast in a list, not in a column each", children: "Cast as list" }), units > 1 ? (_jsx("button", { type: "button", "aria-pressed": side, onClick: () => setLooks({ side: !side }), children: "Units side by side" })) : null, _jsxs("button", { type: "button", onClick: () => setLooks({ night: night === "classic" ? "singleton" : "classic" }), title: "Two conventions for night: which of blue and green is an interior", children: ["Night: ", night] })] }));
}

import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Lists of what an import found.
export function RemarkList({ title, items, open = false }) {
    if (!items.length)
        return null;
    return (_jsxs("details", { open: open && items.length <= 8, children: [_jsxs("summary", { children: [title, " (", items.length, ")"] }), _jsx("ul", { children: items.map((said, at) => (_jsx("li", { children: said }, at))) })] }));
}
export function SceneList({ scenes }) {
    if (!scenes.length)
        return _jsx("p", { class: "soft", children: "No scene is another." });
    return (_jsx("div", { class: "scrolls", tabIndex: 0, role: "region", "aria-label": "Scenes", children: _jsx("table", { class: "plain-table", children: _jsx("tbody", { children: scenes.map((one, at) => (_jsxs("tr", { children: [_jsx("th", { class: "number", children: one.number }), _jsx("td", { class: "long", children: one.heading }), _jsx("td", { class: "long", children: one.said })] }, at))) }) }) }));
}

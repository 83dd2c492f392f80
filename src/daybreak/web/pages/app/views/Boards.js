import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Boards and revisions: make, copy, rename, remove, restore, compare.
import { useEffect, useState } from "preact/hooks";
import { loadBoard, loadShoot } from "../acting.js";
import { ask, newId } from "../api.js";
import { Differences } from "../plan/Differences.js";
import { titled } from "../plan/FreezeDialog.js";
import { store, useStore } from "../state.js";
import { count, longDate } from "../words.js";
export default function Boards() {
    const [desk, setDesk] = useState(null);
    const [fault, setFault] = useState("");
    const head = useStore((state) => state.head);
    const canEdit = useStore((state) => state.role === "edit");
    const load = () => ask("/api/desk").then(setDesk, fail);
    const fail = (error) => setFault(error instanceof Error ? error.message : String(error));
    useEffect(() => void load(), [head]);
    const act = async (path, body, open) => {
        setFault("");
        try {
            await ask(path, { id: newId(), ...body });
            await Promise.all([loadShoot(), load()]);
            const there = store.get().boards;
            const wanted = open ?? (there.includes(store.get().board) ? "" : there.at(-1));
            if (wanted)
                await loadBoard(wanted);
        }
        catch (error) {
            fail(error);
        }
    };
    if (!desk)
        return _jsx("p", { class: "wait", children: fault || "Opening …" });
    return (_jsxs("div", { class: "view boards-page", children: [fault ? (_jsx("p", { class: "bad-words", role: "alert", children: fault })) : null, _jsxs("section", { children: [_jsx("h2", { children: "Boards" }), _jsxs("table", { class: "plain-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { children: "Board" }), _jsx("th", { class: "number", children: "Days" }), _jsx("th", { class: "number", children: "Boneyard" }), _jsx("th", { children: "Last edited" }), _jsx("th", { children: "Note" }), _jsx("th", { children: _jsx("span", { class: "hidden", children: "What can be done" }) })] }) }), _jsx("tbody", { children: desk.boards.map((one) => (_jsxs("tr", { children: [_jsx("th", { children: _jsx("a", { href: `#/board/${one.name}`, children: one.name }) }), _jsx("td", { class: "number", children: one.days }), _jsx("td", { class: "number", children: one.boneyard }), _jsxs("td", { children: [longDate(one.at.slice(0, 10)), ", ", one.by] }), _jsx("td", { class: "long", children: one.note }), _jsx("td", { children: canEdit ? _jsx(BoardButtons, { name: one.name, act: act, isLast: desk.boards.length === 1 }) : null })] }, one.name))) })] }), desk.boards.length ? null : _jsx("p", { children: "There is no board yet: make an empty one, then optimize it." }), canEdit ? _jsx(NewBoard, { desk: desk, act: act }) : null] }), _jsxs("section", { children: [_jsx("h2", { children: "Revisions" }), _jsxs("p", { class: "soft", children: ["The next one will be ", titled(desk.next_color), ". Freeze a board with the button above it."] }), desk.revisions.length ? (_jsxs("table", { class: "plain-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { children: "Color" }), _jsx("th", { children: "Date" }), _jsx("th", { children: "Of board" }), _jsx("th", { class: "number", children: "Days" }), _jsx("th", { children: "By" }), _jsx("th", { children: "Note" }), _jsx("th", { children: _jsx("span", { class: "hidden", children: "Papers" }) })] }) }), _jsx("tbody", { children: desk.revisions.map((one) => (_jsxs("tr", { children: [_jsx("th", { children: _jsx("span", { class: `paper paper-${one.color.split(" ").at(-1)}`, children: titled(one.color) }) }), _jsx("td", { children: longDate(one.date) }), _jsx("td", { children: one.board }), _jsx("td", { class: "number", children: one.days }), _jsx("td", { children: one.by }), _jsx("td", { class: "long", children: one.note }), _jsx("td", { children: _jsx("a", { href: `#/papers/one-liner/of/${encodeURIComponent(one.color)}`, children: "Papers" }) })] }, one.number))) })] })) : (_jsx("p", { children: "Nothing was frozen yet." }))] }), canEdit ? _jsx(Compare, { desk: desk }) : null] }));
}
function BoardButtons({ name, act, isLast }) {
    const [to, setTo] = useState(null);
    const path = `/api/desk/${encodeURIComponent(name)}`;
    if (to !== null) {
        return (_jsxs("form", { class: "row", onSubmit: (event) => {
                event.preventDefault();
                void act(`${path}/rename`, { to: to.trim() }, to.trim());
            }, children: [_jsx("input", { "aria-label": "New name", value: to, required: true, maxLength: 64, onInput: (event) => setTo(event.currentTarget.value) }), _jsx("button", { type: "submit", children: "Rename" }), _jsx("button", { type: "button", onClick: () => setTo(null), children: "Cancel" })] }));
    }
    return (_jsxs("span", { class: "row", children: [_jsx("button", { type: "button", onClick: () => setTo(name), children: "Rename \u2026" }), _jsx("button", { type: "button", disabled: isLast, title: isLast ? "the only board" : "undo brings it back", onClick: () => void act(`${path}/remove`, {}), children: "Remove" })] }));
}
function NewBoard({ desk, act }) {
    const [name, setName] = useState("");
    const [like, setLike] = useState("");
    const [full, setFull] = useState("");
    const [most, setMost] = useState("");
    const go = (event) => {
        event.preventDefault();
        const made = name.trim();
        const days = full === "pages" ? { pages: most.trim() } : full === "hours" ? { hours: Number(most) } : {};
        void act("/api/desk", { name: made, ...(like ? { like } : {}), ...days }, made).then(() => setName(""));
    };
    return (_jsxs("form", { class: "fields", onSubmit: go, children: [_jsxs("label", { children: ["New board", _jsx("input", { value: name, required: true, maxLength: 64, pattern: "[A-Za-z0-9_.\\-]+", placeholder: "letters, digits, - _ .", onInput: (event) => setName(event.currentTarget.value) })] }), _jsxs("label", { children: ["As", _jsxs("select", { value: like, onChange: (event) => setLike(event.currentTarget.value), children: [_jsx("option", { value: "", children: full ? "the script: strips in its order" : "empty: all strips in the boneyard" }), _jsx(Names, { desk: desk })] })] }), _jsxs("label", { children: ["Days", _jsxs("select", { value: full, onChange: (event) => setFull(event.currentTarget.value), children: [_jsx("option", { value: "", children: "as they stand" }), _jsx("option", { value: "pages", children: "broken anew, by pages" }), _jsx("option", { value: "hours", children: "broken anew, by hours" })] })] }), full ? (_jsxs("label", { children: [full === "pages" ? "Pages a day" : "Hours a day", _jsx("input", { value: most, required: true, size: 6, placeholder: full === "pages" ? "4 3/8" : "10", onInput: (event) => setMost(event.currentTarget.value) })] })) : null, _jsx("button", { type: "submit", class: "main", children: "Make it" })] }));
}
function Names({ desk }) {
    return (_jsxs(_Fragment, { children: [desk.boards.map((one) => (_jsxs("option", { value: one.name, children: ["board ", one.name] }, one.name))), desk.revisions.map((one) => (_jsxs("option", { value: one.color, children: [titled(one.color), ", as it was frozen"] }, one.number)))] }));
}
function Compare({ desk }) {
    const names = [...desk.revisions.map((one) => one.color), ...desk.boards.map((one) => one.name)];
    const [before, setBefore] = useState("");
    const [after, setAfter] = useState("");
    const [found, setFound] = useState(null);
    const [fault, setFault] = useState("");
    const go = (event) => {
        event.preventDefault();
        setFault("");
        const asked = new URLSearchParams({ before: before || names[0], after: after || names.at(-1) });
        ask(`/api/compare?${asked}`).then(setFound, (error) => setFault(String(error)));
    };
    if (names.length < 2)
        return null;
    return (_jsxs("section", { children: [_jsx("h2", { children: "Compare" }), _jsxs("form", { class: "fields", onSubmit: go, children: [_jsxs("label", { children: ["From", _jsx("select", { value: before || names[0], onChange: (event) => setBefore(event.currentTarget.value), children: _jsx(Names, { desk: desk }) })] }), _jsxs("label", { children: ["To", _jsx("select", { value: after || names.at(-1), onChange: (event) => setAfter(event.currentTarget.value), children: _jsx(Names, { desk: desk }) })] }), _jsx("button", { type: "submit", children: "Compare" })] }), fault ? _jsx("p", { class: "bad-words", children: fault }) : null, found?.gone.length ? _jsxs("p", { class: "warn-words", children: [count(found.gone.length, "scene"), " left the production since."] }) : null, found ? _jsx(Differences, { found: found, currency: store.get().shoot?.currency ?? "USD" }) : null] }));
}

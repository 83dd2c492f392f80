import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
import { useState } from "preact/hooks";
import { Field } from "./Field.js";
import { canEdit, setFact } from "./asking.js";
import { count } from "../words.js";
export function Sheet(props) {
    const isEditor = canEdit();
    const { title, rows, columns, noun } = props;
    const [search, setSearch] = useState("");
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = words.length
        ? rows.filter((row) => {
            const text = JSON.stringify([row.name, row.data]).toLowerCase();
            return words.every((word) => text.includes(word));
        })
        : rows;
    return (_jsxs("section", { class: "sheet", children: [_jsxs("header", { children: [_jsx("h2", { children: title }), _jsx("span", { class: "soft", children: count(rows.length, noun, props.plural) }), rows.length > 12 ? (_jsx("input", { type: "search", "aria-label": `Search ${title}`, placeholder: "Search", value: search, onInput: (event) => setSearch(event.currentTarget.value) })) : null] }), props.note ? _jsx("p", { class: "soft note", children: props.note }) : null, _jsx("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": title, children: _jsxs("table", { class: "facts-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [columns.map((column) => (_jsx("th", { scope: "col", class: column.width, title: column.tells, children: column.label }, column.key))), _jsx("th", { scope: "col", class: "acts", children: _jsx("span", { class: "hidden", children: "History, remove" }) })] }) }), _jsx("tbody", { children: shown.map((row) => (_jsx(SheetRow, { row: row, columns: columns, isEditor: isEditor, removable: props.removable !== false }, row.path))) })] }) }), shown.length === 0 ? _jsx("p", { class: "empty", children: rows.length ? "Nothing is found." : "Nothing here yet." }) : null, isEditor && props.add ? _jsx(Adder, { label: props.addLabel ?? `Add a ${noun}`, add: props.add }) : null] }));
}
function SheetRow(props) {
    const { row, columns, isEditor } = props;
    const [error, setError] = useState("");
    const remove = async () => setError((await setFact(row.path, null)) ?? "");
    return (_jsxs(_Fragment, { children: [_jsxs("tr", { children: [columns.map((column, at) => {
                        const cell = column.draw ? (_jsx("span", { class: "drawn", children: column.draw(row) })) : (_jsx(Field, { path: `${row.path}/${column.key}`, label: `${column.label} of ${row.name}`, kind: column.kind ?? "words", value: row.data[column.key], canEdit: isEditor, ...(column.options ? { options: column.options } : {}), ...(column.needed ? { needed: true } : {}) }));
                        return at === 0 ? (_jsx("th", { scope: "row", class: column.width, children: cell }, column.key)) : (_jsx("td", { class: column.width, children: cell }, column.key));
                    }), _jsxs("td", { class: "acts", children: [_jsx("a", { href: `#/facts/${row.path}`, "aria-label": `Facts of ${row.name}`, title: "What is known, and who said it", children: "Facts" }), isEditor && props.removable ? (_jsx("button", { type: "button", class: "plain", "aria-label": `Remove ${row.name}`, title: "Remove", onClick: () => void remove(), children: "\u2715" })) : null] })] }), error ? (_jsx("tr", { class: "error-row", children: _jsx("td", { colSpan: columns.length + 1, role: "alert", children: error }) })) : null] }));
}
function Adder({ label, add }) {
    const [name, setName] = useState("");
    const [error, setError] = useState("");
    const go = async (event) => {
        event.preventDefault();
        if (!name.trim())
            return setError("Give it a name.");
        const made = add(name.trim());
        const why = await setFact(made.path, made.value);
        setError(why ?? "");
        if (why === null)
            setName("");
    };
    return (_jsxs("form", { class: "adder", onSubmit: (event) => void go(event), children: [_jsx("input", { "aria-label": label, "aria-invalid": error ? true : undefined, placeholder: label, value: name, onInput: (event) => setName(event.currentTarget.value) }), _jsx("button", { type: "submit", children: "Add" }), error ? (_jsx("span", { class: "error", role: "alert", children: error })) : null] }));
}

import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Freeze the board as the next color of paper.
import { useEffect, useState } from "preact/hooks";
import { ask, newId } from "../api.js";
import { Frame } from "../dialogs/Frame.js";
import { openDialog } from "../dialogs/dialog.js";
import { store } from "../state.js";
import { spelled } from "../views/values.js";
import { count, longDate } from "../words.js";
import { tellGood } from "./work.js";
export function FreezeDialog() {
    const { board } = store.get();
    const [desk, setDesk] = useState(null);
    const [date, setDate] = useState(new Date().toISOString().slice(0, 10));
    const [note, setNote] = useState("");
    const [broken, setBroken] = useState([]);
    const [fault, setFault] = useState("");
    useEffect(() => {
        ask("/api/desk").then(setDesk, (error) => setFault(String(error)));
    }, []);
    const freeze = async (anyway) => {
        try {
            const told = await ask("/api/freeze", { id: newId(), board, date, note, anyway });
            if (!told.frozen) {
                setBroken(told.broken);
                return;
            }
            tellGood(`Board ${board} is frozen as ${titled(told.color)}.`, {
                href: `#/papers/one-liner/of/${encodeURIComponent(told.color)}`,
                label: `Its one-liner and other papers`,
            });
            openDialog(null);
        }
        catch (error) {
            setFault(error instanceof Error ? error.message : String(error));
        }
    };
    const last = desk?.revisions.at(-1);
    return (_jsx(Frame, { title: `Freeze board ${board}`, children: _jsxs("form", { onSubmit: (event) => {
                event.preventDefault();
                void freeze(false);
            }, children: [_jsxs("p", { children: ["It becomes the revision", " ", _jsx("b", { class: `paper paper-${(desk?.next_color ?? "").split(" ").at(-1)}`, children: titled(desk?.next_color ?? "…") }), last ? `, the one after ${titled(last.color)} of ${longDate(last.date)}` : ", the first: White, then Blue, Pink and so on", ". A revision never changes again; the board can still be edited."] }), _jsxs("label", { children: ["Date that it bears", _jsx("input", { type: "date", required: true, value: date, onInput: (event) => setDate(event.currentTarget.value) })] }), _jsxs("label", { children: ["What it is for", _jsx("input", { value: note, maxLength: 500, placeholder: "to be sent out, after the recce \u2026", onInput: (event) => setNote(event.currentTarget.value) })] }), broken.length ? (_jsxs("div", { class: "warn-words", role: "alert", children: [_jsxs("p", { children: ["It was not frozen: it breaks ", count(broken.length, "rule"), "."] }), _jsx("ul", { children: broken.slice(0, 6).map((said) => (_jsx("li", { children: spelled(said) }, said))) })] })) : null, fault ? (_jsx("p", { class: "bad-words", role: "alert", children: fault })) : null, _jsxs("footer", { children: [broken.length ? (_jsx("button", { type: "button", onClick: () => void freeze(true), children: "Freeze it anyway" })) : (_jsx("button", { type: "submit", class: "main", children: "Freeze" })), _jsx("a", { class: "button", href: "#/boards", onClick: () => openDialog(null), children: "All revisions" })] })] }) }));
}
export function titled(color) {
    return color.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

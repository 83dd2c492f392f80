import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Import: a script, a schedule or a table is looked at first, then taken in.
import { useRef, useState } from "preact/hooks";
import { loadBoard, loadShoot } from "../acting.js";
import { Refused, ask, newId, sendFile } from "../api.js";
import { tellGood } from "../plan/work.js";
import { store, useStore } from "../state.js";
import { count, money, pages, pagesTold } from "../words.js";
import { RemarkList, SceneList } from "./ImportLists.js";
const MOST_MEGABYTES = 25;
export default function Import() {
    const role = useStore((state) => state.role);
    const isEmpty = useStore((state) => !state.shoot?.scenes.length);
    const [found, setFound] = useState(null);
    const [faults, setFaults] = useState([]);
    const [wait, setWait] = useState("");
    const look = async (file, picture) => {
        setFound(null);
        setFaults([]);
        if (file.size > MOST_MEGABYTES * 2 ** 20) {
            setFaults([`${file.name} is larger than ${MOST_MEGABYTES} MB.`]);
            return;
        }
        setWait(`Reading ${file.name} …`);
        try {
            const asked = new URLSearchParams({ name: file.name, picture });
            setFound(await sendFile(`/api/import?${asked}`, file));
        }
        catch (error) {
            setFaults(told(error));
        }
        finally {
            setWait("");
        }
    };
    const take = async () => {
        if (!found)
            return;
        setWait("Taking it in …");
        try {
            await ask(`/api/import/${found.key}`, { id: newId() });
            await loadShoot();
            const board = store.get().board || store.get().boards[0];
            if (board)
                await loadBoard(board);
            tellGood(takenWords(found));
            setFound(null);
            location.hash = `#/board/${board ?? ""}`;
        }
        catch (error) {
            setFaults(told(error));
        }
        finally {
            setWait("");
        }
    };
    if (role !== "edit")
        return _jsx("div", { class: "view", children: _jsx("p", { children: "Only those who edit can import." }) });
    return (_jsxs("div", { class: "view import-page", children: [_jsx("h2", { children: "Import" }), _jsxs("p", { children: [isEmpty
                        ? "A script (Fountain or Final Draft), a schedule (USS) or a one-liner (CSV, Excel) makes the production."
                        : "A script becomes a new draft of its picture; a cast list (CSV, Excel) goes into the people.", " ", "Nothing is changed before you have seen what would come of it."] }), _jsx(Choose, { look: look }), wait ? _jsx("p", { role: "status", children: wait }) : null, faults.length ? (_jsxs("div", { class: "bad-words", role: "alert", children: [_jsx("p", { children: "It was not taken in." }), _jsx("ul", { children: faults.slice(0, 20).map((said) => (_jsx("li", { children: said }, said))) })] })) : null, found ? _jsx(Preview, { found: found, take: take, drop: () => setFound(null), isBusy: wait !== "" }) : null] }));
}
function told(error) {
    if (error instanceof Refused)
        return error.errors;
    return [error instanceof Error ? error.message : String(error)];
}
function takenWords(found) {
    return found.what === "first" ? `${found.title} is there. Optimize the board next.` : `${found.file} is taken in; one undo takes it back.`;
}
function Choose({ look }) {
    const shoot = useStore((state) => state.shoot);
    const [picture, setPicture] = useState("");
    const [over, setOver] = useState(false);
    const input = useRef(null);
    const several = (shoot?.pictures.length ?? 0) > 1;
    const drop = (event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file)
            void look(file, picture);
    };
    return (_jsxs("div", { class: over ? "drop-file over" : "drop-file", onDragOver: (event) => {
            event.preventDefault();
            setOver(true);
        }, onDragLeave: () => setOver(false), onDrop: drop, children: [several ? (_jsxs("label", { children: ["A script is a draft of", _jsxs("select", { value: picture, onChange: (event) => setPicture(event.currentTarget.value), children: [_jsx("option", { value: "", children: "the picture of its title" }), shoot?.pictures.map((one) => (_jsx("option", { value: one.id, children: one.title }, one.id)))] })] })) : null, _jsxs("label", { children: ["File, or drop one here", _jsx("input", { ref: input, type: "file", accept: ".fountain,.txt,.fdx,.uss,.json,.csv,.tsv,.xlsx", onChange: (event) => {
                            const file = event.currentTarget.files?.[0];
                            if (file)
                                void look(file, picture);
                        } })] })] }));
}
function Preview({ found, take, drop, isBusy }) {
    return (_jsxs("section", { class: "import-found", "aria-label": "What would come of it", children: [found.what === "first" ? _jsx(FirstTold, { found: found }) : found.what === "draft" ? _jsx(DraftTold, { found: found }) : null, found.what === "cast" ? (_jsxs(_Fragment, { children: [_jsxs("h3", { children: [found.file, ": ", count(found.people, "person", "people"), ", ", count(found.changes.length, "change")] }), _jsx("ul", { children: found.changes.map((said) => (_jsx("li", { children: said }, said))) })] })) : null, found.what === "first" ? _jsx(RemarkList, { title: "What was assumed", items: found.assumed }) : null, _jsx(RemarkList, { title: "Questions", items: found.questions, open: true }), _jsx(RemarkList, { title: "Warnings", items: found.warnings, open: true }), _jsxs("footer", { class: "row", children: [_jsx("button", { type: "button", class: "main", disabled: isBusy, onClick: () => void take(), children: "Take it in" }), _jsx("button", { type: "button", onClick: drop, children: "Leave it" })] })] }));
}
function FirstTold({ found }) {
    const broken = Object.values(found.broken).flat().length;
    return (_jsxs(_Fragment, { children: [_jsxs("h3", { children: [found.title, ": ", count(found.count, "scene"), ", ", pages(found.eighths), " pages, ", count(found.people, "person", "people"), ",", " ", count(found.locations, "location")] }), _jsxs("p", { children: [found.boards.length === 1 ? "Its board" : "Its boards", ": ", found.boards.join(", "), broken ? `, breaking ${count(broken, "rule")}` : "", ". Strips without a day wait in the boneyard."] }), _jsx(SceneList, { scenes: found.scenes.map((one) => ({ number: one.number, heading: one.heading, said: pagesTold(one.eighths) })) })] }));
}
function DraftTold({ found }) {
    const currency = store.get().shoot?.currency ?? "USD";
    return (_jsxs(_Fragment, { children: [_jsxs("h3", { children: ["The ", found.color, " draft: ", count(found.scenes.length, "scene"), " with changes, ", found.unchanged, " as they were"] }), _jsx(SceneList, { scenes: found.scenes.map((one) => ({
                    number: one.number,
                    heading: one.heading,
                    said: [one.what.join(", "), ...one.fields.map(fieldWords)].filter(Boolean).join(" · "),
                })) }), found.boards.map((one) => (_jsxs("p", { children: ["Board ", one.name, ": ", count(one.left.length, "strip"), " gone, ", count(one.waiting.length, "new strip"), " in the boneyard, cost", " ", money(one.cost_before, currency), " \u2192 ", money(one.cost, currency), one.new_conflicts.length ? `; it would break ${count(one.new_conflicts.length, "rule")}: ${one.new_conflicts[0]}` : "", "."] }, one.name))), _jsx(RemarkList, { title: "Remarks", items: found.remarks, open: true })] }));
}
function fieldWords(one) {
    if (one.gained.length || one.lost.length) {
        return `${one.field} ${[...one.gained.map((name) => `+${name}`), ...one.lost.map((name) => `−${name}`)].join(" ")}`;
    }
    return one.before || one.after ? `${one.field} ${one.before} → ${one.after}` : one.field;
}

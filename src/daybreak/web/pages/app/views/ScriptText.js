import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The words of a scene, and how some of them become an element.
import { useEffect, useRef, useState } from "preact/hooks";
import { setFact, useAnswer } from "./asking.js";
import { idOf } from "./values.js";
export const CATEGORIES = [
    ...["background", "stunts", "special effects", "visual effects", "vehicles", "animals"],
    ...["props", "set dressing", "greenery", "wardrobe", "makeup", "camera", "lighting"],
    ...["grip", "sound", "music", "security", "labor", "other"],
];
const WORDS_MOST = 80;
export function ScriptText({ scene, shoot, canTag }) {
    const { data, error } = useAnswer(`/api/scenes/${encodeURIComponent(scene.id)}/script`);
    const page = useRef(null);
    const [words, setWords] = useState("");
    useEffect(() => setWords(""), [scene.id]);
    useEffect(() => {
        const look = () => setWords(canTag ? pickedIn(page.current) : "");
        document.addEventListener("selectionchange", look);
        return () => document.removeEventListener("selectionchange", look);
    }, [canTag]);
    const [kept, setKept] = useState("");
    useEffect(() => {
        if (words)
            setKept(words);
    }, [words]);
    if (error)
        return _jsx("p", { class: "error", children: error });
    if (!data)
        return _jsx("p", { class: "wait", children: "Opening the script \u2026" });
    if (!data.text) {
        return (_jsx("div", { class: "script none", children: _jsxs("p", { class: "empty", children: ["No script that this document keeps has a scene ", scene.number, ". Take one in on the page Import, or begin with daybreak new --script."] }) }));
    }
    const names = marksOf(scene, shoot);
    return (_jsxs("div", { class: "script", children: [_jsxs("p", { class: "soft file", children: [data.file, data.color ? ` · ${data.color}` : "", canTag ? " · Select words to make them an element" : ""] }), _jsx("div", { class: "script-page", ref: page, tabIndex: 0, role: "region", "aria-label": "Script", children: data.text.map((line, at) => (_jsx("p", { class: line.kind, children: marked(line.text, names) }, at))) }), kept && canTag ? _jsx(Tag, { words: kept, scene: scene, shoot: shoot, done: () => setKept("") }, scene.id) : null] }));
}
function pickedIn(page) {
    const picked = document.getSelection();
    if (!page || !picked || picked.isCollapsed || !page.contains(picked.anchorNode))
        return "";
    return picked.toString().replace(/\s+/g, " ").trim().slice(0, WORDS_MOST);
}
/** Names of elements in the words of the script, each with its category. */
function marksOf(scene, shoot) {
    const found = new Map();
    for (const id of scene.elements ?? []) {
        const one = shoot.elements?.find((element) => element.id === id);
        if (one && one.name.length > 1)
            found.set(one.name.toLowerCase(), one.category);
    }
    return found;
}
function marked(text, names) {
    const low = text.toLowerCase();
    const hits = [];
    for (const [name, category] of names) {
        for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + name.length)) {
            hits.push({ at, end: at + name.length, category });
        }
    }
    hits.sort((one, other) => one.at - other.at || other.end - one.end);
    const made = [];
    let done = 0;
    for (const hit of hits) {
        if (hit.at < done)
            continue;
        made.push(text.slice(done, hit.at));
        made.push(_jsx("mark", { title: hit.category, children: text.slice(hit.at, hit.end) }, hit.at));
        done = hit.end;
    }
    return [...made, text.slice(done)];
}
function Tag({ words, scene, shoot, done }) {
    const [category, setCategory] = useState("props");
    const [name, setName] = useState(words);
    const [error, setError] = useState("");
    useEffect(() => setName(words), [words]);
    const categories = [...new Set([...CATEGORIES, ...(shoot.elements ?? []).map((one) => one.category.toLowerCase())])];
    const tag = async (event) => {
        event.preventDefault();
        const why = await tagged(name.trim(), category, scene, shoot);
        setError(why ?? "");
        if (why === null)
            done();
    };
    return (_jsxs("form", { class: "tag", onSubmit: (event) => void tag(event), children: [_jsx("input", { "aria-label": "Name of the element", value: name, onInput: (event) => setName(event.currentTarget.value) }), _jsx("select", { "aria-label": "Category", value: category, onChange: (event) => setCategory(event.currentTarget.value), children: categories.map((one) => (_jsx("option", { value: one, children: one }, one))) }), _jsxs("button", { type: "submit", class: "main", children: ["Add to scene ", scene.number] }), _jsx("button", { type: "button", onClick: done, children: "Cancel" }), error ? (_jsx("span", { class: "error", role: "alert", children: error })) : null] }));
}
/** Makes an element, or takes the one of that name, and adds it to a scene. */
export async function tagged(name, category, scene, shoot) {
    if (!name)
        return "Give it a name.";
    const all = shoot.elements ?? [];
    const same = (one) => one.name.toLowerCase() === name.toLowerCase() && one.category.toLowerCase() === category.toLowerCase();
    const found = all.find(same);
    const id = found?.id ?? idOf(name, all.map((one) => one.id), "element");
    if ((scene.elements ?? []).includes(id))
        return "The scene has it already.";
    if (!found) {
        const kept = all.find((one) => one.category.toLowerCase() === category.toLowerCase())?.category;
        const why = await setFact(`element/${id}`, { name, category: kept ?? category });
        if (why !== null)
            return why;
    }
    return setFact(`scene/${scene.id}/elements`, [...(scene.elements ?? []), id]);
}

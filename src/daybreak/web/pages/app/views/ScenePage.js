import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The breakdown sheet: everything that is known of a scene, beside its words.
import { useEffect, useState } from "preact/hooks";
import { dateOf, unitOf } from "../doc.js";
import { stripColor } from "../board/strips.js";
import { CommentsOf } from "../comments/CommentList.js";
import { useStore } from "../state.js";
import { count, longDate, pages } from "../words.js";
import { Field } from "./Field.js";
import { ScriptText, tagged } from "./ScriptText.js";
import { Sheet } from "./Sheet.js";
import { canEdit, dayOfStrip, setFact, showOnBoard } from "./asking.js";
import { SCENE_COLUMNS, optionsOf, rowsOf } from "./tables.js";
export default function ScenePage({ rest }) {
    const shoot = useStore((state) => state.shoot);
    if (!shoot)
        return _jsx("p", { class: "wait", children: "Opening \u2026" });
    if (!rest)
        return _jsx(SceneList, { shoot: shoot });
    const at = shoot.scenes.findIndex((one) => one.id === rest);
    const scene = shoot.scenes[at];
    if (!scene) {
        return (_jsx("div", { class: "view besides", children: _jsxs("p", { class: "empty", children: ["There is no scene \u201C", rest, "\u201D. ", _jsx("a", { href: "#/scene", children: "All scenes" })] }) }));
    }
    return _jsx(BreakdownSheet, { shoot: shoot, scene: scene, before: shoot.scenes[at - 1], after: shoot.scenes[at + 1] });
}
function SceneList({ shoot }) {
    return (_jsx("div", { class: "view besides tables", children: _jsx(Sheet, { title: "Scenes", noun: "scene", rows: rowsOf("scene", shoot.scenes, "number"), columns: SCENE_COLUMNS(shoot), removable: false }) }));
}
function BreakdownSheet({ shoot, scene, before, after }) {
    const isEditor = canEdit();
    useEffect(() => {
        const key = (event) => {
            if (event.target.closest("input, select, textarea, dialog"))
                return;
            const other = event.altKey ? null : event.key === "PageDown" ? after : event.key === "PageUp" ? before : null;
            if (!other)
                return;
            event.preventDefault();
            location.hash = `#/scene/${other.id}`;
        };
        window.addEventListener("keydown", key);
        return () => window.removeEventListener("keydown", key);
    }, [before, after]);
    const picture = shoot.pictures.find((one) => one.id === scene.picture);
    return (_jsxs("div", { class: "view besides breakdown", children: [_jsxs("header", { class: `scene-head ${stripColor(scene)}`, children: [_jsxs("h2", { children: ["Scene ", scene.number, " ", _jsx("span", { children: scene.heading })] }), _jsxs("span", { children: [pages(scene.eighths) || "0", " pages"] }), shoot.pictures.length > 1 ? _jsx("span", { children: picture?.title }) : null] }), _jsxs("nav", { class: "scene-nav", "aria-label": "Scenes", children: [_jsx(Near, { scene: before, lead: "\u2039 Scene", title: "Scene before (Page up)" }), _jsx(Near, { scene: after, lead: "Scene", tail: " \u203A", title: "Scene after (Page down)" }), _jsx("a", { href: "#/scene", children: "All scenes" }), _jsx(Standing, { scene: scene, shoot: shoot })] }), _jsxs("div", { class: "columns", children: [_jsxs("div", { class: "sheet-fields", children: [_jsx(SceneFacts, { shoot: shoot, scene: scene, isEditor: isEditor }), _jsx(CastOf, { shoot: shoot, scene: scene, isEditor: isEditor }), _jsx(ElementsOf, { shoot: shoot, scene: scene, isEditor: isEditor }), _jsx(CommentsOf, { about: `scene/${scene.id}` })] }), _jsx(ScriptText, { scene: scene, shoot: shoot, canTag: isEditor })] })] }));
}
function Near({ scene, lead, tail = "", title }) {
    if (!scene)
        return _jsx("span", { class: "button off", children: lead + tail });
    return (_jsxs("a", { class: "button", href: `#/scene/${scene.id}`, title: title, children: [lead, " ", scene.number, tail] }));
}
function Standing({ scene, shoot }) {
    const meaning = useStore((state) => state.meaning);
    useStore((state) => state.standing);
    const key = dayOfStrip(scene.id);
    const day = key === null ? undefined : meaning?.days[key];
    const broken = (meaning?.violations ?? []).filter((one) => one.where.scene === scene.id);
    const unit = key && shoot.units.length > 1 ? ` · ${shoot.units.find((one) => one.id === unitOf(key))?.name ?? ""}` : "";
    return (_jsxs(_Fragment, { children: [_jsx("button", { type: "button", onClick: () => showOnBoard(scene.id), children: key ? `On the board: ${day ? `day ${day.number}, ` : ""}${longDate(dateOf(key))}${unit}` : "In the boneyard" }), broken.length ? (_jsxs("span", { class: "chip bad", title: broken.map((one) => one.said).join("\n"), children: ["\u25B2 ", count(broken.length, "conflict")] })) : null] }));
}
function SceneFacts({ shoot, scene, isEditor }) {
    const data = scene;
    const field = (key, label, more = {}) => (_jsxs("label", { class: `fact ${key}`, children: [_jsx("span", { children: label }), _jsx(Field, { path: `scene/${scene.id}/${key}`, label: label, kind: "words", value: data[key], canEdit: isEditor, ...more })] }, key));
    const words = (list) => list.map((one) => ({ value: one, label: one.toUpperCase() }));
    return (_jsxs("section", { class: "facts-grid", "aria-label": "Facts of the scene", children: [field("heading", "Heading", { needed: true }), field("set", "Set"), field("place", "I/E", { options: words(["int", "ext", "int/ext"]), needed: true }), field("time", "D/N", { options: words(["day", "night", "dawn", "dusk", "any"]), needed: true }), field("eighths", "Pages", { kind: "eighths", needed: true }), field("minutes", "Minutes of work", { kind: "whole" }), field("days", "Whole days", { kind: "whole" }), field("location", "Location", { options: optionsOf(shoot.locations), needed: true }), field("script_day", "Script day"), field("extras", "Extras", { kind: "whole" }), shoot.units.length > 1 ? field("units", "Units, any where empty", { kind: "list", options: optionsOf(shoot.units), placeholder: shoot.units[0]?.name ?? "" }) : null, field("window", "Only between", { kind: "range", placeholder: "2027-03-01 to 2027-03-12" }), _jsx(PinOf, { shoot: shoot, scene: scene, isEditor: isEditor }), field("synopsis", "Synopsis", { long: true }), field("notes", "Notes", { long: true }), _jsx("p", { class: "history", children: _jsx("a", { href: `#/facts/scene/${scene.id}`, children: "What is known of this scene, and who said it" }) })] }));
}
function PinOf({ shoot, scene, isEditor }) {
    const [error, setError] = useState("");
    const unit = scene.pin?.unit ?? scene.units?.[0] ?? shoot.units[0]?.id;
    const set = async (date) => {
        const why = await setFact(`scene/${scene.id}/pin`, date ? { unit, date } : null);
        setError(why ?? "");
    };
    return (_jsxs("label", { class: "fact pin", children: [_jsx("span", { children: "Pinned to" }), _jsxs("span", { class: scene.pin ? "field date" : "field date none", children: [_jsx("input", { type: "date", "aria-label": "Pinned to", disabled: !isEditor, value: scene.pin?.date ?? "", onChange: (event) => void set(event.currentTarget.value) }), error ? _jsx("span", { class: "error", children: error }) : null] })] }));
}
function CastOf({ shoot, scene, isEditor }) {
    const [error, setError] = useState("");
    const set = async (cast) => setError((await setFact(`scene/${scene.id}/cast`, cast)) ?? "");
    const others = shoot.people.filter((one) => !scene.cast.includes(one.id));
    const number = (id) => shoot.board_numbers[id] ?? 0;
    const inOrder = [...scene.cast].sort((one, other) => number(one) - number(other));
    return (_jsxs("section", { class: "needs", children: [_jsx("h3", { children: "Cast" }), _jsxs("ul", { class: "chips", children: [inOrder.map((id) => (_jsxs("li", { children: [_jsx("b", { children: shoot.board_numbers[id] }), " ", shoot.board_names[id] ?? id, isEditor ? (_jsx("button", { type: "button", class: "plain", "aria-label": `Take ${shoot.board_names[id] ?? id} out`, onClick: () => void set(scene.cast.filter((one) => one !== id)), children: "\u2715" })) : null] }, id))), isEditor && others.length ? (_jsx("li", { class: "more", children: _jsxs("select", { "aria-label": "Add to the cast", value: "", onChange: (event) => event.currentTarget.value && void set([...scene.cast, event.currentTarget.value]), children: [_jsx("option", { value: "", children: "+ Person" }), others.map((one) => (_jsxs("option", { value: one.id, children: [shoot.board_numbers[one.id], " ", shoot.board_names[one.id] ?? one.name] }, one.id)))] }) })) : null] }), error ? _jsx("p", { class: "error", role: "alert", children: error }) : null] }));
}
function ElementsOf({ shoot, scene, isEditor }) {
    const [error, setError] = useState("");
    const [name, setName] = useState("");
    const [category, setCategory] = useState("props");
    const mine = (scene.elements ?? []).map((id) => shoot.elements?.find((one) => one.id === id)).filter((one) => one !== undefined);
    const categories = [...new Set(mine.map((one) => one.category))].sort();
    const every = [...new Set(["props", "wardrobe", "vehicles", ...(shoot.elements ?? []).map((one) => one.category)])];
    const remove = async (id) => {
        const left = (scene.elements ?? []).filter((one) => one !== id);
        setError((await setFact(`scene/${scene.id}/elements`, left)) ?? "");
    };
    const add = async (event) => {
        event.preventDefault();
        const why = await tagged(name.trim(), category, scene, shoot);
        setError(why ?? "");
        if (why === null)
            setName("");
    };
    return (_jsxs("section", { class: "needs", children: [_jsx("h3", { children: "Elements" }), categories.map((of) => (_jsxs("div", { class: "category", children: [_jsx("h4", { children: of }), _jsx("ul", { class: "chips", children: mine
                            .filter((one) => one.category === of)
                            .map((one) => (_jsxs("li", { children: [one.name, isEditor ? (_jsx("button", { type: "button", class: "plain", "aria-label": `Take ${one.name} out`, onClick: () => void remove(one.id), children: "\u2715" })) : null] }, one.id))) })] }, of))), mine.length ? null : _jsx("p", { class: "soft", children: "None yet." }), isEditor ? (_jsxs("form", { class: "adder", onSubmit: (event) => void add(event), children: [_jsx("input", { "aria-label": "New element", list: "elements-known", placeholder: "Add an element", value: name, onInput: (event) => setName(event.currentTarget.value) }), _jsx("datalist", { id: "elements-known", children: (shoot.elements ?? []).map((one) => (_jsx("option", { value: one.name }, one.id))) }), _jsx("select", { "aria-label": "Category of the new element", value: category, onChange: (event) => setCategory(event.currentTarget.value), children: every.map((one) => (_jsx("option", { value: one, children: one }, one))) }), _jsx("button", { type: "submit", children: "Add" })] })) : null, error ? _jsx("p", { class: "error", role: "alert", children: error }) : null] }));
}

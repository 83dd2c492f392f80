// Facts in words: what a path is about, and what ids in its value are called.
import { longDate, pages, titled } from "../words.js";
import { isDate, spelled, told } from "./values.js";
const LISTS = {
    picture: "pictures",
    unit: "units",
    base: "bases",
    location: "locations",
    person: "people",
    element: "elements",
};
const PARTS = { unavailable: "not available", window: "only between", event: "own calendar" };
const FIELDS = {
    eighths: "pages",
    place: "I/E",
    time: "D/N",
    post_days: "days of post-production",
    release_hard: "release has to be met",
    only_if: "only if",
    min_days: "at least so many days between",
};
/** Which kind of thing the values of a field name. */
const NAMES = {
    cast: "person",
    units: "unit",
    elements: "element",
    pictures: "picture",
    location: "location",
    base: "base",
    picture: "picture",
};
/** What a thing is called; its id where there is none any more. */
export function nameOf(shoot, kind, id) {
    if (kind === "scene")
        return sceneName(shoot, id);
    const found = shoot[LISTS[kind] ?? ""]?.find((one) => one.id === id);
    return found?.name ?? found?.title ?? spaced(id);
}
function sceneName(shoot, id) {
    const scene = shoot.scenes.find((one) => one.id === id);
    if (!scene)
        return `scene ${id}`;
    const title = shoot.pictures.length > 1 ? ` of ${nameOf(shoot, "picture", scene.picture)}` : "";
    return `scene ${scene.number}${title}`;
}
function spaced(word) {
    return FIELDS[word] ?? word.replaceAll(/[_-]/g, " ");
}
function capitals(words) {
    return words.split(" ").map(titled).join(" ");
}
/** ``Tom Cruise: not available`` of ``person/cruise/unavailable/1``. */
export function factName(path, shoot) {
    const [kind = "", ...rest] = path.split("/");
    if (!shoot || !rest.length)
        return titled(spaced(path));
    const [thing, fields] = aboutOf(shoot, kind, rest);
    const more = fields.filter((one) => one !== "extra").map(spaced).join(", ");
    return titled(more ? `${thing}: ${more}` : thing);
}
function aboutOf(shoot, kind, rest) {
    const [id = "", second = "", ...fields] = rest;
    const after = rest.slice(1);
    switch (kind) {
        case "order":
            return [`${sceneName(shoot, id)} before ${sceneName(shoot, second)}`, fields];
        case "move":
            return [`move from ${nameOf(shoot, "base", id)} to ${nameOf(shoot, "base", second)}`, fields];
        case "casting":
            return [`who plays ${capitals(spaced(second))} in ${nameOf(shoot, "picture", id)}`, fields];
        case "cast":
            return [`cast of ${nameOf(shoot, "picture", id)}`, after];
        case "holiday":
            return [`holiday ${isDate(id) ? longDate(id) : id}`, after];
        case "extra":
            return [spaced(id), after];
        case "rule":
        case "hiatus":
        case "quote":
        case "publicity":
            return [`${kind} ${spaced(id)}`, after];
    }
    const part = PARTS[second] ?? (second === "deal" ? "deal" : undefined);
    const named = nameOf(shoot, kind, id);
    return part ? [named, [part, ...fields.slice(1)]] : [named, after];
}
/** A sentence that begins with the path of a fact, with its name in place of that. */
export function aboutFact(said, shoot) {
    const [path = "", ...words] = said.split(" ");
    return path.includes("/") ? spelled([factName(path, shoot), ...words].join(" ")) : spelled(said);
}
/** A value in words, with the names of what it names by id. */
export function valueTold(path, value, shoot) {
    const words = path.split("/");
    const field = words.at(-1) ?? "";
    const kind = words[0] === "casting" ? "person" : words.length > 2 ? NAMES[field] : undefined;
    if (Array.isArray(value) && !value.length)
        return "none";
    if (field === "eighths" && typeof value === "number")
        return pages(value);
    if (!shoot || !kind)
        return told(value);
    const name = (id) => (typeof id === "string" ? nameOf(shoot, kind, id) : told(id));
    return Array.isArray(value) ? value.map(name).join(", ") : name(value);
}

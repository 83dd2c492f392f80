import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Two people changed the same: what they did, what I wanted, and what to do now.
import { wish as send } from "../acting.js";
import { unitOf } from "../doc.js";
import { store } from "../state.js";
import { longDate } from "../words.js";
import { Frame } from "./Frame.js";
import { openDialog } from "./dialog.js";
export function ClashDialog({ wishes, entries }) {
    const { shoot } = store.get();
    const who = [...new Set(entries.map((one) => one.entered_by))].join(", ") || "Somebody";
    const close = () => openDialog(null);
    const again = () => {
        for (const one of wishes)
            send(one);
        close();
    };
    const theirs = [...new Set(entries.map((one) => entrySaid(one, shoot)))];
    return (_jsxs(Frame, { title: "Both of you changed the same", children: [_jsxs("div", { class: "versions", children: [_jsxs("section", { children: [_jsxs("h3", { children: [who, " did"] }), _jsx("ul", { children: theirs.map((one) => (_jsx("li", { children: one }, one))) })] }), _jsxs("section", { children: [_jsx("h3", { children: "You wanted" }), _jsx("ul", { children: wishes.map((one, at) => (_jsx("li", { children: wishSaid(one, shoot) }, at))) })] })] }), _jsx("p", { children: "Nothing of yours was changed yet. The board behind shows theirs." }), _jsxs("footer", { children: [_jsx("button", { type: "button", class: "main", onClick: close, children: "Keep theirs" }), _jsx("button", { type: "button", onClick: again, children: "Do mine again" }), _jsx("button", { type: "button", onClick: close, children: "Cancel" })] })] }));
}
const BOARD_DAY = /^board\/[^/]+\/day\/([^/]+)\/(\d{4}-\d\d-\d\d)$/;
export function entrySaid(one, shoot) {
    const day = BOARD_DAY.exec(one.path);
    if (!day)
        return `${one.action === "remove" ? "removed" : "set"} ${one.path.replaceAll("/", " ")}`;
    const unit = shoot && shoot.units.length > 1 ? `${unitName(day[1], shoot)}, ` : "";
    const what = one.action === "remove" ? "emptied" : "changed";
    return `${what} the day ${unit}${longDate(day[2])}`;
}
export function wishSaid(wish, shoot) {
    const numbers = new Map(shoot?.scenes.map((one) => [one.id, one.number]));
    const strips = (wish["strips"] ?? []).map((one) => numbers.get(one) ?? one);
    const scenes = `${strips.length === 1 ? "scene" : "scenes"} ${strips.join(", ")}`;
    switch (wish.type) {
        case "move":
            return `to move ${scenes} to ${longDate(String(wish["date"]))}`;
        case "park":
            return `to put ${scenes} into the boneyard`;
        case "lock":
            return `to ${wish["locked"] ? "lock" : "unlock"} ${scenes}`;
        case "move-day":
            return `to move the day ${longDate(String(wish["date"]))} to ${longDate(String(wish["to"]))}`;
        case "set":
            return `to set ${String(wish["path"]).replaceAll("/", " ")}`;
        default:
            return wish.type.replaceAll("-", " ");
    }
}
function unitName(id, shoot) {
    return shoot.units.find((one) => one.id === id)?.name ?? unitOf(`${id}/`);
}

import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// Every comment of the shoot: the open ones first, and a place to say another of a day.
import { useState } from "preact/hooks";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import { useStore } from "../state.js";
import { count, longDate } from "../words.js";
import { CommentList, SayComment } from "./CommentList.js";
import { mayComment } from "./comments.js";
export default function CommentsPage() {
    const shoot = useStore((state) => state.shoot);
    const standing = useStore((state) => state.standing);
    const comments = useStore((state) => state.comments);
    const may = useStore((state) => mayComment(state.role));
    const [about, setAbout] = useState("");
    if (!shoot)
        return _jsx("p", { class: "wait", children: "Opening \u2026" });
    if (!may) {
        return (_jsx("div", { class: "view besides", children: _jsx("p", { class: "empty", children: "Comments are for those who may comment or edit. Ask who invited you." }) }));
    }
    const open = comments.filter((one) => !one.settled);
    const settled = comments.filter((one) => one.settled);
    const lead = (one) => _jsx(About, { about: one.about, shoot: shoot });
    return (_jsxs("div", { class: "view besides comments-page", children: [_jsxs("div", { class: "view-head", children: [_jsx("h2", { children: "Comments" }), _jsx("span", { class: "soft", children: count(open.length, "open comment") })] }), _jsxs("div", { class: "comments", children: [_jsxs("label", { class: "choose-about", children: ["Of", _jsxs("select", { value: about, onChange: (event) => setAbout(event.currentTarget.value), children: [_jsx("option", { value: "", children: "a scene or a day \u2026" }), _jsx(Choices, { shoot: shoot, standing: standing })] })] }), _jsx(SayComment, { about: about, disabled: !about }), open.length ? _jsx(CommentList, { comments: open, lead: lead }) : _jsx("p", { class: "soft", children: "Nothing is open." }), settled.length ? _jsx("h3", { children: "Settled" }) : null, _jsx(CommentList, { comments: settled, lead: lead })] })] }));
}
function Choices({ shoot, standing }) {
    return (_jsxs(_Fragment, { children: [_jsx("optgroup", { label: "Days", children: (standing ? dayKeys(standing) : []).map((key) => (_jsx("option", { value: `day/${key}`, children: dayName(key, shoot) }, key))) }), _jsx("optgroup", { label: "Scenes", children: shoot.scenes.map((one) => (_jsxs("option", { value: `scene/${one.id}`, children: [one.number, " ", one.heading] }, one.id))) })] }));
}
function dayName(key, shoot) {
    const unit = shoot.units.length > 1 ? ` · ${shoot.units.find((one) => one.id === unitOf(key))?.name ?? unitOf(key)}` : "";
    return `${longDate(dateOf(key))}${unit}`;
}
function About({ about, shoot }) {
    const rest = about.slice(about.indexOf("/") + 1);
    if (about.startsWith("day/"))
        return _jsx("b", { children: dayName(rest, shoot) });
    const scene = shoot.scenes.find((one) => one.id === rest);
    if (!scene)
        return _jsxs("b", { children: ["Scene ", rest, ", which is gone"] });
    return (_jsxs("a", { href: `#/scene/${scene.id}`, children: ["Scene ", scene.number, " ", scene.heading] }));
}

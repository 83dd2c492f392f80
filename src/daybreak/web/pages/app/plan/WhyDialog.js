import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// "Why not?": the facts that leave strips of the boneyard no day, and the ways out.
import { useState } from "preact/hooks";
import { wish } from "../acting.js";
import { Frame } from "../dialogs/Frame.js";
import { openDialog } from "../dialogs/dialog.js";
import { shownStanding, store } from "../state.js";
import { count, moneyChange } from "../words.js";
import { Failed, Running } from "./Running.js";
import { forget, start, useJob } from "./work.js";
const SECONDS = 15;
export function WhyDialog({ strips }) {
    const why = useJob("why");
    const again = () => forget("why");
    return (_jsx(Frame, { title: "Why not?", wide: true, children: why === null ? (_jsx(Ask, { strips: strips })) : why.answer && "conflicts" in why.answer ? (_jsx(Told, { answer: why.answer, again: again })) : why.job.state === "failed" || why.job.state === "stopped" ? (_jsxs(_Fragment, { children: [_jsx(Failed, { job: why.job }), _jsx("footer", { children: _jsx("button", { type: "button", class: "main", onClick: again, children: "Ask anew" }) })] })) : (_jsx(Running, { whole: why, still: "The fewest facts that conflict are looked for, then the least change of each that would help, with its price." })) }));
}
function Ask({ strips }) {
    const state = store.get();
    const boneyard = shownStanding(state)?.boneyard ?? [];
    const first = strips.filter((one) => boneyard.includes(one));
    const picked = first.length ? first : boneyard.filter((one) => state.selected.has(one));
    const [chosen, setChosen] = useState(new Set(picked.length ? picked : boneyard));
    const [fault, setFault] = useState("");
    const scenes = new Map(state.shoot?.scenes.map((scene) => [scene.id, scene]));
    if (!boneyard.length)
        return _jsx("p", { children: "The boneyard is empty: every strip has a day." });
    const go = (event) => {
        event.preventDefault();
        // all are named, too: where the board breaks rules, a plan of its own may leave out others
        const wanted = { board: state.board, seconds: SECONDS, strips: [...chosen] };
        start("why", wanted).catch((error) => setFault(error instanceof Error ? error.message : String(error)));
    };
    const toggle = (strip) => {
        const made = new Set(chosen);
        if (!made.delete(strip))
            made.add(strip);
        setChosen(made);
    };
    return (_jsxs("form", { onSubmit: go, children: [_jsx("p", { children: "Which strips of the boneyard should have a day?" }), _jsx("ul", { class: "ticks", children: boneyard.map((strip) => (_jsx("li", { children: _jsxs("label", { children: [_jsx("input", { type: "checkbox", checked: chosen.has(strip), onChange: () => toggle(strip) }), _jsx("b", { children: scenes.get(strip)?.number ?? strip }), " ", scenes.get(strip)?.heading] }) }, strip))) }), fault ? (_jsx("p", { class: "bad-words", role: "alert", children: fault })) : null, _jsx("footer", { children: _jsx("button", { type: "submit", class: "main", disabled: !chosen.size, children: "Find out why" }) })] }));
}
function Told({ answer, again }) {
    return (_jsxs("div", { class: "why", children: [answer.made_a_plan ? (_jsx("p", { class: "soft", children: "The board breaks rules, so a plan of its own was made to compare with." })) : null, answer.placed.length ? (_jsxs("p", { children: [answer.placed.length === 1 ? "Scene" : "Scenes", " ", answer.placed.join(", "), " can be shot: a valid plan has a day for", " ", answer.placed.length === 1 ? "it" : "each", ". Optimize the board to get one."] })) : null, answer.conflicts.map((one) => (_jsx(ConflictTold, { conflict: one }, one.scenes.join(" ")))), !answer.placed.length && !answer.conflicts.length ? _jsx("p", { children: "Nothing stands in the way." }) : null, _jsxs("footer", { children: [_jsx("button", { type: "button", onClick: again, children: "Ask about others" }), answer.placed.length ? (_jsx("button", { type: "button", class: "main", onClick: () => {
                            again();
                            openDialog({ kind: "plan" });
                        }, children: "Optimize \u2026" })) : null] })] }));
}
function ConflictTold({ conflict }) {
    return (_jsxs("section", { class: "conflict", children: [_jsx("p", { children: _jsx("b", { children: conflict.said }) }), _jsx("p", { class: "soft", children: !conflict.proven
                    ? "Not proven: with more time a plan may still be found."
                    : conflict.minimal
                        ? "Proven; without any one of these facts it could be done."
                        : "Proven; some of these facts may not be needed." }), conflict.facts.length ? (_jsx("ul", { children: conflict.facts.map((fact) => (_jsxs("li", { children: [fact.text, " ", _jsx(FactLink, { path: fact.path })] }, fact.path + fact.text))) })) : null, conflict.ways_out.length ? _jsx(WaysOut, { ways: conflict.ways_out }) : null] }));
}
export function FactLink({ path }) {
    if (/[[\].]/.test(path))
        return null;
    return (_jsx("a", { href: `#/facts/${path}`, onClick: () => openDialog(null), children: "the fact" }));
}
function WaysOut({ ways }) {
    const currency = store.get().shoot?.currency ?? "USD";
    return (_jsxs(_Fragment, { children: [_jsx("h3", { children: "Ways out, as the rest of the production stands" }), _jsxs("table", { class: "plain-table", children: [_jsx("thead", { children: _jsxs("tr", { children: [_jsx("th", { class: "number", children: "Price" }), _jsx("th", { children: "What to ask for" }), _jsx("th", { children: _jsx("span", { class: "hidden", children: "Do it" }) })] }) }), _jsx("tbody", { children: ways.map((way) => (_jsxs("tr", { children: [_jsx("td", { class: "number", children: way.cost === null ? "no price yet" : way.cost ? moneyChange(way.cost, currency) : "nothing" }), _jsxs("td", { class: "long", children: [way.text, way.boneyard ? ` (${count(way.boneyard, "strip")} still left out)` : "", " ", _jsx(FactLink, { path: way.path })] }), _jsx("td", { children: way.facts.length ? _jsx(Apply, { way: way }) : null })] }, way.text))) })] })] }));
}
/** Sets the facts of a way out, when it was agreed; the board is optimized after. */
function Apply({ way }) {
    const [done, setDone] = useState(false);
    const go = () => {
        for (const fact of way.facts)
            wish(factWish(fact, way.text), null, "The fact is set.");
        setDone(true);
    };
    return (_jsx("button", { type: "button", disabled: done, onClick: go, children: done ? "It is set" : "Set it" }));
}
export function factWish(fact, note) {
    if (fact.removes)
        return { type: "remove", path: fact.path, note };
    return { type: "set", path: fact.path, value: fact.value, note };
}

import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// The page: head, tabs, the view that the address names, notices.
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Refused } from "./api.js";
import { loadBoard, loadShoot } from "./acting.js";
import { followCovers } from "./board/covers.js";
import { nextPane } from "./board/focusing.js";
import { recallLooks } from "./board/looks.js";
import { followComments } from "./comments/comments.js";
import { Dialogs } from "./dialogs/Dialogs.js";
import { Header } from "./Header.js";
import { store, useStore } from "./state.js";
import { NothingYet, isLacking, lackOf } from "./NothingYet.js";
import { VIEWS } from "./views.js";
import { connect, tellSeen } from "./wire.js";
function App() {
    const [hash, setHash] = useState(location.hash);
    const night = useStore((state) => state.night);
    useEffect(() => {
        const changed = () => {
            setHash(location.hash);
            tellSeen();
        };
        window.addEventListener("hashchange", changed);
        return () => window.removeEventListener("hashchange", changed);
    }, []);
    const [, name = "board", ...rest] = hash.split("/");
    return (_jsxs("div", { class: `page night-${night}`, children: [_jsx(Header, {}), _jsx(Tabs, { name: name }), _jsx("main", { children: _jsx(Shown, { name: name, rest: rest.map(decodeURIComponent).join("/") }) }), _jsx(Notice, {}), _jsx(Dialogs, {}), _jsx(Spoken, {})] }));
}
function Tabs({ name }) {
    const may = useStore((state) => state.may);
    return (_jsx("nav", { class: "tabs", "aria-label": "Views", "data-pane": true, children: VIEWS.filter((view) => view.tab && (!view.needs || may.includes(view.needs))).map((view) => (_jsx("a", { href: `#/${view.name}`, "aria-current": view.name === name ? "page" : undefined, children: view.tab }, view.name))) }));
}
const loaded = new Map();
function Shown({ name, rest }) {
    const view = VIEWS.find((one) => one.name === name) ?? VIEWS[0];
    const [, setReady] = useState(0);
    const board = useStore((state) => state.board);
    const lack = useStore(lackOf);
    useEffect(() => {
        if (loaded.has(view.name))
            return;
        void view.load().then((made) => {
            loaded.set(view.name, made.default);
            setReady((number) => number + 1);
        });
    }, [view.name]);
    useEffect(() => {
        if (view.name === "board" && rest && rest !== board)
            void loadBoard(rest).catch(fail);
    }, [view.name, rest]);
    const Made = loaded.get(view.name);
    if (isLacking(lack, view.name))
        return _jsx(NothingYet, { lack: lack });
    return Made ? _jsx(Made, { rest: rest }) : _jsx("p", { class: "wait", children: "Opening \u2026" });
}
function Notice() {
    const notice = useStore((state) => state.notice);
    if (!notice)
        return null;
    const close = () => {
        const { saved } = store.get(); // nothing waits: what was refused is read by now
        store.set({ notice: null, ...(saved === "refused" ? { saved: "saved" } : {}) });
    };
    return (_jsxs("div", { class: `notice ${notice.kind}`, role: "alert", children: [_jsx("p", { children: notice.text }), notice.link ? (_jsx("a", { class: "button", href: notice.link.href, onClick: close, children: notice.link.label })) : null, _jsx("button", { type: "button", onClick: close, children: "Close" })] }));
}
function Spoken() {
    const said = useStore((state) => state.said);
    return (_jsx("div", { class: "hidden", "aria-live": "polite", children: said }));
}
function fail(error) {
    const isOut = error instanceof Refused && error.status === 401;
    const text = isOut
        ? "This page has no key any more. Open the address that daybreak serve prints."
        : error instanceof Error
            ? error.message
            : String(error);
    store.set({ notice: { kind: "bad", text } });
}
async function begin() {
    try {
        await loadShoot();
        const asked = location.hash.split("/");
        const named = asked[1] === "board" && asked[2] ? decodeURIComponent(asked[2]) : "";
        const first = named || store.get().boards.at(-1) || "";
        if (first)
            await loadBoard(first);
        else if (!store.get().shoot)
            location.hash = "#/import"; // the document is still empty
    }
    catch (error) {
        fail(error);
    }
    connect();
    followComments();
    followCovers();
}
window.addEventListener("keydown", (event) => {
    const target = event.target;
    if (target.closest("dialog"))
        return;
    if (event.key === "F6") {
        event.preventDefault();
        nextPane(event.shiftKey);
    }
    else if (event.key === "/" && !target.closest("input, textarea, select")) {
        event.preventDefault();
        document.getElementById("search")?.focus();
    }
});
window.addEventListener("beforeunload", (event) => {
    if (store.get().pending.length)
        event.preventDefault(); // something is not saved yet
});
recallLooks();
render(_jsx(App, {}), document.getElementById("app"));
void begin();

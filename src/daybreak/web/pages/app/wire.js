// The wire: hears what others do, says what is looked at, comes back when it broke.
import { loadShoot, reload, retry } from "./acting.js";
import { store, withEdits, withMeaning } from "./state.js";
const FIRST_WAIT = 400;
const LONGEST_WAIT = 8000;
const listeners = new Set();
let socket = null;
let wait = FIRST_WAIT;
let lastSeen = "";
/** Calls somebody with every message, such as the progress of a plan. */
export function onMessage(hear) {
    listeners.add(hear);
    return () => listeners.delete(hear);
}
export function connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const made = new WebSocket(`${scheme}://${location.host}/api/live`);
    socket = made;
    made.onopen = () => {
        wait = FIRST_WAIT;
        lastSeen = "";
        tellSeen();
    };
    made.onmessage = (event) => hear(JSON.parse(String(event.data)));
    made.onclose = () => {
        socket = null;
        if (store.get().saved !== "shut")
            store.set({ saved: "unreached" });
        setTimeout(connect, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
    };
}
/** Says which board is looked at and what is selected. */
export function tellSeen() {
    const { board, selected } = store.get();
    const view = location.hash.split("/")[1] ?? "board";
    const said = JSON.stringify({ type: "seen", board, view, selected: [...selected] });
    if (said === lastSeen || socket?.readyState !== WebSocket.OPEN)
        return;
    lastSeen = said;
    socket.send(said);
}
function hear(message) {
    for (const one of listeners)
        one(message);
    switch (message.type) {
        case "hello": {
            const told = message;
            const state = store.get();
            store.set({ me: told.key });
            if (!state.pending.length)
                store.set({ saved: "saved" });
            else
                retry();
            if (told.head !== state.head)
                void reload();
            break;
        }
        case "present":
            store.set({ present: message.people });
            break;
        case "edits":
            takeEdits(message);
            break;
        case "meaning":
            takeMeaning(message);
            break;
    }
}
function takeEdits(message) {
    const state = store.get();
    if (state.pending.some((one) => one.id === message.op))
        return; // its answer tells
    const changes = withEdits(state, message);
    if (changes === null)
        void reload();
    else {
        store.set(changes);
        if (message.facts && message.head > state.head)
            void loadShoot();
    }
}
function takeMeaning(message) {
    const changes = withMeaning(store.get(), message);
    if (changes === null)
        void reload();
    else
        store.set(changes);
}

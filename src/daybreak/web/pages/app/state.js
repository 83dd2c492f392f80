// The one state of the page: what the server told, what is being sent, what is shown.
import { useEffect, useState } from "preact/hooks";
import { found } from "./board/filters.js";
import { dropped, edited, meant, stripOrder } from "./doc.js";
export const START = {
    isLoaded: false,
    file: "",
    person: "",
    role: "read",
    may: [],
    whyNot: "",
    shoot: null,
    boards: [],
    board: "",
    head: 0,
    standing: null,
    meaning: null,
    meaningHead: 0,
    before: null,
    pending: [],
    saved: "saved",
    present: [],
    comments: [],
    commented: new Set(),
    covers: new Map(),
    me: "",
    selected: new Set(),
    focus: null,
    cut: [],
    search: "",
    filters: [],
    moved: new Set(),
    only: false,
    side: false,
    castList: false,
    notice: null,
    said: "",
    night: "classic",
};
/** Holds a state, and tells who listens when it is another one. */
export class Store {
    state;
    listeners = new Set();
    waiting = false;
    constructor(state = START) {
        this.state = state;
    }
    get() {
        return this.state;
    }
    set(change) {
        this.state = { ...this.state, ...change };
        if (this.waiting)
            return;
        this.waiting = true;
        queueMicrotask(() => {
            this.waiting = false;
            for (const hear of [...this.listeners])
                hear();
        });
    }
    listen(hear) {
        this.listeners.add(hear);
        return () => this.listeners.delete(hear);
    }
}
export const store = new Store();
/** Gives a part of the state to a component, which is drawn anew where it changes. */
export function useStore(part) {
    const [value, setValue] = useState(() => part(store.get()));
    useEffect(() => {
        const hear = () => setValue(() => part(store.get()));
        hear();
        return store.listen(hear);
    }, []);
    return value;
}
/** The board as it is shown: as the server has it, with what is being sent on top. */
export const shownStanding = lastOf((state) => [state.standing, state.pending], ({ standing, pending }) => {
    let shown = standing;
    for (const one of pending)
        if (shown && one.local)
            shown = one.local(shown);
    return shown;
});
/** The strips that were looked for; null where nothing is. */
export const shownStrips = lastOf((state) => [state.shoot, shownStanding(state), state.search, state.filters], (state) => found(state.shoot, shownStanding(state), state.search, state.filters));
/** The strip at which Tab comes to the board: that in focus, else the first. */
export const tabStop = lastOf((state) => [state.focus, shownStanding(state)], (state) => {
    const standing = shownStanding(state);
    if (state.focus !== null || standing === null)
        return state.focus;
    return stripOrder(standing)[0] ?? null;
});
/** Keeps the last answer for as long as all that it is made of stays the same. */
function lastOf(parts, make) {
    let [known, answer] = [null, null];
    return (state) => {
        const now = parts(state);
        if (known === null || now.some((one, at) => one !== known?.[at])) {
            [known, answer] = [now, make(state)];
        }
        return answer;
    };
}
export function localDrop(strips, drop) {
    return (standing) => dropped(standing, strips, drop);
}
/** Takes in edits of the server; null where the board has to be loaded anew. */
export function withEdits(state, message) {
    if (message.head <= state.head)
        return {};
    if (message.base !== state.head || state.standing === null)
        return null;
    if (message.whole.includes(state.board))
        return null;
    const edits = message.boards[state.board];
    const standing = edits ? edited(state.standing, edits) : state.standing;
    return { head: message.head, standing };
}
/** What still waits when one was answered: it knows of the entries that this one made. */
export function waitingAfter(pending, answered) {
    return pending
        .filter((one) => one.id !== answered.op)
        .map((one) => one.base >= answered.base ? { ...one, base: Math.max(one.base, answered.head) } : one);
}
/** Of what waits, all that touches the same strips as another wish. */
export function touchingTheSame(pending, clashing) {
    const strips = new Set(clashing.wish["strips"] ?? []);
    return pending.filter((one) => one.id !== clashing.id &&
        (one.wish["strips"] ?? []).some((strip) => strips.has(strip)));
}
/** Takes in what the board comes to; null where it has to be loaded anew. */
export function withMeaning(state, message) {
    if (message.board !== state.board || message.head <= state.meaningHead)
        return {};
    if (message.base !== state.meaningHead || state.meaning === null)
        return null;
    return {
        before: summary(state.meaning),
        meaning: meant(state.meaning, message.changes),
        meaningHead: message.head,
    };
}
export function summary(meaning) {
    return {
        total: meaning.costs["total"] ?? 0,
        hold_days: meaning.hold_days,
        conflicts: meaning.totals.blocks + meaning.totals.warns,
    };
}

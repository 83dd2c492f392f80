// What a person does: each wish goes to the server, one after the other, never lost.
import { Refused, Unreached, boardOf, newId, sendWish, shootOf } from "./api.js";
import { openDialog } from "./dialogs/dialog.js";
import { dayOf, stripOrder } from "./doc.js";
import { localDrop, shownStanding, store, touchingTheSame, waitingAfter, withEdits, } from "./state.js";
const AGAIN_MILLISECONDS = 1500;
/** After so long without an answer the page says that it is not saved. */
const DOUBT_MILLISECONDS = 1500;
/** So long after an edit its costs are there, told by the wire; else they are asked for. */
const MEANING_MILLISECONDS = 2000;
let sending = false;
export async function loadShoot() {
    const told = await shootOf();
    store.set({
        isLoaded: true,
        shoot: told.shoot,
        boards: told.boards,
        person: told.person,
        role: told.role,
        may: told.may,
        whyNot: told.why_not,
        file: told.file,
    });
    const { board, boards } = store.get();
    if (board && !boards.includes(board))
        await openOther();
}
/** Opens another board where the one that was shown is gone, or none at all. */
async function openOther() {
    const there = store.get().boards.at(-1);
    if (there)
        await loadBoard(there);
    else
        store.set({ board: "", standing: null, meaning: null, before: null, focus: null, selected: new Set() });
}
export async function loadBoard(name) {
    const told = await boardOf(name);
    // what an edit of another board did says nothing of this one
    const before = name === store.get().board ? store.get().before : null;
    store.set({
        before,
        board: name,
        head: told.standing_head,
        standing: told.standing,
        meaning: told.meaning,
        meaningHead: told.head,
    });
}
/** Loads everything anew, after something was missed. */
export async function reload() {
    await loadShoot();
    const { board } = store.get();
    if (board)
        await loadBoard(board);
    else
        await openOther(); // such as the first one that there is
}
/** Sends a wish; ``local`` shows at once what it will most likely do. */
export function wish(made, local = null, said = "") {
    const { pending, head } = store.get();
    const one = { id: newId(), base: head, wish: made, local };
    store.set({ pending: [...pending, one], saved: "saving", notice: null, said });
    void sendNext();
}
/** Sends a wish; gives null when it was taken, else why it was not. */
export function asked(made, said = "") {
    return new Promise((done) => {
        const { pending, head } = store.get();
        const one = { id: newId(), base: head, wish: made, local: null, done };
        store.set({ pending: [...pending, one], saved: "saving", notice: null, said });
        void sendNext();
    });
}
/** Sends what waits, such as when the server is back. */
export function retry() {
    void sendNext();
}
async function sendNext() {
    if (sending)
        return;
    sending = true;
    try {
        for (let one = store.get().pending[0]; one; one = store.get().pending[0]) {
            if (!(await send(one)))
                break;
        }
    }
    finally {
        sending = false;
    }
}
/** Sends one; false where the server cannot be reached and it has to wait. */
async function send(one) {
    const doubt = setTimeout(() => store.set({ saved: "unreached" }), DOUBT_MILLISECONDS);
    try {
        const told = await sendWish(one.id, one.base, one.wish);
        const changes = withEdits(store.get(), told.edits);
        store.set({ ...changes, pending: waitingAfter(store.get().pending, told.edits) });
        if (changes === null)
            await reload();
        else if (told.edits.facts)
            await loadShoot();
        store.set({ saved: store.get().pending.length ? "saving" : "saved" });
        setTimeout(askMeaning, MEANING_MILLISECONDS);
        one.done?.(null);
        return true;
    }
    catch (error) {
        const saved = unsent(error);
        if (saved !== null) {
            store.set({ saved });
            setTimeout(() => void sendNext(), AGAIN_MILLISECONDS);
            return false;
        }
        refuse(one, error);
        await reload().catch(() => undefined);
        return true;
    }
    finally {
        clearTimeout(doubt);
    }
}
/** Asks what the board comes to where nobody told, such as after the wire broke. */
function askMeaning() {
    const { pending, meaningHead, head, board } = store.get();
    if (!pending.length && meaningHead < head && board)
        void loadBoard(board).catch(() => undefined);
}
/** Why a wish has to wait and be sent again; null where the server said no to it. */
function unsent(error) {
    if (error instanceof Unreached)
        return "unreached";
    if (!(error instanceof Refused))
        return null;
    if (error.status === 401)
        return "shut"; // started anew: another tab may open it again
    return error.status === 503 ? "unreached" : null;
}
function drop(gone, changes) {
    const ids = new Set(gone.map((one) => one.id));
    store.set({ ...changes, pending: store.get().pending.filter((one) => !ids.has(one.id)) });
}
/** Why a wish was not taken; nothing to undo is said in words of this page. */
function refusedWords(made, text) {
    const isEnd = (made.type === "undo" || made.type === "redo") && text.includes(`has nothing to ${made.type}`);
    return isEnd ? `There is nothing to ${made.type}: only what you did yourself can be.` : text;
}
function refuse(one, error) {
    const text = refusedWords(one.wish, error instanceof Error ? error.message : String(error));
    if (error instanceof Refused && error.status === 409) {
        const mine = [one, ...touchingTheSame(store.get().pending, one)];
        drop(mine, { saved: "refused", said: text });
        const wishes = mine.map((each) => each.wish);
        openDialog({ kind: "clash", wishes, entries: error.entries });
        for (const each of mine)
            each.done?.(text);
        return;
    }
    // who asked for an answer says it where it was typed
    const notice = one.done ? null : { kind: "bad", text };
    drop([one], { saved: "refused", notice, said: text });
    one.done?.(text);
}
// --- edits of the board -------------------------------------------------------------
export function moveStrips(strips, drop, said = "") {
    const { board } = store.get();
    if (drop.key === null) {
        wish({ type: "park", board, strips }, localDrop(strips, drop), said);
        return;
    }
    const at = drop.key.indexOf("/");
    const [unit, date] = [drop.key.slice(0, at), drop.key.slice(at + 1)];
    const made = { type: "move", board, strips, unit, date, after: drop.after };
    wish(made, localDrop(strips, drop), said);
}
export function undo() {
    wish({ type: "undo" }, null, "Undone.");
}
export function redo() {
    wish({ type: "redo" }, null, "Done again.");
}
export function lockStrips(strips, locked) {
    wish({ type: "lock", board: store.get().board, strips, locked });
}
/** Takes strips off the board in thought; paste puts them elsewhere. */
export function cut() {
    const strips = chosen();
    store.set({ cut: strips, said: `${strips.length} cut; paste with Ctrl V.` });
}
/** Puts what was cut behind the strip in focus; gives the first of it. */
export function paste() {
    const state = store.get();
    const standing = shownStanding(state);
    const { cut: strips, focus } = state;
    if (!strips.length || focus === null || standing === null)
        return null;
    moveStrips([...strips], { key: dayOf(standing, focus), after: focus }, "Pasted.");
    store.set({ cut: [], selected: new Set(strips), focus: strips[0] ?? focus });
    return strips[0] ?? null;
}
/** Locks the chosen strips, or unlocks them where all are locked. */
export function toggleLock() {
    const locked = new Set(shownStanding(store.get())?.locked_strips ?? []);
    const strips = chosen();
    if (strips.length)
        lockStrips(strips, !strips.every((strip) => locked.has(strip)));
}
// --- selection ---------------------------------------------------------------------
/** Where a range begins: pressing a strip moves the focus before the range is known. */
let anchor = null;
export function select(strip, how) {
    const state = store.get();
    const standing = shownStanding(state);
    if (standing === null)
        return;
    let selected = new Set();
    const order = how.range ? stripOrder(standing) : [];
    const from = order.indexOf(anchor !== null && order.includes(anchor) ? anchor : (state.focus ?? ""));
    if (how.range && from >= 0) {
        const [a, b] = [from, order.indexOf(strip)];
        selected = new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1));
        store.set({ selected });
        return;
    }
    if (how.toggle) {
        selected = new Set(state.selected);
        if (!selected.delete(strip))
            selected.add(strip);
    }
    else {
        selected.add(strip);
    }
    anchor = strip;
    store.set({ selected, focus: strip });
}
/** The selected strips in the order of the board, or the one in focus. */
export function chosen() {
    const state = store.get();
    const standing = shownStanding(state);
    if (standing === null)
        return [];
    const found = stripOrder(standing).filter((strip) => state.selected.has(strip));
    return found.length ? found : state.focus ? [state.focus] : [];
}
/** The day in which the focus is; null for the boneyard. */
export function focusDay() {
    const state = store.get();
    const standing = shownStanding(state);
    return standing && state.focus ? dayOf(standing, state.focus) : null;
}

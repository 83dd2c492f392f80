// How somebody likes to see the board: kept in the browser, for the next time.
import { store } from "../state.js";
const KEPT = "daybreak-looks";
/** Sets how the board looks, and keeps that. */
export function setLooks(change) {
    store.set(change);
    const { night, side, castList } = store.get();
    try {
        localStorage.setItem(KEPT, JSON.stringify({ night, side, castList }));
    }
    catch {
        // a browser that keeps nothing: it looks so until the page is closed
    }
}
/** Takes up what was kept. */
export function recallLooks() {
    try {
        const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
        store.set({
            night: kept.night === "singleton" ? "singleton" : "classic",
            side: kept.side === true,
            castList: kept.castList === true,
        });
    }
    catch {
        // nothing usable was kept
    }
}

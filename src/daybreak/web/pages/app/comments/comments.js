// Comments: what people say of scenes and days, kept up with what the wire tells.
import { ask, newId } from "../api.js";
import { store } from "../state.js";
import { onMessage } from "../wire.js";
const SCENE = "scene/";
/** Whether who sits here may see comments, and say some. */
export function mayComment(role) {
    return role === "comment" || role === "edit";
}
function take({ comments }) {
    const open = comments.filter((one) => !one.settled && one.about.startsWith(SCENE));
    store.set({ comments, commented: new Set(open.map((one) => one.about.slice(SCENE.length))) });
}
export async function loadComments() {
    if (mayComment(store.get().role))
        take(await ask("/api/comments"));
}
/** Sends a wish about comments; gives why it was not taken, or nothing. */
async function send(path, body) {
    try {
        take(await ask(`/api/comments${path}`, { ...body, id: newId() }));
        return "";
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
export const say = (about, text) => send("", { about, text });
export const settle = (key, settled) => send(`/${encodeURIComponent(key)}/settle`, { settled });
export const remove = (key) => send(`/${encodeURIComponent(key)}/remove`, {});
/** Loads comments, and loads them again whenever any changed. */
export function followComments() {
    const load = () => void loadComments().catch(() => undefined);
    onMessage((message) => {
        if (message.type === "hello" || (message.type === "edits" && message["comments"] === true))
            load();
    });
    load();
}

// Questions to the server, each with an answer or an error that says what to do.
/** What the server said no to. */
export class Refused extends Error {
    status;
    errors;
    entries;
    constructor(status, errors, entries = []) {
        super(errors.join("\n"));
        this.status = status;
        this.errors = errors;
        this.entries = entries;
    }
}
/** The server was not reached: it may still have taken what was sent. */
export class Unreached extends Error {
}
export async function ask(path, body, signal, method = "POST") {
    const how = { credentials: "same-origin" };
    if (signal)
        how.signal = signal;
    if (body !== undefined) {
        how.method = method;
        how.headers = { "content-type": "application/json" };
        how.body = JSON.stringify(body);
    }
    return answered(path, how);
}
/** Sends a file as it is; the server looks at it. */
export async function sendFile(path, file) {
    const headers = { "content-type": "application/octet-stream" };
    return answered(path, { credentials: "same-origin", method: "POST", headers, body: file });
}
async function answered(path, how) {
    let answer;
    try {
        answer = await fetch(path, how);
    }
    catch (error) {
        if (error instanceof DOMException && error.name === "AbortError")
            throw error;
        throw new Unreached("The server cannot be reached.");
    }
    const data = await answer.json().catch(() => ({}));
    if (!answer.ok || data.ok === false) {
        const said = data.errors ?? ["The server did not answer as expected."];
        throw new Refused(answer.status, said, data.entries ?? []);
    }
    return data;
}
export const shootOf = () => ask("/api/shoot");
export const boardOf = (name) => ask(`/api/boards/${encodeURIComponent(name)}`);
export const sendWish = (id, base, wish) => ask("/api/ops", { ...wish, id, base });
export const whatIf = (base, wish, signal) => ask("/api/whatif", { ...wish, id: newId(), base }, signal);
export function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Long work as this page knows it: started, followed over the wire, stopped, taken.
import { useEffect, useState } from "preact/hooks";
import { loadShoot, reload } from "../acting.js";
import { ask, newId } from "../api.js";
import { store } from "../state.js";
import { onMessage } from "../wire.js";
import { heard, isOver } from "./following.js";
/** By kind of work, the dialog that shows it. */
export const DIALOGS = { plan: "plan", replan: "happened", why: "why" };
/** By kind of work, the view that shows it. */
export const PAGES = { scenarios: "scenarios", ways: "scenarios" };
let work = { jobs: {}, shown: {} };
const listeners = new Set();
function set(change) {
    work = { ...work, ...change };
    for (const hear of [...listeners])
        hear();
}
export function useWork() {
    const [value, setValue] = useState(work);
    useEffect(() => {
        const hear = () => setValue(work);
        hear();
        listeners.add(hear);
        return () => void listeners.delete(hear);
    }, []);
    return value;
}
/** The job that the dialog of a kind shows; null where it asks what to do. */
export function useJob(kind) {
    const { jobs, shown } = useWork();
    const id = shown[kind];
    return (id !== undefined && jobs[id]) || null;
}
export async function start(kind, wish) {
    const told = await ask("/api/jobs", { kind, ...wish });
    const whole = { job: told.job, points: [], answer: null, stale: [] };
    set({
        jobs: { ...work.jobs, [told.job.id]: work.jobs[told.job.id] ?? whole },
        shown: { ...work.shown, [kind]: told.job.id },
    });
}
export async function stop(id) {
    await ask(`/api/jobs/${id}`, {}, undefined, "DELETE");
}
/** Lets the dialog of a kind ask anew; what it showed is thrown away. */
export function forget(kind) {
    const whole = work.jobs[work.shown[kind] ?? ""];
    if (whole && isOver(whole.job) && !whole.job.taken)
        void stop(whole.job.id).catch(() => undefined);
    const shown = { ...work.shown };
    delete shown[kind];
    set({ shown });
}
/** Loads a job whole: its answer, and what people moved since. */
export async function load(id) {
    const told = await ask(`/api/jobs/${id}`);
    set({ jobs: { ...work.jobs, [id]: told } });
}
/** Shows work again that began before the page was loaded and is not decided. */
export async function resume() {
    const told = await ask("/api/jobs");
    for (const job of told.jobs) {
        const isOpen = job.state !== "failed" && job.state !== "stopped" && !job.taken;
        const isMine = job.by === store.get().person && (job.kind in DIALOGS || job.kind in PAGES);
        if (!isOpen || !isMine || work.shown[job.kind] === job.id)
            continue;
        await load(job.id);
        set({ shown: { ...work.shown, [job.kind]: job.id } });
    }
}
export function tried(id, way, dates) {
    return ask(`/api/jobs/${id}/try`, { way, dates });
}
export async function take(id, way, dates) {
    const body = { id: newId(), way, ...(dates ? { dates } : {}) };
    const told = await ask(`/api/jobs/${id}/take`, body);
    taken(id);
    await reload();
    return told.stale;
}
export async function enterFacts(id) {
    await ask(`/api/jobs/${id}/facts`, { id: newId() });
    taken(id);
    await reload();
}
function taken(id) {
    const whole = work.jobs[id];
    if (whole)
        set({ jobs: { ...work.jobs, [id]: { ...whole, job: { ...whole.job, taken: true } } } });
}
const GOOD_MILLISECONDS = 7000;
const LINK_MILLISECONDS = 25000;
/** Says what was done, and where to go on; it goes by itself. */
export function tellGood(text, link) {
    const notice = { kind: "good", text, ...(link ? { link } : {}) };
    store.set({ notice, said: text });
    const stays = link ? LINK_MILLISECONDS : GOOD_MILLISECONDS;
    setTimeout(() => store.get().notice === notice && store.set({ notice: null }), stays);
}
onMessage((message) => {
    if (message.type !== "job")
        return;
    const job = message;
    const known = work.jobs[job.id];
    set({ jobs: { ...work.jobs, [job.id]: heard(known, job) } });
    const isShown = Object.values(work.shown).includes(job.id);
    if (isOver(job) && isShown)
        void load(job.id);
});
onMessage((message) => {
    if (message.type === "hello")
        void again();
    const isOfBoards = message.type === "edits" && message["whole"].length > 0;
    if (isOfBoards)
        void loadShoot(); // a board may be new, or gone
});
/** After the wire broke: asks for what goes on, and for what is over by now. */
async function again() {
    for (const id of Object.values(work.shown)) {
        await load(id).catch(() => undefined);
    }
}

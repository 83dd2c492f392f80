// Long work as this page knows it: started, followed over the wire, stopped, taken.

import { useEffect, useState } from "preact/hooks";
import { loadShoot, reload } from "../acting.js";
import { ask, newId } from "../api.js";
import { store } from "../state.js";
import type { Notice } from "../state.js";
import { onMessage } from "../wire.js";
import { heard, isOver } from "./following.js";
import type { Job, JobKind, Tried, Whole } from "./types.js";

export interface Work {
  jobs: Record<string, Whole>;
  /** By kind, the job that its dialog shows. */
  shown: Partial<Record<JobKind, string>>;
}

/** By kind of work, the dialog that shows it. */
export const DIALOGS = { plan: "plan", replan: "happened", why: "why" } as const;
/** By kind of work, the view that shows it. */
export const PAGES = { scenarios: "scenarios", ways: "scenarios" } as const;

let work: Work = { jobs: {}, shown: {} };
const listeners = new Set<() => void>();

function set(change: Partial<Work>): void {
  work = { ...work, ...change };
  for (const hear of [...listeners]) hear();
}

export function useWork(): Work {
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
export function useJob(kind: JobKind): Whole | null {
  const { jobs, shown } = useWork();
  const id = shown[kind];
  return (id !== undefined && jobs[id]) || null;
}

export async function start(kind: JobKind, wish: Record<string, unknown>): Promise<void> {
  const told = await ask<{ job: Job }>("/api/jobs", { kind, ...wish });
  const whole: Whole = { job: told.job, points: [], answer: null, stale: [] };
  set({
    jobs: { ...work.jobs, [told.job.id]: work.jobs[told.job.id] ?? whole },
    shown: { ...work.shown, [kind]: told.job.id },
  });
}

export async function stop(id: string): Promise<void> {
  await ask(`/api/jobs/${id}`, {}, undefined, "DELETE");
}

/** Lets the dialog of a kind ask anew; what it showed is thrown away. */
export function forget(kind: JobKind): void {
  const whole = work.jobs[work.shown[kind] ?? ""];
  if (whole && isOver(whole.job) && !whole.job.taken) void stop(whole.job.id).catch(() => undefined);
  const shown = { ...work.shown };
  delete shown[kind];
  set({ shown });
}

/** Loads a job whole: its answer, and what people moved since. */
export async function load(id: string): Promise<void> {
  const told = await ask<Whole>(`/api/jobs/${id}`);
  set({ jobs: { ...work.jobs, [id]: told } });
}

/** Shows work again that began before the page was loaded and is not decided. */
export async function resume(): Promise<void> {
  const told = await ask<{ jobs: Job[] }>("/api/jobs");
  for (const job of told.jobs) {
    const isOpen = job.state !== "failed" && job.state !== "stopped" && !job.taken;
    const isMine = job.by === store.get().person && (job.kind in DIALOGS || job.kind in PAGES);
    if (!isOpen || !isMine || work.shown[job.kind] === job.id) continue;
    await load(job.id);
    set({ shown: { ...work.shown, [job.kind]: job.id } });
  }
}

export function tried(id: string, way: number, dates: string[] | null): Promise<Tried> {
  return ask<Tried>(`/api/jobs/${id}/try`, { way, dates });
}

export async function take(id: string, way: number, dates: string[] | null): Promise<string[]> {
  const body = { id: newId(), way, ...(dates ? { dates } : {}) };
  const told = await ask<{ stale: string[] }>(`/api/jobs/${id}/take`, body);
  taken(id);
  await reload();
  return told.stale;
}

export async function enterFacts(id: string): Promise<void> {
  await ask(`/api/jobs/${id}/facts`, { id: newId() });
  taken(id);
  await reload();
}

function taken(id: string): void {
  const whole = work.jobs[id];
  if (whole) set({ jobs: { ...work.jobs, [id]: { ...whole, job: { ...whole.job, taken: true } } } });
}

const GOOD_MILLISECONDS = 7000;
const LINK_MILLISECONDS = 25000;

/** Says what was done, and where to go on; it goes by itself. */
export function tellGood(text: string, link?: Notice["link"]): void {
  const notice: Notice = { kind: "good", text, ...(link ? { link } : {}) };
  store.set({ notice, said: text });
  const stays = link ? LINK_MILLISECONDS : GOOD_MILLISECONDS;
  setTimeout(() => store.get().notice === notice && store.set({ notice: null }), stays);
}

onMessage((message) => {
  if (message.type !== "job") return;
  const job = message as unknown as Job;
  const known = work.jobs[job.id];
  set({ jobs: { ...work.jobs, [job.id]: heard(known, job) } });
  const isShown = Object.values(work.shown).includes(job.id);
  if (isOver(job) && isShown) void load(job.id);
});
onMessage((message) => {
  if (message.type === "hello") void again();
  const isOfBoards = message.type === "edits" && (message["whole"] as string[]).length > 0;
  if (isOfBoards) void loadShoot(); // a board may be new, or gone
});

/** After the wire broke: asks for what goes on, and for what is over by now. */
async function again(): Promise<void> {
  for (const id of Object.values(work.shown)) {
    await load(id).catch(() => undefined);
  }
}

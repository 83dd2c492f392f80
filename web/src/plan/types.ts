// What the server tells of long work, and of what it proposes.

import type { Meaning, Standing } from "../doc.js";

export type JobKind = "plan" | "replan" | "why" | "scenarios" | "ways";
export type JobState = "waiting" | "running" | "done" | "failed" | "stopped";

export interface Job {
  id: string;
  kind: JobKind;
  board: string;
  by: string;
  state: JobState;
  /** Its place in the line; 0 where it is its turn. */
  position: number;
  seconds_given: number;
  phase: string;
  seconds: number;
  cost: number | null;
  bound: number | null;
  boneyard: number | null;
  said: string;
  stopping: boolean;
  /** Whether what it proposed was taken. */
  taken: boolean;
}

/** Seconds, cost, bound, strips in the boneyard. */
export type Point = [number, number, number | null, number];

export interface Stand {
  unit: string;
  unit_name: string;
  date: string;
  shift: string;
}

export interface StripChange {
  scene: string;
  number: string;
  heading: string;
  sort: string;
  before: Stand | null;
  after: Stand | null;
}

export interface PersonChange {
  person: string;
  name: string;
  gained: string[];
  lost: string[];
  held: [number, number];
}

export interface CostChange {
  line: string;
  label: string;
  before: number;
  after: number;
  difference: number;
}

export interface Differences {
  strips: StripChange[];
  people: PersonChange[];
  day_changes: { unit: string; unit_name: string; date: string; is_added: boolean }[];
  costs: CostChange[];
  wraps: { picture: string; title: string; before: string | null; after: string | null }[];
}

export interface Proposal extends Differences {
  cost: number;
  cost_before: number;
  bound: number | null;
  days: number;
  boneyard: string[];
  reasons: Record<string, string>;
  moved: string[];
  is_fewest: boolean;
  today: string | null;
  late: { picture: string; title: string; days: number }[];
  dates: string[];
  conflicts: number;
  new_conflicts: string[];
  mended: number;
}

export interface FactTold {
  path: string;
  value: unknown;
  removes: boolean;
}

export interface PlanAnswer {
  proposals: Proposal[];
  notes: string[];
  kept: number;
  is_best: boolean;
  facts?: FactTold[];
  rests?: { scene: string; part_of: string }[];
  broken_before?: string[];
  broken_now?: string[];
}

export interface WayOut {
  text: string;
  path: string;
  facts: FactTold[];
  cost: number | null;
  boneyard: number | null;
  verified: boolean;
}

export interface Conflict {
  scenes: string[];
  likewise: string[];
  said: string;
  proven: boolean;
  minimal: boolean;
  facts: { text: string; path: string }[];
  ways_out: WayOut[];
}

export interface WhyAnswer {
  placed: string[];
  conflicts: Conflict[];
  cost: number | null;
  made_a_plan: boolean;
}

export interface Whole {
  job: Job;
  points: Point[];
  answer: PlanAnswer | WhyAnswer | null;
  /** For each proposal, the strips that people moved since it was made. */
  stale: string[][];
}

export interface Tried {
  cost: number;
  boneyard: number;
  days: number;
  new_conflicts: string[];
  mended_conflicts: number;
  stale: string[];
}

export interface Previewed {
  standing: Standing;
  meaning: Meaning;
  stale: string[];
}

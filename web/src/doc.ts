// What the server tells of a shoot and a board, and how edits change a board.

export interface Scene {
  id: string;
  picture: string;
  number: string;
  heading: string;
  place: "int" | "ext" | "int/ext";
  time: "day" | "night" | "dawn" | "dusk" | "any";
  location: string;
  set?: string;
  eighths: number;
  minutes?: number;
  days?: number;
  cast: string[];
  elements?: string[];
  units?: string[];
  window?: [string, string];
  pin?: { unit: string; date: string };
  synopsis?: string;
  script_day?: string;
  notes?: string;
  extras?: number;
  part_of?: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface Picture {
  id: string;
  title: string;
  release?: string;
  post_days?: number;
}

export interface Unit extends Named {
  start: string;
  end: string;
  shifts?: Record<string, [string, string]>;
  day_minutes?: number;
}

export interface Location extends Named {
  base: string;
  windows?: [string, string][];
}

export interface Span {
  from: string;
  to: string;
  reason?: string;
}

export interface Person extends Named {
  characters?: string[];
  unavailable?: Span[];
  windows?: [string, string][];
  events?: (Span & { kind: string; note?: string })[];
}

export interface Element extends Named {
  category: string;
}

export interface Shoot {
  title: string;
  currency: string;
  pictures: Picture[];
  units: Unit[];
  bases: Named[];
  locations: Location[];
  people: Person[];
  elements?: Element[];
  scenes: Scene[];
  holidays?: string[];
  hiatuses?: (Span & { units?: string[] })[];
  orders?: { before: string; after: string; min_days?: number }[];
  board_numbers: Record<string, number>;
  board_names: Record<string, string>;
  eligible: Record<string, string[]>;
}

export interface Day {
  shift: string;
  strips: string[];
}

export interface Banner {
  unit: string;
  date: string;
  after?: string;
  kind: "note" | "meal" | "move" | "travel";
  text: string;
  minutes?: number;
}

export interface Standing {
  board: string;
  days: Record<string, Day>;
  boneyard: string[];
  gone: string[];
  locked_strips: string[];
  locked_days: string[];
  banners: Record<string, Banner>;
}

export interface DayMeaning {
  unit: string;
  unit_name: string;
  number: number;
  date: string;
  base: string;
  eighths: number;
  minutes: number;
  day_minutes: number;
  cast: number;
  extras: number;
  moves: number;
  shift: string;
  call: number;
  wrap: number;
  cost: number;
  /** When the sun rises and sets at the base, in words; empty where it is not known. */
  sun: string;
  broken: string[];
}

export interface Violation {
  rule: string;
  level: "blocks" | "warns";
  said: string;
  where: {
    unit?: string;
    date?: string;
    scene?: string;
    person?: string;
    picture?: string;
    location?: string;
    element?: string;
  };
}

export type Furniture =
  | { kind: "day"; key: string }
  | {
      kind: "week_bar";
      number: number;
      first: string;
      last: string;
      days: number;
      eighths: number;
      cost: number;
    }
  | {
      kind: "free_dates";
      what: "rest" | "holiday" | "hiatus" | "travel" | "idle";
      first: string;
      last: string;
      reason: string;
      cost: number;
    }
  | {
      kind: "company_move";
      unit: string;
      unit_name: string;
      origin: string;
      target: string;
      days: number;
      cost: number;
    };

export interface Meaning {
  days: Record<string, DayMeaning>;
  strips: Record<string, { broken?: string[]; reason?: string }>;
  layout: Furniture[];
  costs: Record<string, number>;
  hold_days: number;
  holds: Record<string, number>;
  violations: Violation[];
  totals: {
    days: number;
    eighths: number;
    boneyard: number;
    first: string | null;
    last: string | null;
    blocks: number;
    warns: number;
  };
  wraps: Record<
    string,
    { wrap: string | null; delivery: string | null; release: string | null; days_late: number }
  >;
}

export type BoardEdits = Record<string, unknown>;

/** Gives a board after edits that the server took. */
export function edited(standing: Standing, edits: BoardEdits): Standing {
  const days = { ...standing.days };
  const banners = { ...standing.banners };
  const lockedStrips = new Set(standing.locked_strips);
  const lockedDays = new Set(standing.locked_days);
  for (const [path, value] of Object.entries(edits)) {
    const [kind, ...keys] = path.split("/");
    const key = keys.join("/");
    if (kind === "day") {
      if (value === null) delete days[key];
      else days[key] = value as Day;
    } else if (kind === "banner") {
      if (value === null) delete banners[key];
      else banners[key] = value as Banner;
    } else if (kind === "locked-strip") {
      toggle(lockedStrips, key, value !== null);
    } else if (kind === "locked-day") {
      toggle(lockedDays, key, value !== null);
    }
  }
  return {
    ...standing,
    days,
    banners,
    boneyard: boneyardAfter(standing, days),
    locked_strips: [...lockedStrips].sort(),
    locked_days: [...lockedDays].sort(),
  };
}

function toggle(set: Set<string>, key: string, isIn: boolean): void {
  if (isIn) set.add(key);
  else set.delete(key);
}

/** Strips that stand on no day: those that lay there first, then those that left. */
function boneyardAfter(before: Standing, days: Record<string, Day>): string[] {
  const placed = new Set(Object.values(days).flatMap((day) => day.strips));
  const had = Object.values(before.days).flatMap((day) => day.strips);
  const order = [...before.boneyard, ...had];
  return [...new Set(order)].filter((strip) => !placed.has(strip));
}

export interface Drop {
  /** ``UNIT/DATE``, or null for the boneyard. */
  key: string | null;
  /** The strip behind which they go; null for the top. */
  after: string | null;
}

/** Gives a board as it will most likely stand when a drop was taken. */
export function dropped(standing: Standing, strips: string[], drop: Drop): Standing {
  const gone = new Set(strips);
  const days: Record<string, Day> = {};
  for (const [key, day] of Object.entries(standing.days)) {
    if (!day.strips.some((strip) => gone.has(strip))) {
      days[key] = day;
      continue;
    }
    const left = day.strips.filter((strip) => !gone.has(strip));
    if (left.length) days[key] = { ...day, strips: left };
  }
  if (drop.key !== null) {
    const was = standing.days[drop.key];
    const stays = days[drop.key]?.strips ?? [];
    const at = placeBehind(was?.strips ?? [], stays, drop.after);
    const made = [...stays.slice(0, at), ...strips, ...stays.slice(at)];
    days[drop.key] = { shift: was?.shift ?? "day", strips: made };
  }
  const boneyard = boneyardAfter(standing, days);
  return { ...standing, days, boneyard };
}

function placeBehind(was: string[], stays: string[], after: string | null): number {
  if (after === null) return 0;
  for (let at = was.indexOf(after); at >= 0; at -= 1) {
    const strip = was[at];
    if (strip !== undefined && stays.includes(strip)) return stays.indexOf(strip) + 1;
  }
  return 0;
}

/** Takes in what of a meaning changed. */
export function meant(
  before: Meaning,
  changes: Record<string, { whole?: unknown; changed?: Record<string, unknown> }>,
): Meaning {
  const made: Record<string, unknown> = { ...before };
  for (const [part, change] of Object.entries(changes)) {
    if (change.changed === undefined) {
      made[part] = change.whole;
      continue;
    }
    const merged = { ...(made[part] as Record<string, unknown>) };
    for (const [key, value] of Object.entries(change.changed)) {
      if (value === null && part !== "totals") delete merged[key];
      else merged[key] = value;
    }
    made[part] = merged;
  }
  return made as unknown as Meaning;
}

/** The keys of the days in the order of the board: by date, then by unit. */
export function dayKeys(standing: Standing): string[] {
  return Object.keys(standing.days).sort((one, other) => {
    const [a, b] = [dateOf(one) + one, dateOf(other) + other];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

/** Every strip in the order of the board, the boneyard last. */
export function stripOrder(standing: Standing): string[] {
  const days = dayKeys(standing).flatMap((key) => standing.days[key]?.strips ?? []);
  return [...new Set([...days, ...standing.boneyard])];
}

/** On which day a strip stands; null for the boneyard. */
export function dayOf(standing: Standing, strip: string): string | null {
  for (const [key, day] of Object.entries(standing.days)) {
    if (day.strips.includes(strip)) return key;
  }
  return null;
}

export function unitOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

export function dateOf(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}

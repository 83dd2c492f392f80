// The one state of the page: what the server told, what is being sent, what is shown.

import { useEffect, useState } from "preact/hooks";
import type { EditsMessage, Wish } from "./api.js";
import type { Comment } from "./comments/comments.js";
import { found } from "./board/filters.js";
import type { Filter } from "./board/filters.js";
import { dropped, edited, meant, stripOrder } from "./doc.js";
import type { Drop, Meaning, Shoot, Standing } from "./doc.js";

/** ``shut``: the server was started anew, and does not know this page any more. */
export type Saved = "saved" | "saving" | "unreached" | "shut" | "refused";

export interface Present {
  key: string;
  person: string;
  board: string;
  view?: string;
  selected?: string[];
}

export interface Pending {
  id: string;
  /** The last entry that was known when it was made, but for one's own. */
  base: number;
  wish: Wish;
  /** How a board will most likely look then. */
  local: ((standing: Standing) => Standing) | null;
  /** Told what became of it: null, or why it was not taken. */
  done?: (error: string | null) => void;
}

export interface Notice {
  kind: "good" | "bad";
  text: string;
  /** Where to go on. */
  link?: { href: string; label: string };
}

export interface State {
  /** Whether the server has told of the shoot. */
  isLoaded: boolean;
  file: string;
  person: string;
  role: string;
  /** What who sits here may do; a proposal on the board changes the role, not this. */
  may: readonly string[];
  /** Why not the rest; empty where everything is allowed. */
  whyNot: string;
  shoot: Shoot | null;
  boards: string[];
  board: string;
  head: number;
  standing: Standing | null;
  meaning: Meaning | null;
  meaningHead: number;
  /** The cost table before the last edit, to say what it did. */
  before: { total: number; hold_days: number; conflicts: number } | null;
  pending: Pending[];
  saved: Saved;
  present: Present[];
  comments: readonly Comment[];
  /** Scenes of which something is said that is not settled. */
  commented: ReadonlySet<string>;
  /** Of each day with exteriors, where interiors stand ready: see `covers.ts`. */
  covers: ReadonlyMap<string, readonly string[]>;
  me: string;
  selected: ReadonlySet<string>;
  focus: string | null;
  cut: readonly string[];
  search: string;
  filters: readonly Filter[];
  /** Strips that a proposal on the board moved. */
  moved: ReadonlySet<string>;
  /** Whether strips that were not found are left out, rather than shown pale. */
  only: boolean;
  /** Whether each unit has a column of its own. */
  side: boolean;
  /** Whether the cast is a list of numbers where columns would fit, too. */
  castList: boolean;
  notice: Notice | null;
  said: string;
  night: "classic" | "singleton";
}

export const START: State = {
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

type Listener = () => void;

/** Holds a state, and tells who listens when it is another one. */
export class Store {
  private listeners = new Set<Listener>();
  private waiting = false;

  constructor(private state: State = START) {}

  get(): State {
    return this.state;
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    if (this.waiting) return;
    this.waiting = true;
    queueMicrotask(() => {
      this.waiting = false;
      for (const hear of [...this.listeners]) hear();
    });
  }

  listen(hear: Listener): () => void {
    this.listeners.add(hear);
    return () => this.listeners.delete(hear);
  }
}

export const store = new Store();

/** Gives a part of the state to a component, which is drawn anew where it changes. */
export function useStore<T>(part: (state: State) => T): T {
  const [value, setValue] = useState(() => part(store.get()));
  useEffect(() => {
    const hear = () => setValue(() => part(store.get()));
    hear();
    return store.listen(hear);
  }, []);
  return value;
}

/** The board as it is shown: as the server has it, with what is being sent on top. */
export const shownStanding = lastOf(
  (state: State) => [state.standing, state.pending],
  ({ standing, pending }: State): Standing | null => {
    let shown = standing;
    for (const one of pending) if (shown && one.local) shown = one.local(shown);
    return shown;
  },
);

/** The strips that were looked for; null where nothing is. */
export const shownStrips = lastOf(
  (state: State) => [state.shoot, shownStanding(state), state.search, state.filters],
  (state: State) => found(state.shoot, shownStanding(state), state.search, state.filters),
);

/** The strip at which Tab comes to the board: that in focus, else the first. */
export const tabStop = lastOf(
  (state: State) => [state.focus, shownStanding(state)],
  (state: State): string | null => {
    const standing = shownStanding(state);
    if (state.focus !== null || standing === null) return state.focus;
    return stripOrder(standing)[0] ?? null;
  },
);

/** Keeps the last answer for as long as all that it is made of stays the same. */
function lastOf<T>(parts: (state: State) => unknown[], make: (state: State) => T) {
  let [known, answer]: [unknown[] | null, T | null] = [null, null];
  return (state: State): T => {
    const now = parts(state);
    if (known === null || now.some((one, at) => one !== known?.[at])) {
      [known, answer] = [now, make(state)];
    }
    return answer as T;
  };
}

export function localDrop(strips: string[], drop: Drop): (standing: Standing) => Standing {
  return (standing) => dropped(standing, strips, drop);
}

/** Takes in edits of the server; null where the board has to be loaded anew. */
export function withEdits(state: State, message: EditsMessage): Partial<State> | null {
  if (message.head <= state.head) return {};
  if (message.base !== state.head || state.standing === null) return null;
  if (message.whole.includes(state.board)) return null;
  const edits = message.boards[state.board];
  const standing = edits ? edited(state.standing, edits) : state.standing;
  return { head: message.head, standing };
}

export interface MeaningMessage {
  board: string;
  base: number;
  head: number;
  changes: Parameters<typeof meant>[1];
}

/** What still waits when one was answered: it knows of the entries that this one made. */
export function waitingAfter(pending: Pending[], answered: EditsMessage): Pending[] {
  return pending
    .filter((one) => one.id !== answered.op)
    .map((one) =>
      one.base >= answered.base ? { ...one, base: Math.max(one.base, answered.head) } : one,
    );
}

/** Of what waits, all that touches the same strips as another wish. */
export function touchingTheSame(pending: Pending[], clashing: Pending): Pending[] {
  const strips = new Set((clashing.wish["strips"] as string[] | undefined) ?? []);
  return pending.filter(
    (one) =>
      one.id !== clashing.id &&
      ((one.wish["strips"] as string[] | undefined) ?? []).some((strip) => strips.has(strip)),
  );
}

/** Takes in what the board comes to; null where it has to be loaded anew. */
export function withMeaning(state: State, message: MeaningMessage): Partial<State> | null {
  if (message.board !== state.board || message.head <= state.meaningHead) return {};
  if (message.base !== state.meaningHead || state.meaning === null) return null;
  return {
    before: summary(state.meaning),
    meaning: meant(state.meaning, message.changes),
    meaningHead: message.head,
  };
}

export function summary(meaning: Meaning): NonNullable<State["before"]> {
  return {
    total: meaning.costs["total"] ?? 0,
    hold_days: meaning.hold_days,
    conflicts: meaning.totals.blocks + meaning.totals.warns,
  };
}

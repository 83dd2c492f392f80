// Dragging strips by pointer: an insertion line, a ghost, and no layout while it moves.
//
// Where rows lie is measured once when a drag begins; where a drop would go is found among
// these numbers. Nothing in the page is reordered until the drop. Dates without a day open
// up as narrow rows when a drag begins: the strip that was taken stays under the pointer.

import type { Drop } from "./doc.js";

interface Edge {
  top: number;
  height: number;
  left: number;
  right: number;
  /** Where the line is drawn. */
  line: number;
  list: HTMLElement;
  drop: Drop;
}

interface Start {
  x: number;
  y: number;
  strip: string;
  pointer: number;
  row: HTMLElement;
}

export interface DragHost {
  /** The strips that go along when one is taken. */
  taken(strip: string): string[];
  /** A press on a strip that became no drag. */
  pressed(strip: string, how: { toggle: boolean; range: boolean }): void;
  /** Whether a unit may shoot all of some strips. */
  allows(unit: string, strips: string[]): boolean;
  /** What the ghost says, and while it waits for an answer. */
  label(strips: string[]): string;
  /** The pointer stands over another place. */
  over(strips: string[], drop: Drop): void;
  dropped(strips: string[], drop: Drop): void;
  ended(): void;
}

const SLOP = 4;
const LONG_PRESS = 350;
const EDGE = 64;
const GHOST_WIDTH = 340;

export class StripDrag {
  private edges: Edge[] = [];
  private strips: string[] = [];
  private start: Start | null = null;
  private active = false;
  private at = { x: 0, y: 0 };
  private now: Drop | null = null;
  private frame = 0;
  private timer = 0;
  private ghost: HTMLDivElement | null = null;
  private line: HTMLDivElement | null = null;
  private head = 0;
  private marked: HTMLElement | null = null;
  private opened: { dates: HTMLElement; top: number; height: number }[] = [];

  constructor(
    private readonly scroller: HTMLElement,
    private readonly host: DragHost,
  ) {
    scroller.addEventListener("pointerdown", this.down);
    scroller.addEventListener("pointermove", this.move);
    scroller.addEventListener("pointerup", this.up);
    scroller.addEventListener("pointercancel", this.cancel);
    scroller.addEventListener("touchmove", this.touch, { passive: false });
    scroller.addEventListener("contextmenu", this.menu);
    window.addEventListener("keydown", this.key, true);
  }

  dispose(): void {
    this.end(false);
    this.scroller.removeEventListener("pointerdown", this.down);
    this.scroller.removeEventListener("pointermove", this.move);
    this.scroller.removeEventListener("pointerup", this.up);
    this.scroller.removeEventListener("pointercancel", this.cancel);
    this.scroller.removeEventListener("touchmove", this.touch);
    this.scroller.removeEventListener("contextmenu", this.menu);
    window.removeEventListener("keydown", this.key, true);
  }

  /** Says more in the ghost, such as what the drop would cost. */
  tell(text: string, isBad: boolean): void {
    if (!this.ghost) return;
    this.ghost.lastElementChild!.textContent = text;
    this.ghost.classList.toggle("bad", isBad);
  }

  private down = (event: PointerEvent): void => {
    if (event.button !== 0 || this.active) return;
    const target = event.target as HTMLElement;
    if (target.closest("button, input, select, a")) return;
    const row = target.closest<HTMLElement>("[data-strip]");
    if (!row) return;
    const strip = row.dataset["strip"]!;
    this.start = { x: event.clientX, y: event.clientY, strip, pointer: event.pointerId, row };
    this.at = { x: event.clientX, y: event.clientY };
    if (event.pointerType === "touch") {
      this.timer = window.setTimeout(() => this.start && this.begin(), LONG_PRESS);
    }
  };

  private move = (event: PointerEvent): void => {
    if (!this.start || event.pointerId !== this.start.pointer) return;
    this.at = { x: event.clientX, y: event.clientY };
    if (this.active) return;
    const far = Math.hypot(this.at.x - this.start.x, this.at.y - this.start.y) > SLOP;
    if (!far) return;
    if (event.pointerType === "touch") this.forget(); // a touch that moves scrolls
    else this.begin();
  };

  private up = (event: PointerEvent): void => {
    if (!this.start) return;
    const { strip } = this.start;
    if (this.active) {
      this.end(true);
      return;
    }
    this.forget();
    this.host.pressed(strip, {
      toggle: event.ctrlKey || event.metaKey,
      range: event.shiftKey,
    });
  };

  private cancel = (): void => this.end(false);

  /** Keeps the page still under a finger that drags a strip. */
  private touch = (event: TouchEvent): void => {
    if (this.active) event.preventDefault();
  };

  /** A long press of a finger begins a drag, not the browser's menu. */
  private menu = (event: Event): void => {
    if (this.active) event.preventDefault();
  };

  private key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.active) return;
    event.preventDefault();
    event.stopPropagation();
    this.end(false);
  };

  private forget(): void {
    window.clearTimeout(this.timer);
    this.start = null;
  }

  private begin(): void {
    if (!this.start) return;
    window.clearTimeout(this.timer);
    this.active = true;
    this.scroller.setPointerCapture(this.start.pointer);
    this.strips = this.host.taken(this.start.strip);
    this.open(this.start.row);
    this.measure();
    for (const row of this.rows()) row.classList.add("moving");
    this.ghost = document.createElement("div");
    this.ghost.className = "ghost";
    const lead = document.createElement("b");
    lead.textContent = this.host.label(this.strips);
    this.ghost.append(lead, document.createElement("span"));
    this.line = document.createElement("div");
    this.line.className = "insertion";
    document.body.append(this.ghost);
    this.board().append(this.line);
    this.tick();
  }

  /** Shows the dates without a day, and scrolls so that a row stays where it is. */
  private open(row: HTMLElement): void {
    const before = row.getBoundingClientRect().top;
    for (const dates of this.board().querySelectorAll<HTMLElement>(".free-dates")) {
      let some = false;
      for (const date of dates.querySelectorAll<HTMLElement>("[data-free]")) {
        date.hidden = !this.host.allows(date.dataset["list"]!.split("/")[0]!, this.strips);
        some ||= !date.hidden;
      }
      if (!some) continue;
      dates.classList.add("open");
      this.opened.push({ dates, top: 0, height: 0 });
    }
    this.scroller.classList.add("dragging");
    this.scroller.scrollTop += row.getBoundingClientRect().top - before;
    for (const one of this.opened) {
      one.top = one.dates.offsetTop;
      one.height = one.dates.offsetHeight;
    }
  }

  /** Hides them again, without a look at the layout: the strips shown stay in place. */
  private shut(): void {
    const top = this.scroller.scrollTop + this.head;
    let above = 0;
    for (const one of this.opened) {
      one.dates.classList.remove("open");
      if (one.top < top) above += one.height;
    }
    this.opened = [];
    this.scroller.classList.remove("dragging");
    if (above) this.scroller.scrollTop -= above;
  }

  private board(): HTMLElement {
    return this.scroller.querySelector<HTMLElement>("[data-board]")!;
  }

  private rows(): HTMLElement[] {
    const taken = new Set(this.strips);
    const all = this.board().querySelectorAll<HTMLElement>("[data-strip]");
    return [...all].filter((row) => taken.has(row.dataset["strip"]!));
  }

  /** Reads the layout once: every place where strips can go. */
  private measure(): void {
    const top = this.board().getBoundingClientRect().top;
    this.head = this.scroller.querySelector("[data-head]")?.clientHeight ?? 0;
    const taken = new Set(this.strips);
    this.edges = [];
    for (const list of this.board().querySelectorAll<HTMLElement>("[data-list]")) {
      const key = list.dataset["list"] === "boneyard" ? null : list.dataset["list"]!;
      if (list.hidden) continue;
      const whole = list.getBoundingClientRect();
      const across = { left: whole.left, right: whole.right, list };
      if ("free" in list.dataset || !list.firstElementChild) {
        const at = { top: whole.top - top, line: whole.bottom - top, height: 2 * whole.height };
        this.edges.push({ ...across, ...at, drop: { key, after: null } });
        continue;
      }
      let after: string | null = null;
      for (const row of list.querySelectorAll<HTMLElement>("[data-strip]")) {
        const box = row.getBoundingClientRect();
        const strip = row.dataset["strip"]!;
        const at = { top: box.top - top, line: box.top - top, height: box.height };
        this.edges.push({ ...across, ...at, drop: { key, after } });
        if (!taken.has(strip)) after = strip;
      }
      const last = list.querySelector<HTMLElement>(":scope > .day-break");
      const line = (last?.getBoundingClientRect().top ?? whole.bottom) - top;
      this.edges.push({ ...across, top: line, line, height: 60, drop: { key, after } });
    }
    this.edges.sort((one, other) => one.top - other.top);
  }

  private tick = (): void => {
    if (!this.active) return;
    this.frame = requestAnimationFrame(this.tick);
    const box = this.scroller.getBoundingClientRect();
    this.scrollAtEdges(box);
    this.place(box);
    const y = this.at.y - box.top + this.scroller.scrollTop - this.board().offsetTop;
    const found = this.nearest(this.at.x, y);
    if (!found) return;
    this.draw(found, box);
    if (this.now?.key === found.drop.key && this.now.after === found.drop.after) return;
    this.now = found.drop;
    this.tell("", false);
    this.host.over(this.strips, found.drop);
  };

  private scrollAtEdges(box: DOMRect): void {
    const above = box.top + this.head + EDGE - this.at.y;
    const below = this.at.y - (box.bottom - EDGE);
    const by = above > 0 ? -Math.ceil(above / 5) : below > 0 ? Math.ceil(below / 5) : 0;
    if (by) this.scroller.scrollTop += by;
  }

  private place(box: DOMRect): void {
    const height = this.ghost!.offsetHeight;
    const left = Math.min(this.at.x + 14, box.right - GHOST_WIDTH);
    const isLow = this.at.y + height + 24 > box.bottom;
    const top = isLow ? this.at.y - height - 10 : this.at.y + 12;
    this.ghost!.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
  }

  /** The place that a point belongs to: among those across it, the last above it. */
  private nearest(x: number, y: number): Edge | undefined {
    let found: Edge | undefined;
    for (const one of this.edges) {
      if (x < one.left || x > one.right) continue;
      if (one.top > y) {
        const isNear = found === undefined || y - found.top > found.height / 2;
        return isNear ? one : found;
      }
      found = one;
    }
    return found;
  }

  private draw(edge: Edge, box: DOMRect): void {
    const line = this.line!;
    line.style.width = `${edge.right - edge.left}px`;
    const left = edge.left - box.left + this.scroller.scrollLeft;
    line.style.transform = `translate(${left}px,${edge.line}px)`;
    if (this.marked === edge.list) return;
    this.marked?.classList.remove("target");
    edge.list.classList.add("target");
    this.marked = edge.list;
  }

  private end(isDropped: boolean): void {
    const { strips, now } = this;
    const was = this.active;
    if (this.active) {
      this.active = false;
      cancelAnimationFrame(this.frame);
      this.ghost?.remove();
      this.line?.remove();
      this.marked?.classList.remove("target");
      this.marked = null;
      this.shut();
      for (const row of this.rows()) row.classList.remove("moving");
    }
    this.forget();
    this.now = null;
    if (!was) return;
    this.host.ended();
    if (isDropped && now) this.host.dropped(strips, now);
  }
}

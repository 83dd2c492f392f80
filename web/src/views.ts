// The views of the page: each is a module of its own, loaded when it is opened first.

import type { ComponentType } from "preact";

export interface View {
  /** What follows ``#/`` in the address. */
  name: string;
  /** What its tab says; none for a view that others lead to. */
  tab: string;
  load: () => Promise<{ default: ComponentType<{ rest: string }> }>;
}

export const VIEWS: View[] = [
  { name: "board", tab: "Board", load: () => import("./board/BoardPage.js") },
  { name: "boards", tab: "Boards", load: () => import("./views/Boards.js") },
  { name: "papers", tab: "Papers", load: () => import("./views/Papers.js") },
  { name: "import", tab: "Import", load: () => import("./views/Import.js") },
];

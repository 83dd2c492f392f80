// The board with its tools.

import { Toolbar } from "../Header.js";
import { useStore } from "../state.js";
import { count, longDate } from "../words.js";
import { BoardView } from "./BoardView.js";
import { FilterBar } from "./FilterBar.js";

export default function BoardPage() {
  return (
    <>
      <div>
        <PrintHead />
        <Toolbar />
        <FilterBar />
      </div>
      <BoardView />
    </>
  );
}

/** What stands over a printed board: of what, which, and how long. */
function PrintHead() {
  const title = useStore((state) => state.shoot?.title ?? "");
  const board = useStore((state) => state.board);
  const totals = useStore((state) => state.meaning?.totals);
  const dates = totals?.first && totals.last ? `, ${longDate(totals.first)} to ${longDate(totals.last)}` : "";
  return (
    <p class="print-only">
      <b>{title}</b> · board {board}
      {totals ? ` · ${count(totals.days, "day")}${dates}` : ""}
    </p>
  );
}

// The board with its tools.

import { Toolbar } from "../Header.js";
import { BoardView } from "./BoardView.js";
import { FilterBar } from "./FilterBar.js";

export default function BoardPage() {
  return (
    <>
      <div>
        <Toolbar />
        <FilterBar />
      </div>
      <BoardView />
    </>
  );
}

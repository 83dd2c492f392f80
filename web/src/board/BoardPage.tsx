// The board with its tools.

import { Toolbar } from "../Header.js";
import { BoardView } from "./BoardView.js";

export default function BoardPage() {
  return (
    <>
      <Toolbar />
      <BoardView />
    </>
  );
}

// The heads of the columns, with a name for each of the cast.

import { memo } from "../memo.js";
import type { Fixed } from "./look.js";

export const Head = memo(function Head({ fixed, isList }: { fixed: Fixed; isList: boolean }) {
  const several = fixed.shoot.pictures.length > 1;
  return (
    <div class={isList ? "head listed" : "head"} role="row" data-head>
      <span role="columnheader" class="mark">
        <span class="hidden">Marks</span>
      </span>
      {several ? (
        <span role="columnheader" class="picture">
          P
        </span>
      ) : null}
      <span role="columnheader" class="number">
        Sc
      </span>
      <span role="columnheader" class="place">
        I/E
      </span>
      <span role="columnheader" class="time">
        D/N
      </span>
      <span role="columnheader" class="set">
        Set / synopsis
      </span>
      <span role="columnheader" class="location">
        Location
      </span>
      <span role="columnheader" class="pages">
        Pages
      </span>
      <span role="columnheader" class="script-day">
        Day
      </span>
      {isList ? (
        <span role="columnheader" class="cast-list">
          Cast
        </span>
      ) : (
        <span role="columnheader" class="cast">
          {fixed.columns.map((column, at) => (
            <span key={column.person} style={{ gridColumn: at + 1 }} title={column.name}>
              <b>{column.number}</b> <i>{column.name}</i>
            </span>
          ))}
        </span>
      )}
    </div>
  );
});

// Under the tools: search, filters as chips, how many were found, the colors.

import { stripOrder } from "../doc.js";
import { shownStanding, shownStrips, store, useStore } from "../state.js";
import { centerStrip } from "./focusing.js";
import { setLooks } from "./looks.js";
import { KINDS, choices, labelOf, withFilter, withoutFilter } from "./filters.js";
import type { Filter } from "./filters.js";

const LEGEND = [
  ["int-day", "INT DAY"],
  ["ext-day", "EXT DAY"],
  ["int-night", "INT NIGHT"],
  ["ext-night", "EXT NIGHT"],
  ["dawn", "DAWN"],
  ["dusk", "DUSK"],
] as const;

export function FilterBar() {
  return (
    <div class="toolbar filters" role="group" aria-label="Search and filter" data-pane>
      <Search />
      <FilterChoice />
      <Chips />
      <span class="space" />
      <span class="legend" role="img" aria-label={`Colors of the strips: ${LEGEND.map(([, label]) => label).join(", ")}`}>
        {LEGEND.map(([style, label]) => (
          <span key={style} class={style}>
            {label}
          </span>
        ))}
      </span>
      <Looks />
    </div>
  );
}

function Search() {
  const search = useStore((state) => state.search);
  return (
    <label class="search">
      <span class="hidden">Search</span>
      <input
        id="search"
        type="search"
        placeholder="Search the strips ( / )"
        title="Number, set, synopsis, person, place, element"
        value={search}
        onInput={(event) => store.set({ search: event.currentTarget.value })}
        onKeyDown={(event) => event.key === "Enter" && goToNext()}
      />
    </label>
  );
}

/** Puts the focus on the next strip that was found. */
function goToNext(): void {
  const state = store.get();
  const [standing, some] = [shownStanding(state), shownStrips(state)];
  if (!standing || !some?.size) return;
  const order = stripOrder(standing);
  const at = state.focus === null ? -1 : order.indexOf(state.focus);
  const next = [...order.slice(at + 1), ...order.slice(0, at + 1)].find((one) => some.has(one));
  if (next === undefined) return;
  store.set({ focus: next, selected: new Set([next]) });
  centerStrip(next);
}

function FilterChoice() {
  const shoot = useStore((state) => state.shoot);
  if (!shoot) return null;
  const add = (text: string) => {
    const [kind, id] = JSON.parse(text) as [Filter["kind"], string];
    store.set({ filters: withFilter(store.get().filters, { kind, id }) });
  };
  return (
    <select
      aria-label="Filter by"
      value=""
      onChange={(event) => {
        if (event.currentTarget.value) add(event.currentTarget.value);
        event.currentTarget.value = "";
      }}
    >
      <option value="">Filter …</option>
      <option value='["unshot",""]'>Not on a day</option>
      {KINDS.map(([kind, label]) => {
        const some = choices(shoot, kind);
        return some.length > 1 ? (
          <optgroup key={kind} label={label}>
            {some.map((one) => (
              <option key={one.filter.id} value={JSON.stringify([kind, one.filter.id])}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ) : null;
      })}
    </select>
  );
}

function Chips() {
  const shoot = useStore((state) => state.shoot);
  const filters = useStore((state) => state.filters);
  const only = useStore((state) => state.only);
  const some = useStore(shownStrips);
  if (!shoot || some === null) return null;
  const remove = (one: Filter) => store.set({ filters: withoutFilter(filters, one) });
  return (
    <>
      {filters.map((one) => (
        <button
          key={`${one.kind}/${one.id}`}
          type="button"
          class="chip"
          onClick={() => remove(one)}
          aria-label={`Filter ${labelOf(shoot, one)}: remove it`}
        >
          {labelOf(shoot, one)} <span aria-hidden="true">✕</span>
        </button>
      ))}
      <span class="found" role="status">
        {some.size} of {shoot.scenes.length}
      </span>
      <button type="button" disabled={!some.size} onClick={goToNext} title="The next strip that was found (Enter in the search)">
        Next
      </button>
      <button type="button" aria-pressed={only} onClick={() => store.set({ only: !only })}>
        Only these
      </button>
    </>
  );
}

function Looks() {
  const night = useStore((state) => state.night);
  const side = useStore((state) => state.side);
  const castList = useStore((state) => state.castList);
  const units = useStore((state) => state.shoot?.units.length ?? 0);
  return (
    <>
      <button
        type="button"
        aria-pressed={castList}
        onClick={() => setLooks({ castList: !castList })}
        title="The numbers of the cast in a list, not in a column each"
      >
        Cast as list
      </button>
      {units > 1 ? (
        <button type="button" aria-pressed={side} onClick={() => setLooks({ side: !side })}>
          Units side by side
        </button>
      ) : null}
      <button
        type="button"
        onClick={() => setLooks({ night: night === "classic" ? "singleton" : "classic" })}
        title="Two conventions for night: which of blue and green is an interior"
      >
        Night: {night}
      </button>
    </>
  );
}

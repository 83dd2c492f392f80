// The call sheet of a unit's day, with what nobody has told yet.

import { useEffect } from "preact/hooks";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import { useStore } from "../state.js";
import { longDate } from "../words.js";
import { PaperView } from "./PaperView.js";
import type { PaperData } from "./PaperView.js";
import { canEdit, useAnswer } from "./asking.js";

interface CallSheet {
  paper: PaperData;
  before: string | null;
  after: string | null;
}

export default function CallSheetPage({ rest }: { rest: string }) {
  const shoot = useStore((state) => state.shoot);
  const board = useStore((state) => state.board);
  const standing = useStore((state) => state.standing);
  const isEditor = canEdit();
  const keys = standing ? dayKeys(standing) : [];
  const asked = keys.includes(rest) ? rest : "";
  const first = keys[0];
  useEffect(() => {
    if (!asked && first) history.replaceState(null, "", `#/call-sheet/${first}`);
  }, [asked, first]);
  const key = asked || first;
  const path = key && board ? `/api/boards/${encodeURIComponent(board)}/call-sheet/${key}` : null;
  const { data, error } = useAnswer<CallSheet>(path);
  if (!shoot || !standing) return <p class="wait">Opening …</p>;
  if (!key) return <p class="wait">No strip stands on a day yet, so nobody is called.</p>;
  const unit = unitOf(key);
  const go = (to: string) => (location.hash = `#/call-sheet/${to}`);
  const day = (date: string | null | undefined, label: string) =>
    date ? (
      <a class="button" href={`#/call-sheet/${unit}/${date}`}>
        {label}
      </a>
    ) : (
      <span class="button off">{label}</span>
    );
  return (
    <div class="view besides call-sheet-view">
      <header class="view-head">
        <h2>Call sheet</h2>
        {day(data?.before, "‹ Day before")}
        <label>
          Day
          <select value={key} onChange={(event) => go(event.currentTarget.value)}>
            {keys.map((one) => (
              <option key={one} value={one}>
                {longDate(dateOf(one))}
                {shoot.units.length > 1 ? ` · ${shoot.units.find((it) => it.id === unitOf(one))?.name ?? ""}` : ""}
              </option>
            ))}
          </select>
        </label>
        {day(data?.after, "Day after ›")}
        <a class="button" href={`/api/papers/call-sheet?board=${encodeURIComponent(board)}&day=${dateOf(key)}&unit=${unit}`} download>
          Download PDF
        </a>
      </header>
      {error ? <p class="error">{error}</p> : null}
      {data ? <PaperView paper={data.paper} canEdit={isEditor} /> : error ? null : <p class="wait">Opening …</p>}
    </div>
  );
}

// What the board costs: line by line, each traced to who and where.

import { useState } from "preact/hooks";
import { useStore } from "../state.js";
import { count, money } from "../words.js";
import { useAnswer } from "./asking.js";
import { spelled } from "./values.js";

interface CostRow {
  line: string;
  label: string;
  amount: number;
  share: number;
  items: number;
}

interface Costs {
  currency: string;
  total: number;
  bound: number | null;
  gap: number | null;
  rows: CostRow[];
}

interface Item {
  amount: number;
  said: string;
  unit?: string | null;
  person?: string | null;
  location?: string | null;
  element?: string | null;
  picture?: string | null;
  scene?: string | null;
}

export default function CostsPage() {
  const board = useStore((state) => state.board);
  const role = useStore((state) => state.role);
  const canSee = role === "edit";
  const { data, error } = useAnswer<Costs>(board && canSee ? `/api/boards/${encodeURIComponent(board)}/costs` : null);
  if (!canSee) return <p class="wait">Costs are shown to those who may edit.</p>;
  if (error) return <p class="wait error">{error}</p>;
  if (!data) return <p class="wait">Counting …</p>;
  return (
    <div class="view besides costs-view">
      <header class="view-head">
        <h2>Costs</h2>
        <span class="soft">Board {board}, counted by the rules of the shoot</span>
      </header>
      <dl class="cost-figures">
        <div>
          <dt>Total</dt>
          <dd>{money(data.total, data.currency)}</dd>
        </div>
        <div>
          <dt>Proven least</dt>
          <dd>{data.bound === null ? <span class="soft">not proven for these facts</span> : money(data.bound, data.currency)}</dd>
        </div>
        {data.gap !== null && data.bound !== null ? (
          <div>
            <dt>At most to be saved</dt>
            <dd>
              {(data.gap / 10).toFixed(1)} % <span class="soft">{money(data.total - data.bound, data.currency)}</span>
            </dd>
          </div>
        ) : null}
      </dl>
      <table class="cost-table">
        <thead>
          <tr>
            <th scope="col">Cost line</th>
            <th scope="col" class="number">
              Amount
            </th>
            <th scope="col" class="number">
              Share
            </th>
            <th scope="col">
              <span class="hidden">Share as a bar</span>
            </th>
          </tr>
        </thead>
        {data.rows.map((row) => (
          <Line key={row.line} row={row} board={board} currency={data.currency} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td class="number">{money(data.total, data.currency)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Line({ row, board, currency }: { row: CostRow; board: string; currency: string }) {
  const [isOpen, setOpen] = useState(false);
  const name = <>{row.label}</>;
  return (
    <tbody>
      <tr class={row.amount ? "" : "nothing"}>
        <th scope="row">
          {row.items ? (
            <button type="button" class="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <span class="turn" aria-hidden="true">
                {isOpen ? "▾" : "▸"}
              </span>
              {name} <span class="soft">{count(row.items, "item")}</span>
            </button>
          ) : (
            <span class="no-turn">{name}</span>
          )}
        </th>
        <td class="number">{row.amount ? money(row.amount, currency) : "–"}</td>
        <td class="number">{row.amount ? `${(row.share / 10).toFixed(1)} %` : ""}</td>
        <td class="bar-cell">
          <span class="share" style={{ width: `${row.share / 10}%` }} />
        </td>
      </tr>
      {isOpen ? <Items line={row.line} board={board} currency={currency} /> : null}
    </tbody>
  );
}

function Items({ line, board, currency }: { line: string; board: string; currency: string }) {
  const { data, error } = useAnswer<{ items: Item[] }>(`/api/boards/${encodeURIComponent(board)}/costs/${line}`);
  const shoot = useStore((state) => state.shoot);
  const names = useStore((state) => state.shoot?.board_names);
  const scene = (id: string) => shoot?.scenes.find((one) => one.id === id)?.number ?? id;
  if (error || !data) {
    return (
      <tr class="item">
        <td colSpan={4}>{error || "Counting …"}</td>
      </tr>
    );
  }
  return (
    <>
      {data.items.map((one, at) => (
        <tr key={at} class="item">
          <td>
            {spelled(one.said)}{" "}
            <span class="links">
              {one.person ? <a href={`#/facts/person/${one.person}`}>{names?.[one.person] ?? one.person}</a> : null}
              {one.location ? <a href={`#/facts/location/${one.location}`}>{shoot?.locations.find((it) => it.id === one.location)?.name ?? one.location}</a> : null}
              {one.element ? <a href={`#/facts/element/${one.element}`}>{shoot?.elements?.find((it) => it.id === one.element)?.name ?? one.element}</a> : null}
              {one.picture ? <a href={`#/facts/picture/${one.picture}`}>{shoot?.pictures.find((it) => it.id === one.picture)?.title ?? one.picture}</a> : null}
              {one.scene ? <a href={`#/scene/${one.scene}`}>Scene {scene(one.scene)}</a> : null}
            </span>
          </td>
          <td class="number">{money(one.amount, currency)}</td>
          <td />
          <td />
        </tr>
      ))}
    </>
  );
}

// A paper as a page: its facts, tables and words as the printed one has them.

import { clock, hours, longDate, money, pages } from "../words.js";
import { Field } from "./Field.js";
import { isDate } from "./values.js";

interface FactCell {
  label: string;
  value: string;
  missing?: boolean;
  path?: string;
}

type Cell = null | string | number | { value: null | string | number; style: string };

interface RowData {
  style?: string;
  cells?: Cell[];
  notes?: string[];
  bar?: [string, string];
}

type Block =
  | { block: "facts"; name: string; title: string; facts: FactCell[]; columns: number }
  | { block: "text"; title: string; paragraphs: string[]; style: string }
  | {
      block: "table";
      name: string;
      title: string;
      columns: { key: string; label: string; form: string }[];
      groups: RowData[][];
      totals: RowData[];
    }
  | { block: "picture" }
  | { block: "legend"; swatches: { style: string; label: string; code: string }[] };

export interface PaperData {
  title: string;
  subtitle: string;
  warning: string;
  currency: string;
  stamp: { production: string; board: string; mark: string };
  sections: { title: string; blocks: Block[] }[];
}

export function PaperView({ paper, canEdit }: { paper: PaperData; canEdit: boolean }) {
  return (
    <article class="paper-sheet">
      {paper.warning ? <p class="warning">{paper.warning}</p> : null}
      {paper.sections.map((section, at) => (
        <section key={at}>
          <h3>
            {paper.stamp.production}
            {section.title ? <span>{section.title}</span> : null}
          </h3>
          {section.blocks.map((block, number) => (
            <BlockView key={number} block={block} currency={paper.currency} canEdit={canEdit} />
          ))}
        </section>
      ))}
      <footer>
        Board {paper.stamp.board} · {paper.stamp.mark}
      </footer>
    </article>
  );
}

function BlockView({ block, currency, canEdit }: { block: Block; currency: string; canEdit: boolean }) {
  switch (block.block) {
    case "facts":
      return <FactsBlock title={block.title} facts={block.facts} canEdit={canEdit} />;
    case "text":
      return (
        <div class={`text ${block.style}`}>
          {block.title ? <h4>{block.title}</h4> : null}
          {block.paragraphs.map((one, at) => (
            <p key={at}>{one}</p>
          ))}
        </div>
      );
    case "table":
      return <TableBlock block={block} currency={currency} />;
    default:
      return null;
  }
}

function FactsBlock({ title, facts, canEdit }: { title: string; facts: FactCell[]; canEdit: boolean }) {
  return (
    <>
      {title ? <h4>{title}</h4> : null}
      <dl class="paper-facts">
        {facts.map((one) => (
          <div key={one.label} class={one.missing ? "missing" : ""}>
            <dt>{one.label}</dt>
            <dd>
              {one.path && canEdit ? (
                <Field path={one.path} label={title ? `${one.label}, ${title}` : one.label} kind="words" value={one.missing ? null : one.value} placeholder="to be told" canEdit />
              ) : (
                one.value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const RIGHT = new Set(["number", "money", "eighths", "minutes", "clock"]);

function TableBlock({ block, currency }: { block: Extract<Block, { block: "table" }>; currency: string }) {
  const rows = block.groups.flat();
  const used = block.columns.map((_, at) => rows.some((row) => plain(row.cells?.[at] ?? null) !== null));
  const shown = block.columns.map((_, at) => at).filter((at) => used[at] || !rows.length);
  if (!rows.length) return null;
  return (
    <>
      {block.title ? <h4>{block.title}</h4> : null}
      <div class="scroll" tabIndex={0} role="region" aria-label={block.title || block.name}>
        <table class={`paper-table ${block.name}`}>
          <thead>
            <tr>
              {shown.map((at) => (
                <th key={at} scope="col" class={RIGHT.has(block.columns[at]!.form) ? "number" : undefined}>
                  {block.columns[at]!.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows, ...block.totals].map((row, number) =>
              row.bar ? (
                <tr key={number} class={`bar-row ${styleName(row.style)}`}>
                  <td colSpan={shown.length}>
                    <span>{row.bar[0]}</span> <span>{row.bar[1]}</span>
                  </td>
                </tr>
              ) : (
                <tr key={number} class={styleName(row.style)}>
                  {shown.map((at) => {
                    const cell = row.cells?.[at] ?? null;
                    const column = block.columns[at]!;
                    const style = typeof cell === "object" && cell ? cell.style : "";
                    return (
                      <td key={at} class={`${styleName(style)} ${RIGHT.has(column.form) ? "number" : ""}`}>
                        {cellText(plain(cell), column.form, currency)}
                      </td>
                    );
                  })}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

const STRIPS = new Set(["int-day", "ext-day", "int-night", "ext-night", "dawn", "dusk"]);

/** Strips have the colors of the board; whatever else a paper styles has its own name. */
function styleName(style: string | undefined): string {
  return !style || STRIPS.has(style) ? (style ?? "") : `is-${style}`;
}

function plain(cell: Cell): null | string | number {
  return typeof cell === "object" && cell ? cell.value : cell;
}

function cellText(value: null | string | number, form: string, currency: string): string {
  if (value === null) return "";
  if (typeof value === "string") return form === "date" && isDate(value) ? longDate(value) : value;
  if (form === "eighths") return pages(value);
  if (form === "money") return money(value, currency);
  if (form === "clock") return clock(value);
  if (form === "minutes") return hours(value);
  return String(value);
}

// Boards and revisions: make, copy, rename, remove, restore, compare.

import { useEffect, useState } from "preact/hooks";
import { loadBoard, loadShoot } from "../acting.js";
import { ask, newId } from "../api.js";
import type { Desk } from "../plan/desk.js";
import { Differences } from "../plan/Differences.js";
import { titled } from "../plan/FreezeDialog.js";
import type { Differences as Found } from "../plan/types.js";
import { store, useStore } from "../state.js";
import { count, longDate } from "../words.js";

export default function Boards() {
  const [desk, setDesk] = useState<Desk | null>(null);
  const [fault, setFault] = useState("");
  const head = useStore((state) => state.head);
  const canEdit = useStore((state) => state.role === "edit");
  const load = () => ask<Desk>("/api/desk").then(setDesk, fail);
  const fail = (error: unknown) => setFault(error instanceof Error ? error.message : String(error));
  useEffect(() => void load(), [head]);
  const act = async (path: string, body: Record<string, unknown>, open?: string) => {
    setFault("");
    try {
      await ask(path, { id: newId(), ...body });
      await Promise.all([loadShoot(), load()]);
      const there = store.get().boards;
      const wanted = open ?? (there.includes(store.get().board) ? "" : there.at(-1));
      if (wanted) await loadBoard(wanted);
    } catch (error) {
      fail(error);
    }
  };
  if (!desk) return <p class="wait">{fault || "Opening …"}</p>;
  return (
    <div class="view boards-page">
      {fault ? (
        <p class="bad-words" role="alert">
          {fault}
        </p>
      ) : null}
      <section>
        <h2>Boards</h2>
        <table class="plain-table">
          <thead>
            <tr>
              <th>Board</th>
              <th class="number">Days</th>
              <th class="number">Boneyard</th>
              <th>Last edited</th>
              <th>Note</th>
              <th>
                <span class="hidden">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {desk.boards.map((one) => (
              <tr key={one.name}>
                <th>
                  <a href={`#/board/${one.name}`}>{one.name}</a>
                </th>
                <td class="number">{one.days}</td>
                <td class="number">{one.boneyard}</td>
                <td>
                  {longDate(one.at.slice(0, 10))}, {one.by}
                </td>
                <td class="long">{one.note}</td>
                <td>{canEdit ? <BoardButtons name={one.name} act={act} isLast={desk.boards.length === 1} /> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {desk.boards.length ? null : <p>There is no board yet: make an empty one, then optimize it.</p>}
        {canEdit ? <NewBoard desk={desk} act={act} /> : null}
      </section>
      <section>
        <h2>Revisions</h2>
        <p class="soft">The next one will be {titled(desk.next_color)}. Freeze a board with the button above it.</p>
        {desk.revisions.length ? (
          <table class="plain-table">
            <thead>
              <tr>
                <th>Color</th>
                <th>Date</th>
                <th>Of board</th>
                <th class="number">Days</th>
                <th>By</th>
                <th>Note</th>
                <th>
                  <span class="hidden">Papers</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {desk.revisions.map((one) => (
                <tr key={one.number}>
                  <th>
                    <span class={`paper paper-${one.color.split(" ").at(-1)}`}>{titled(one.color)}</span>
                  </th>
                  <td>{longDate(one.date)}</td>
                  <td>{one.board}</td>
                  <td class="number">{one.days}</td>
                  <td>{one.by}</td>
                  <td class="long">{one.note}</td>
                  <td>
                    <a href={`#/papers/one-liner/of/${encodeURIComponent(one.color)}`}>Papers</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p>Nothing was frozen yet.</p>
        )}
      </section>
      {canEdit ? <Compare desk={desk} /> : null}
    </div>
  );
}

type Act = (path: string, body: Record<string, unknown>, open?: string) => Promise<void>;

function BoardButtons({ name, act, isLast }: { name: string; act: Act; isLast: boolean }) {
  const [to, setTo] = useState<string | null>(null);
  const path = `/api/desk/${encodeURIComponent(name)}`;
  if (to !== null) {
    return (
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void act(`${path}/rename`, { to: to.trim() }, to.trim());
        }}
      >
        <input aria-label="New name" value={to} required maxLength={64} onInput={(event) => setTo(event.currentTarget.value)} />
        <button type="submit">Rename</button>
        <button type="button" onClick={() => setTo(null)}>
          Cancel
        </button>
      </form>
    );
  }
  return (
    <span class="row">
      <button type="button" onClick={() => setTo(name)}>
        Rename …
      </button>
      <button type="button" disabled={isLast} title={isLast ? "the only board" : "undo brings it back"} onClick={() => void act(`${path}/remove`, {})}>
        Remove
      </button>
    </span>
  );
}

function NewBoard({ desk, act }: { desk: Desk; act: Act }) {
  const [name, setName] = useState("");
  const [like, setLike] = useState("");
  const [full, setFull] = useState<"" | "pages" | "hours">("");
  const [most, setMost] = useState("");
  const go = (event: Event) => {
    event.preventDefault();
    const made = name.trim();
    const days = full === "pages" ? { pages: most.trim() } : full === "hours" ? { hours: Number(most) } : {};
    void act("/api/desk", { name: made, ...(like ? { like } : {}), ...days }, made).then(() => setName(""));
  };
  return (
    <form class="fields" onSubmit={go}>
      <label>
        New board
        <input value={name} required maxLength={64} pattern="[A-Za-z0-9_.\-]+" placeholder="letters, digits, - _ ." onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label>
        As
        <select value={like} onChange={(event) => setLike(event.currentTarget.value)}>
          <option value="">{full ? "the script: strips in its order" : "empty: all strips in the boneyard"}</option>
          <Names desk={desk} />
        </select>
      </label>
      <label>
        Days
        <select value={full} onChange={(event) => setFull(event.currentTarget.value as typeof full)}>
          <option value="">as they stand</option>
          <option value="pages">broken anew, by pages</option>
          <option value="hours">broken anew, by hours</option>
        </select>
      </label>
      {full ? (
        <label>
          {full === "pages" ? "Pages a day" : "Hours a day"}
          <input value={most} required size={6} placeholder={full === "pages" ? "4 3/8" : "10"} onInput={(event) => setMost(event.currentTarget.value)} />
        </label>
      ) : null}
      <button type="submit" class="main">
        Make it
      </button>
    </form>
  );
}

function Names({ desk }: { desk: Desk }) {
  return (
    <>
      {desk.boards.map((one) => (
        <option key={one.name} value={one.name}>
          board {one.name}
        </option>
      ))}
      {desk.revisions.map((one) => (
        <option key={one.number} value={one.color}>
          {titled(one.color)}, as it was frozen
        </option>
      ))}
    </>
  );
}

function Compare({ desk }: { desk: Desk }) {
  const names = [...desk.revisions.map((one) => one.color), ...desk.boards.map((one) => one.name)];
  const [before, setBefore] = useState("");
  const [after, setAfter] = useState("");
  const [found, setFound] = useState<(Found & { gone: string[] }) | null>(null);
  const [fault, setFault] = useState("");
  const go = (event: Event) => {
    event.preventDefault();
    setFault("");
    const asked = new URLSearchParams({ before: before || names[0]!, after: after || names.at(-1)! });
    ask<Found & { gone: string[] }>(`/api/compare?${asked}`).then(setFound, (error: unknown) => setFault(String(error)));
  };
  if (names.length < 2) return null;
  return (
    <section>
      <h2>Compare</h2>
      <form class="fields" onSubmit={go}>
        <label>
          From
          <select value={before || names[0]!} onChange={(event) => setBefore(event.currentTarget.value)}>
            <Names desk={desk} />
          </select>
        </label>
        <label>
          To
          <select value={after || names.at(-1)!} onChange={(event) => setAfter(event.currentTarget.value)}>
            <Names desk={desk} />
          </select>
        </label>
        <button type="submit">Compare</button>
      </form>
      {fault ? <p class="bad-words">{fault}</p> : null}
      {found?.gone.length ? <p class="warn-words">{count(found.gone.length, "scene")} left the production since.</p> : null}
      {found ? <Differences found={found} currency={store.get().shoot?.currency ?? "USD"} /> : null}
    </section>
  );
}

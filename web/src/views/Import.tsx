// Import: a script, a schedule or a table is looked at first, then taken in.

import { useRef, useState } from "preact/hooks";
import { loadBoard, loadShoot } from "../acting.js";
import { Refused, ask, newId, sendFile } from "../api.js";
import { tellGood } from "../plan/work.js";
import { store, useStore } from "../state.js";
import { count, money, pages, pagesTold } from "../words.js";
import { RemarkList, SceneList } from "./ImportLists.js";
import type { Draft, First, Found } from "./importing.js";

const MOST_MEGABYTES = 25;

export default function Import() {
  const role = useStore((state) => state.role);
  const isEmpty = useStore((state) => !state.shoot?.scenes.length);
  const [found, setFound] = useState<Found | null>(null);
  const [faults, setFaults] = useState<string[]>([]);
  const [wait, setWait] = useState("");
  const look = async (file: File, picture: string) => {
    setFound(null);
    setFaults([]);
    if (file.size > MOST_MEGABYTES * 2 ** 20) {
      setFaults([`${file.name} is larger than ${MOST_MEGABYTES} MB.`]);
      return;
    }
    setWait(`Reading ${file.name} …`);
    try {
      const asked = new URLSearchParams({ name: file.name, picture });
      setFound(await sendFile<Found>(`/api/import?${asked}`, file));
    } catch (error) {
      setFaults(told(error));
    } finally {
      setWait("");
    }
  };
  const take = async () => {
    if (!found) return;
    setWait("Taking it in …");
    try {
      await ask(`/api/import/${found.key}`, { id: newId() });
      await loadShoot();
      const board = store.get().board || store.get().boards[0];
      if (board) await loadBoard(board);
      tellGood(takenWords(found));
      setFound(null);
      location.hash = `#/board/${board ?? ""}`;
    } catch (error) {
      setFaults(told(error));
    } finally {
      setWait("");
    }
  };
  if (role !== "edit") return <div class="view"><p>Only those who edit can import.</p></div>;
  return (
    <div class="view import-page">
      <h2>Import</h2>
      <p>
        {isEmpty
          ? "A script (Fountain or Final Draft), a schedule (USS) or a one-liner (CSV, Excel) makes the production."
          : "A script becomes a new draft of its picture; a cast list (CSV, Excel) goes into the people."}{" "}
        Nothing is changed before you have seen what would come of it.
      </p>
      <Choose look={look} />
      {wait ? <p role="status">{wait}</p> : null}
      {faults.length ? (
        <div class="bad-words" role="alert">
          <p>It was not taken in.</p>
          <ul>
            {faults.slice(0, 20).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {found ? <Preview found={found} take={take} drop={() => setFound(null)} isBusy={wait !== ""} /> : null}
    </div>
  );
}

function told(error: unknown): string[] {
  if (error instanceof Refused) return error.errors;
  return [error instanceof Error ? error.message : String(error)];
}

function takenWords(found: Found): string {
  return found.what === "first" ? `${found.title} is there. Optimize the board next.` : `${found.file} is taken in; one undo takes it back.`;
}

function Choose({ look }: { look: (file: File, picture: string) => Promise<void> }) {
  const shoot = useStore((state) => state.shoot);
  const [picture, setPicture] = useState("");
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const several = (shoot?.pictures.length ?? 0) > 1;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) void look(file, picture);
  };
  return (
    <div
      class={over ? "drop-file over" : "drop-file"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {several ? (
        <label>
          A script is a draft of
          <select value={picture} onChange={(event) => setPicture(event.currentTarget.value)}>
            <option value="">the picture of its title</option>
            {shoot?.pictures.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        File, or drop one here
        <input
          ref={input}
          type="file"
          accept=".fountain,.txt,.fdx,.uss,.json,.csv,.tsv,.xlsx"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void look(file, picture);
          }}
        />
      </label>
    </div>
  );
}

interface PreviewProps {
  found: Found;
  take: () => Promise<void>;
  drop: () => void;
  isBusy: boolean;
}

function Preview({ found, take, drop, isBusy }: PreviewProps) {
  return (
    <section class="import-found" aria-label="What would come of it">
      {found.what === "first" ? <FirstTold found={found} /> : found.what === "draft" ? <DraftTold found={found} /> : null}
      {found.what === "cast" ? (
        <>
          <h3>
            {found.file}: {count(found.people, "person", "people")}, {count(found.changes.length, "change")}
          </h3>
          <ul>
            {found.changes.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </>
      ) : null}
      {found.what === "first" ? <RemarkList title="What was assumed" items={found.assumed} /> : null}
      <RemarkList title="Questions" items={found.questions} open />
      <RemarkList title="Warnings" items={found.warnings} open />
      <footer class="row">
        <button type="button" class="main" disabled={isBusy} onClick={() => void take()}>
          Take it in
        </button>
        <button type="button" onClick={drop}>
          Leave it
        </button>
      </footer>
    </section>
  );
}

function FirstTold({ found }: { found: First }) {
  const broken = Object.values(found.broken).flat().length;
  return (
    <>
      <h3>
        {found.title}: {count(found.count, "scene")}, {pages(found.eighths)} pages, {count(found.people, "person", "people")},{" "}
        {count(found.locations, "location")}
      </h3>
      <p>
        {found.boards.length === 1 ? "Its board" : "Its boards"}: {found.boards.join(", ")}
        {broken ? `, breaking ${count(broken, "rule")}` : ""}. Strips without a day wait in the boneyard.
      </p>
      <SceneList scenes={found.scenes.map((one) => ({ number: one.number, heading: one.heading, said: pagesTold(one.eighths) }))} />
    </>
  );
}

function DraftTold({ found }: { found: Draft }) {
  const currency = store.get().shoot?.currency ?? "USD";
  return (
    <>
      <h3>
        The {found.color} draft: {count(found.scenes.length, "scene")} with changes, {found.unchanged} as they were
      </h3>
      <SceneList
        scenes={found.scenes.map((one) => ({
          number: one.number,
          heading: one.heading,
          said: [one.what.join(", "), ...one.fields.map(fieldWords)].filter(Boolean).join(" · "),
        }))}
      />
      {found.boards.map((one) => (
        <p key={one.name}>
          Board {one.name}: {count(one.left.length, "strip")} gone, {count(one.waiting.length, "new strip")} in the boneyard, cost{" "}
          {money(one.cost_before, currency)} → {money(one.cost, currency)}
          {one.new_conflicts.length ? `; it would break ${count(one.new_conflicts.length, "rule")}: ${one.new_conflicts[0]}` : ""}.
        </p>
      ))}
      <RemarkList title="Remarks" items={found.remarks} open />
    </>
  );
}

function fieldWords(one: Draft["scenes"][number]["fields"][number]): string {
  if (one.gained.length || one.lost.length) {
    return `${one.field} ${[...one.gained.map((name) => `+${name}`), ...one.lost.map((name) => `−${name}`)].join(" ")}`;
  }
  return one.before || one.after ? `${one.field} ${one.before} → ${one.after}` : one.field;
}

// The page: head, tabs, the view that the address names, notices.

import { render } from "preact";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Refused } from "./api.js";
import { loadBoard, loadShoot } from "./acting.js";
import { followCovers } from "./board/covers.js";
import { nextPane } from "./board/focusing.js";
import { recallLooks } from "./board/looks.js";
import { followComments } from "./comments/comments.js";
import { Dialogs } from "./dialogs/Dialogs.js";
import { Header } from "./Header.js";
import { store, useStore } from "./state.js";
import { NothingYet, isLacking, lackOf } from "./NothingYet.js";
import { VIEWS } from "./views.js";
import { connect, tellSeen } from "./wire.js";

function App() {
  const [hash, setHash] = useState(location.hash);
  const night = useStore((state) => state.night);
  useEffect(() => {
    const changed = () => {
      setHash(location.hash);
      tellSeen();
    };
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  const [, name = "board", ...rest] = hash.split("/");
  return (
    <div class={`page night-${night}`}>
      <Header />
      <Tabs name={name} />
      <main>
        <Shown name={name} rest={rest.map(decodeURIComponent).join("/")} />
      </main>
      <Notice />
      <Dialogs />
      <Spoken />
    </div>
  );
}

function Tabs({ name }: { name: string }) {
  const may = useStore((state) => state.may);
  return (
    <nav class="tabs" aria-label="Views" data-pane>
      {VIEWS.filter((view) => view.tab && (!view.needs || may.includes(view.needs))).map((view) => (
        <a key={view.name} href={`#/${view.name}`} aria-current={view.name === name ? "page" : undefined}>
          {view.tab}
        </a>
      ))}
    </nav>
  );
}

const loaded = new Map<string, ComponentType<{ rest: string }>>();

function Shown({ name, rest }: { name: string; rest: string }) {
  const view = VIEWS.find((one) => one.name === name) ?? VIEWS[0]!;
  const [, setReady] = useState(0);
  const board = useStore((state) => state.board);
  const lack = useStore(lackOf);
  useEffect(() => {
    if (loaded.has(view.name)) return;
    void view.load().then((made) => {
      loaded.set(view.name, made.default);
      setReady((number) => number + 1);
    });
  }, [view.name]);
  useEffect(() => {
    if (view.name === "board" && rest && rest !== board) void loadBoard(rest).catch(fail);
  }, [view.name, rest]);
  const Made = loaded.get(view.name);
  if (isLacking(lack, view.name)) return <NothingYet lack={lack} />;
  return Made ? <Made rest={rest} /> : <p class="wait">Opening …</p>;
}

function Notice() {
  const notice = useStore((state) => state.notice);
  if (!notice) return null;
  const close = () => {
    const { saved } = store.get(); // nothing waits: what was refused is read by now
    store.set({ notice: null, ...(saved === "refused" ? { saved: "saved" as const } : {}) });
  };
  return (
    <div class={`notice ${notice.kind}`} role="alert">
      <p>{notice.text}</p>
      {notice.link ? (
        <a class="button" href={notice.link.href} onClick={close}>
          {notice.link.label}
        </a>
      ) : null}
      <button type="button" onClick={close}>
        Close
      </button>
    </div>
  );
}

function Spoken() {
  const said = useStore((state) => state.said);
  return (
    <div class="hidden" aria-live="polite">
      {said}
    </div>
  );
}

function fail(error: unknown): void {
  const isOut = error instanceof Refused && error.status === 401;
  const text = isOut
    ? "This page has no key any more. Open the address that daybreak serve prints."
    : error instanceof Error
      ? error.message
      : String(error);
  store.set({ notice: { kind: "bad", text } });
}

async function begin(): Promise<void> {
  try {
    await loadShoot();
    const asked = location.hash.split("/");
    const named = asked[1] === "board" && asked[2] ? decodeURIComponent(asked[2]) : "";
    const first = named || store.get().boards.at(-1) || "";
    if (first) await loadBoard(first);
    else if (!store.get().shoot) location.hash = "#/import"; // the document is still empty
  } catch (error) {
    fail(error);
  }
  connect();
  followComments();
  followCovers();
}

window.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  if (target.closest("dialog")) return;
  if (event.key === "F6") {
    event.preventDefault();
    nextPane(event.shiftKey);
  } else if (event.key === "/" && !target.closest("input, textarea, select")) {
    event.preventDefault();
    document.getElementById("search")?.focus();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (store.get().pending.length) event.preventDefault(); // something is not saved yet
});
recallLooks();
render(<App />, document.getElementById("app")!);
void begin();

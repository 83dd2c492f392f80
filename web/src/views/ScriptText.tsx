// The words of a scene, and how some of them become an element.

import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Scene, Shoot } from "../doc.js";
import { setFact, useAnswer } from "./asking.js";
import { idOf } from "./values.js";

export const CATEGORIES = [
  ...["background", "stunts", "special effects", "visual effects", "vehicles", "animals"],
  ...["props", "set dressing", "greenery", "wardrobe", "makeup", "camera", "lighting"],
  ...["grip", "sound", "music", "security", "labor", "other"],
];
const WORDS_MOST = 80;

interface Line {
  kind: string;
  text: string;
}

interface Told {
  file: string | null;
  color: string;
  text: Line[] | null;
}

export function ScriptText({ scene, shoot, canTag }: { scene: Scene; shoot: Shoot; canTag: boolean }) {
  const { data, error } = useAnswer<Told>(`/api/scenes/${encodeURIComponent(scene.id)}/script`);
  const page = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState("");
  useEffect(() => setWords(""), [scene.id]);
  useEffect(() => {
    const look = () => setWords(canTag ? pickedIn(page.current) : "");
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [canTag]);
  const [kept, setKept] = useState("");
  useEffect(() => {
    if (words) setKept(words);
  }, [words]);
  if (error) return <p class="error">{error}</p>;
  if (!data) return <p class="wait">Opening the script …</p>;
  if (!data.text) {
    return (
      <div class="script none">
        <p class="empty">
          No script that this document keeps has a scene {scene.number}. Take one in on the page Import, or begin with
          daybreak new --script.
        </p>
      </div>
    );
  }
  const names = marksOf(scene, shoot);
  return (
    <div class="script">
      <p class="soft file">
        {data.file}
        {data.color ? ` · ${data.color}` : ""}
        {canTag ? " · Select words to make them an element" : ""}
      </p>
      <div class="script-page" ref={page} tabIndex={0} role="region" aria-label="Script">
        {data.text.map((line, at) => (
          <p key={at} class={line.kind}>
            {marked(line.text, names)}
          </p>
        ))}
      </div>
      {kept && canTag ? <Tag key={scene.id} words={kept} scene={scene} shoot={shoot} done={() => setKept("")} /> : null}
    </div>
  );
}

function pickedIn(page: HTMLElement | null): string {
  const picked = document.getSelection();
  if (!page || !picked || picked.isCollapsed || !page.contains(picked.anchorNode)) return "";
  return picked.toString().replace(/\s+/g, " ").trim().slice(0, WORDS_MOST);
}

/** Names of elements in the words of the script, each with its category. */
function marksOf(scene: Scene, shoot: Shoot): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of scene.elements ?? []) {
    const one = shoot.elements?.find((element) => element.id === id);
    if (one && one.name.length > 1) found.set(one.name.toLowerCase(), one.category);
  }
  return found;
}

function marked(text: string, names: Map<string, string>): ComponentChildren[] {
  const low = text.toLowerCase();
  const hits: { at: number; end: number; category: string }[] = [];
  for (const [name, category] of names) {
    for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + name.length)) {
      hits.push({ at, end: at + name.length, category });
    }
  }
  hits.sort((one, other) => one.at - other.at || other.end - one.end);
  const made: ComponentChildren[] = [];
  let done = 0;
  for (const hit of hits) {
    if (hit.at < done) continue;
    made.push(text.slice(done, hit.at));
    made.push(
      <mark key={hit.at} title={hit.category}>
        {text.slice(hit.at, hit.end)}
      </mark>,
    );
    done = hit.end;
  }
  return [...made, text.slice(done)];
}

function Tag({ words, scene, shoot, done }: { words: string; scene: Scene; shoot: Shoot; done: () => void }) {
  const [category, setCategory] = useState("props");
  const [name, setName] = useState(words);
  const [error, setError] = useState("");
  useEffect(() => setName(words), [words]);
  const categories = [...new Set([...CATEGORIES, ...(shoot.elements ?? []).map((one) => one.category.toLowerCase())])];
  const tag = async (event: Event) => {
    event.preventDefault();
    const why = await tagged(name.trim(), category, scene, shoot);
    setError(why ?? "");
    if (why === null) done();
  };
  return (
    <form class="tag" onSubmit={(event) => void tag(event)}>
      <input aria-label="Name of the element" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <select aria-label="Category" value={category} onChange={(event) => setCategory(event.currentTarget.value)}>
        {categories.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <button type="submit" class="main">
        Add to scene {scene.number}
      </button>
      <button type="button" onClick={done}>
        Cancel
      </button>
      {error ? (
        <span class="error" role="alert">
          {error}
        </span>
      ) : null}
    </form>
  );
}

/** Makes an element, or takes the one of that name, and adds it to a scene. */
export async function tagged(name: string, category: string, scene: Scene, shoot: Shoot): Promise<string | null> {
  if (!name) return "Give it a name.";
  const all = shoot.elements ?? [];
  const same = (one: { name: string; category: string }) =>
    one.name.toLowerCase() === name.toLowerCase() && one.category.toLowerCase() === category.toLowerCase();
  const found = all.find(same);
  const id = found?.id ?? idOf(name, all.map((one) => one.id), "element");
  if ((scene.elements ?? []).includes(id)) return "The scene has it already.";
  if (!found) {
    const kept = all.find((one) => one.category.toLowerCase() === category.toLowerCase())?.category;
    const why = await setFact(`element/${id}`, { name, category: kept ?? category });
    if (why !== null) return why;
  }
  return setFact(`scene/${scene.id}/elements`, [...(scene.elements ?? []), id]);
}

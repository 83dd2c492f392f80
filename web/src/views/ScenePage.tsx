// The breakdown sheet: everything that is known of a scene, beside its words.

import { useEffect, useState } from "preact/hooks";
import type { Scene, Shoot } from "../doc.js";
import { dateOf, unitOf } from "../doc.js";
import { stripColor } from "../board/strips.js";
import { CommentsOf } from "../comments/CommentList.js";
import { useStore } from "../state.js";
import { count, longDate, pages } from "../words.js";
import { Field } from "./Field.js";
import type { FieldProps } from "./Field.js";
import { ScriptText, tagged } from "./ScriptText.js";
import { Sheet } from "./Sheet.js";
import type { Data } from "./Sheet.js";
import { canEdit, dayOfStrip, setFact, showOnBoard } from "./asking.js";
import { SCENE_COLUMNS, optionsOf, rowsOf } from "./tables.js";

export default function ScenePage({ rest }: { rest: string }) {
  const shoot = useStore((state) => state.shoot);
  if (!shoot) return <p class="wait">Opening …</p>;
  if (!rest) return <SceneList shoot={shoot} />;
  const at = shoot.scenes.findIndex((one) => one.id === rest);
  const scene = shoot.scenes[at];
  if (!scene) {
    return (
      <div class="view besides">
        <p class="empty">
          There is no scene “{rest}”. <a href="#/scene">All scenes</a>
        </p>
      </div>
    );
  }
  return <BreakdownSheet shoot={shoot} scene={scene} before={shoot.scenes[at - 1]} after={shoot.scenes[at + 1]} />;
}

function SceneList({ shoot }: { shoot: Shoot }) {
  return (
    <div class="view besides tables">
      <Sheet title="Scenes" noun="scene" rows={rowsOf("scene", shoot.scenes, "number")} columns={SCENE_COLUMNS(shoot)} removable={false} />
    </div>
  );
}

interface SheetProps {
  shoot: Shoot;
  scene: Scene;
  before: Scene | undefined;
  after: Scene | undefined;
}

function BreakdownSheet({ shoot, scene, before, after }: SheetProps) {
  const isEditor = canEdit();
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if ((event.target as HTMLElement).closest("input, select, textarea, dialog")) return;
      const other = event.altKey ? null : event.key === "PageDown" ? after : event.key === "PageUp" ? before : null;
      if (!other) return;
      event.preventDefault();
      location.hash = `#/scene/${other.id}`;
    };
    window.addEventListener("keydown", key);
    return () => window.removeEventListener("keydown", key);
  }, [before, after]);
  const picture = shoot.pictures.find((one) => one.id === scene.picture);
  return (
    <div class="view besides breakdown">
      <header class={`scene-head ${stripColor(scene)}`}>
        <h2>
          Scene {scene.number} <span>{scene.heading}</span>
        </h2>
        <span>{pages(scene.eighths) || "0"} pages</span>
        {shoot.pictures.length > 1 ? <span>{picture?.title}</span> : null}
      </header>
      <nav class="scene-nav" aria-label="Scenes">
        <Near scene={before} lead="‹ Scene" title="Scene before (Page up)" />
        <Near scene={after} lead="Scene" tail=" ›" title="Scene after (Page down)" />
        <a href="#/scene">All scenes</a>
        <Standing scene={scene} shoot={shoot} />
      </nav>
      <div class="columns">
        <div class="sheet-fields">
          <SceneFacts shoot={shoot} scene={scene} isEditor={isEditor} />
          <CastOf shoot={shoot} scene={scene} isEditor={isEditor} />
          <ElementsOf shoot={shoot} scene={scene} isEditor={isEditor} />
          <CommentsOf about={`scene/${scene.id}`} />
        </div>
        <ScriptText scene={scene} shoot={shoot} canTag={isEditor} />
      </div>
    </div>
  );
}

function Near({ scene, lead, tail = "", title }: { scene: Scene | undefined; lead: string; tail?: string; title: string }) {
  if (!scene) return <span class="button off">{lead + tail}</span>;
  return (
    <a class="button" href={`#/scene/${scene.id}`} title={title}>
      {lead} {scene.number}
      {tail}
    </a>
  );
}

function Standing({ scene, shoot }: { scene: Scene; shoot: Shoot }) {
  const meaning = useStore((state) => state.meaning);
  useStore((state) => state.standing);
  const key = dayOfStrip(scene.id);
  const day = key === null ? undefined : meaning?.days[key];
  const broken = (meaning?.violations ?? []).filter((one) => one.where.scene === scene.id);
  const unit = key && shoot.units.length > 1 ? ` · ${shoot.units.find((one) => one.id === unitOf(key))?.name ?? ""}` : "";
  return (
    <>
      <button type="button" onClick={() => showOnBoard(scene.id)}>
        {key ? `On the board: ${day ? `day ${day.number}, ` : ""}${longDate(dateOf(key))}${unit}` : "In the boneyard"}
      </button>
      {broken.length ? (
        <span class="chip bad" title={broken.map((one) => one.said).join("\n")}>
          ▲ {count(broken.length, "conflict")}
        </span>
      ) : null}
    </>
  );
}

function SceneFacts({ shoot, scene, isEditor }: { shoot: Shoot; scene: Scene; isEditor: boolean }) {
  const data = scene as unknown as Data;
  const field = (key: string, label: string, more: Partial<FieldProps> = {}) => (
    <label class={`fact ${key}`} key={key}>
      <span>{label}</span>
      <Field path={`scene/${scene.id}/${key}`} label={label} kind="words" value={data[key]} canEdit={isEditor} {...more} />
    </label>
  );
  const words = (list: string[]) => list.map((one) => ({ value: one, label: one.toUpperCase() }));
  return (
    <section class="facts-grid" aria-label="Facts of the scene">
      {field("heading", "Heading", { needed: true })}
      {field("set", "Set")}
      {field("place", "I/E", { options: words(["int", "ext", "int/ext"]), needed: true })}
      {field("time", "D/N", { options: words(["day", "night", "dawn", "dusk", "any"]), needed: true })}
      {field("eighths", "Pages", { kind: "eighths", needed: true })}
      {field("minutes", "Minutes of work", { kind: "whole" })}
      {field("days", "Whole days", { kind: "whole" })}
      {field("location", "Location", { options: optionsOf(shoot.locations), needed: true })}
      {field("script_day", "Script day")}
      {field("extras", "Extras", { kind: "whole" })}
      {shoot.units.length > 1 ? field("units", "Units, any where empty", { kind: "list", options: optionsOf(shoot.units), placeholder: shoot.units[0]?.name ?? "" }) : null}
      {field("window", "Only between", { kind: "range", placeholder: "2027-03-01 to 2027-03-12" })}
      <PinOf shoot={shoot} scene={scene} isEditor={isEditor} />
      {field("synopsis", "Synopsis", { long: true })}
      {field("notes", "Notes", { long: true })}
      <p class="history">
        <a href={`#/facts/scene/${scene.id}`}>What is known of this scene, and who said it</a>
      </p>
    </section>
  );
}

function PinOf({ shoot, scene, isEditor }: { shoot: Shoot; scene: Scene; isEditor: boolean }) {
  const [error, setError] = useState("");
  const unit = scene.pin?.unit ?? scene.units?.[0] ?? shoot.units[0]?.id;
  const set = async (date: string) => {
    const why = await setFact(`scene/${scene.id}/pin`, date ? { unit, date } : null);
    setError(why ?? "");
  };
  return (
    <label class="fact pin">
      <span>Pinned to</span>
      <span class={scene.pin ? "field date" : "field date none"}>
        <input
          type="date"
          aria-label="Pinned to"
          disabled={!isEditor}
          value={scene.pin?.date ?? ""}
          onChange={(event) => void set(event.currentTarget.value)}
        />
        {error ? <span class="error">{error}</span> : null}
      </span>
    </label>
  );
}

function CastOf({ shoot, scene, isEditor }: { shoot: Shoot; scene: Scene; isEditor: boolean }) {
  const [error, setError] = useState("");
  const set = async (cast: string[]) => setError((await setFact(`scene/${scene.id}/cast`, cast)) ?? "");
  const others = shoot.people.filter((one) => !scene.cast.includes(one.id));
  const number = (id: string) => shoot.board_numbers[id] ?? 0;
  const inOrder = [...scene.cast].sort((one, other) => number(one) - number(other));
  return (
    <section class="needs">
      <h3>Cast</h3>
      <ul class="chips">
        {inOrder.map((id) => (
          <li key={id}>
            <b>{shoot.board_numbers[id]}</b> {shoot.board_names[id] ?? id}
            {isEditor ? (
              <button type="button" class="plain" aria-label={`Take ${shoot.board_names[id] ?? id} out`} onClick={() => void set(scene.cast.filter((one) => one !== id))}>
                ✕
              </button>
            ) : null}
          </li>
        ))}
        {isEditor && others.length ? (
          <li class="more">
            <select aria-label="Add to the cast" value="" onChange={(event) => event.currentTarget.value && void set([...scene.cast, event.currentTarget.value])}>
              <option value="">+ Person</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {shoot.board_numbers[one.id]} {shoot.board_names[one.id] ?? one.name}
                </option>
              ))}
            </select>
          </li>
        ) : null}
      </ul>
      {error ? <p class="error" role="alert">{error}</p> : null}
    </section>
  );
}

function ElementsOf({ shoot, scene, isEditor }: { shoot: Shoot; scene: Scene; isEditor: boolean }) {
  const [error, setError] = useState("");
  const [name, setName] = useState("");
  const [category, setCategory] = useState("props");
  const mine = (scene.elements ?? []).map((id) => shoot.elements?.find((one) => one.id === id)).filter((one) => one !== undefined);
  const categories = [...new Set(mine.map((one) => one.category))].sort();
  const every = [...new Set(["props", "wardrobe", "vehicles", ...(shoot.elements ?? []).map((one) => one.category)])];
  const remove = async (id: string) => {
    const left = (scene.elements ?? []).filter((one) => one !== id);
    setError((await setFact(`scene/${scene.id}/elements`, left)) ?? "");
  };
  const add = async (event: Event) => {
    event.preventDefault();
    const why = await tagged(name.trim(), category, scene, shoot);
    setError(why ?? "");
    if (why === null) setName("");
  };
  return (
    <section class="needs">
      <h3>Elements</h3>
      {categories.map((of) => (
        <div key={of} class="category">
          <h4>{of}</h4>
          <ul class="chips">
            {mine
              .filter((one) => one.category === of)
              .map((one) => (
                <li key={one.id}>
                  {one.name}
                  {isEditor ? (
                    <button type="button" class="plain" aria-label={`Take ${one.name} out`} onClick={() => void remove(one.id)}>
                      ✕
                    </button>
                  ) : null}
                </li>
              ))}
          </ul>
        </div>
      ))}
      {mine.length ? null : <p class="soft">None yet.</p>}
      {isEditor ? (
        <form class="adder" onSubmit={(event) => void add(event)}>
          <input aria-label="New element" list="elements-known" placeholder="Add an element" value={name} onInput={(event) => setName(event.currentTarget.value)} />
          <datalist id="elements-known">
            {(shoot.elements ?? []).map((one) => (
              <option key={one.id} value={one.name} />
            ))}
          </datalist>
          <select aria-label="Category of the new element" value={category} onChange={(event) => setCategory(event.currentTarget.value)}>
            {every.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
          <button type="submit">Add</button>
        </form>
      ) : null}
      {error ? <p class="error" role="alert">{error}</p> : null}
    </section>
  );
}

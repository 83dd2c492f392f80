// Every comment of the shoot: the open ones first, and a place to say another of a day.

import { useState } from "preact/hooks";
import type { Shoot, Standing } from "../doc.js";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import { useStore } from "../state.js";
import { count, longDate } from "../words.js";
import { CommentList, SayComment } from "./CommentList.js";
import { mayComment } from "./comments.js";
import type { Comment } from "./comments.js";

export default function CommentsPage() {
  const shoot = useStore((state) => state.shoot);
  const standing = useStore((state) => state.standing);
  const comments = useStore((state) => state.comments);
  const may = useStore((state) => mayComment(state.role));
  const [about, setAbout] = useState("");
  if (!shoot) return <p class="wait">Opening …</p>;
  if (!may) {
    return (
      <div class="view besides">
        <p class="empty">Comments are for those who may comment or edit. Ask who invited you.</p>
      </div>
    );
  }
  const open = comments.filter((one) => !one.settled);
  const settled = comments.filter((one) => one.settled);
  const lead = (one: Comment) => <About about={one.about} shoot={shoot} />;
  return (
    <div class="view besides comments-page">
      <div class="view-head">
        <h2>Comments</h2>
        <span class="soft">{count(open.length, "open comment")}</span>
      </div>
      <div class="comments">
        <label class="choose-about">
          Of
          <select value={about} onChange={(event) => setAbout(event.currentTarget.value)}>
            <option value="">a scene or a day …</option>
            <Choices shoot={shoot} standing={standing} />
          </select>
        </label>
        <SayComment about={about} disabled={!about} />
        {open.length ? <CommentList comments={open} lead={lead} /> : <p class="soft">Nothing is open.</p>}
        {settled.length ? <h3>Settled</h3> : null}
        <CommentList comments={settled} lead={lead} />
      </div>
    </div>
  );
}

function Choices({ shoot, standing }: { shoot: Shoot; standing: Standing | null }) {
  return (
    <>
      <optgroup label="Days">
        {(standing ? dayKeys(standing) : []).map((key) => (
          <option key={key} value={`day/${key}`}>
            {dayName(key, shoot)}
          </option>
        ))}
      </optgroup>
      <optgroup label="Scenes">
        {shoot.scenes.map((one) => (
          <option key={one.id} value={`scene/${one.id}`}>
            {one.number} {one.heading}
          </option>
        ))}
      </optgroup>
    </>
  );
}

function dayName(key: string, shoot: Shoot): string {
  const unit = shoot.units.length > 1 ? ` · ${shoot.units.find((one) => one.id === unitOf(key))?.name ?? unitOf(key)}` : "";
  return `${longDate(dateOf(key))}${unit}`;
}

function About({ about, shoot }: { about: string; shoot: Shoot }) {
  const rest = about.slice(about.indexOf("/") + 1);
  if (about.startsWith("day/")) return <b>{dayName(rest, shoot)}</b>;
  const scene = shoot.scenes.find((one) => one.id === rest);
  if (!scene) return <b>Scene {rest}, which is gone</b>;
  return (
    <a href={`#/scene/${scene.id}`}>
      Scene {scene.number} {scene.heading}
    </a>
  );
}

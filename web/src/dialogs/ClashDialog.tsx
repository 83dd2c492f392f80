// Two people changed the same: what they did, what I wanted, and what to do now.

import { wish as send } from "../acting.js";
import type { EntryTold, Wish } from "../api.js";
import { unitOf } from "../doc.js";
import type { Shoot } from "../doc.js";
import { store } from "../state.js";
import { longDate } from "../words.js";
import { Frame } from "./Frame.js";
import { openDialog } from "./dialog.js";

export function ClashDialog({ wishes, entries }: { wishes: Wish[]; entries: EntryTold[] }) {
  const { shoot } = store.get();
  const who = [...new Set(entries.map((one) => one.entered_by))].join(", ") || "Somebody";
  const close = () => openDialog(null);
  const again = () => {
    for (const one of wishes) send(one);
    close();
  };
  const theirs = [...new Set(entries.map((one) => entrySaid(one, shoot)))];
  return (
    <Frame title="Both of you changed the same">
      <div class="versions">
        <section>
          <h3>{who} did</h3>
          <ul>
            {theirs.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>You wanted</h3>
          <ul>
            {wishes.map((one, at) => (
              <li key={at}>{wishSaid(one, shoot)}</li>
            ))}
          </ul>
        </section>
      </div>
      <p>Nothing of yours was changed yet. The board behind shows theirs.</p>
      <footer>
        <button type="button" class="main" onClick={close}>
          Keep theirs
        </button>
        <button type="button" onClick={again}>
          Do mine again
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </footer>
    </Frame>
  );
}

const BOARD_DAY = /^board\/[^/]+\/day\/([^/]+)\/(\d{4}-\d\d-\d\d)$/;

export function entrySaid(one: EntryTold, shoot: Shoot | null): string {
  const day = BOARD_DAY.exec(one.path);
  if (!day) return `${one.action === "remove" ? "removed" : "set"} ${one.path.replaceAll("/", " ")}`;
  const unit = shoot && shoot.units.length > 1 ? `${unitName(day[1]!, shoot)}, ` : "";
  const what = one.action === "remove" ? "emptied" : "changed";
  return `${what} the day ${unit}${longDate(day[2]!)}`;
}

export function wishSaid(wish: Wish, shoot: Shoot | null): string {
  const numbers = new Map(shoot?.scenes.map((one) => [one.id, one.number]));
  const strips = ((wish["strips"] as string[] | undefined) ?? []).map((one) => numbers.get(one) ?? one);
  const scenes = `${strips.length === 1 ? "scene" : "scenes"} ${strips.join(", ")}`;
  switch (wish.type) {
    case "move":
      return `to move ${scenes} to ${longDate(String(wish["date"]))}`;
    case "park":
      return `to put ${scenes} into the boneyard`;
    case "lock":
      return `to ${wish["locked"] ? "lock" : "unlock"} ${scenes}`;
    case "move-day":
      return `to move the day ${longDate(String(wish["date"]))} to ${longDate(String(wish["to"]))}`;
    case "set":
      return `to set ${String(wish["path"]).replaceAll("/", " ")}`;
    default:
      return wish.type.replaceAll("-", " ");
  }
}

function unitName(id: string, shoot: Shoot): string {
  return shoot.units.find((one) => one.id === id)?.name ?? unitOf(`${id}/`);
}

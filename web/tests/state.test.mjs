// What the page knows while edits wait, come back, or clash.

import assert from "node:assert/strict";
import { test } from "node:test";
import { register } from "node:module";

register("./resolving.mjs", import.meta.url);
const {
  START,
  Store,
  shownStanding,
  shownStrips,
  tabStop,
  touchingTheSame,
  waitingAfter,
  withEdits,
  withMeaning,
} = await import("../../src/daybreak/web/pages/app/state.js");

const STANDING = {
  board: "first",
  days: { "main/2027-03-01": { shift: "day", strips: ["a", "b"] } },
  boneyard: ["c"],
  gone: [],
  locked_strips: [],
  locked_days: [],
  banners: {},
};
const STATE = { ...START, board: "first", head: 7, standing: STANDING };
const wait = (id, base, strips = []) => ({ id, base, wish: { type: "park", strips }, local: null });
const edits = (more) => ({
  type: "edits", op: "o", by: "ben", base: 7, head: 8, boards: {}, whole: [], facts: false, ...more,
});

test("an answer moves the base of what was made behind it, not of what is older", () => {
  const made = waitingAfter([wait("o", 7), wait("p", 7), wait("q", 5)], edits({ base: 7, head: 9 }));
  assert.deepEqual(made.map((one) => [one.id, one.base]), [["p", 9], ["q", 5]]);
});

test("what touches the same strips goes along with a clash", () => {
  const clash = wait("o", 7, ["a"]);
  const made = touchingTheSame([clash, wait("p", 7, ["a", "b"]), wait("q", 7, ["c"])], clash);
  assert.deepEqual(made.map((one) => one.id), ["p"]);
});

test("edits of others leave what they saw to those who wait", () => {
  const waiting = [wait("p", 7)];
  const made = withEdits({ ...STATE, pending: waiting }, edits({}));
  assert.equal(made.head, 8);
  assert.equal("pending" in made, false);
});

test("a gap in what was told means to load anew", () => {
  assert.equal(withEdits(STATE, edits({ base: 9, head: 10 })), null);
  assert.equal(withEdits(STATE, edits({ whole: ["first"] })), null);
  assert.deepEqual(withEdits(STATE, edits({ base: 5, head: 6 })), {});
});

test("an old meaning is left out, a missed one asks for all", () => {
  const state = { ...STATE, meaning: { costs: { total: 1 }, hold_days: 0, totals: { blocks: 0, warns: 0 } }, meaningHead: 7 };
  assert.deepEqual(withMeaning(state, { board: "first", base: 5, head: 6, changes: {} }), {});
  assert.equal(withMeaning(state, { board: "first", base: 8, head: 9, changes: {} }), null);
  assert.equal(withMeaning(state, { board: "first", base: 7, head: 8, changes: {} }).meaningHead, 8);
});

test("what waits is shown on top, and the same answer is given until something changes", () => {
  const local = (standing) => ({ ...standing, boneyard: [] });
  const state = { ...STATE, pending: [{ ...wait("o", 7), local }] };
  assert.deepEqual(shownStanding(state).boneyard, []);
  assert.equal(shownStanding(state), shownStanding({ ...state, search: "x" }));
});

test("Tab comes to the first strip, or to the one in focus", () => {
  assert.equal(tabStop(STATE), "a");
  assert.equal(tabStop({ ...STATE, focus: "c" }), "c");
});

test("filters of a kind add up, kinds narrow", () => {
  const scene = (id, more) => ({
    id, picture: "p", number: id, heading: "", place: "int", time: "day", location: "l", eighths: 1, cast: [], ...more,
  });
  const shoot = {
    people: [], locations: [], pictures: [], board_names: {},
    scenes: [scene("a", { cast: ["x"] }), scene("b", { cast: ["y"] }), scene("c", { cast: ["x"] })],
  };
  const ask = (filters) => [...(shownStrips({ ...STATE, shoot, filters }) ?? [])];
  assert.deepEqual(ask([]), []);
  assert.deepEqual(ask([{ kind: "person", id: "x" }]), ["a", "c"]);
  assert.deepEqual(ask([{ kind: "person", id: "x" }, { kind: "person", id: "y" }]), ["a", "b", "c"]);
  assert.deepEqual(ask([{ kind: "person", id: "x" }, { kind: "unshot", id: "" }]), ["c"]);
});

test("listeners hear of several changes once", async () => {
  const store = new Store(STATE);
  let heard = 0;
  store.listen(() => (heard += 1));
  store.set({ search: "a" });
  store.set({ search: "b" });
  await null;
  assert.equal(heard, 1);
  assert.equal(store.get().search, "b");
});

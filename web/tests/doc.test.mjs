// How edits and drops change a board, as it is compiled.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dayKeys,
  dayOf,
  dropped,
  edited,
  meant,
  stripOrder,
} from "../../src/daybreak/web/pages/app/doc.js";

const BOARD = {
  board: "first",
  days: {
    "main/2027-03-02": { shift: "night", strips: ["c"] },
    "main/2027-03-01": { shift: "day", strips: ["a", "b", "x"] },
  },
  boneyard: ["d"],
  gone: [],
  locked_strips: [],
  locked_days: [],
  banners: {},
};

test("days and strips come in the order of the board", () => {
  assert.deepEqual(dayKeys(BOARD), ["main/2027-03-01", "main/2027-03-02"]);
  assert.deepEqual(stripOrder(BOARD), ["a", "b", "x", "c", "d"]);
  assert.equal(dayOf(BOARD, "c"), "main/2027-03-02");
  assert.equal(dayOf(BOARD, "d"), null);
});

test("a drop puts strips behind an anchor and leaves the other days as they are", () => {
  const made = dropped(BOARD, ["a", "b"], { key: "main/2027-03-02", after: "c" });
  assert.deepEqual(made.days["main/2027-03-02"].strips, ["c", "a", "b"]);
  assert.deepEqual(made.days["main/2027-03-01"].strips, ["x"]);
  assert.equal(made.days["main/2027-03-02"].shift, "night");
  assert.deepEqual(BOARD.days["main/2027-03-01"].strips, ["a", "b", "x"]);
});

test("an anchor that goes along means the one before it", () => {
  const made = dropped(BOARD, ["b"], { key: "main/2027-03-01", after: "b" });
  assert.deepEqual(made.days["main/2027-03-01"].strips, ["a", "b", "x"]);
});

test("a day without strips is no more, and parked strips wait in the boneyard", () => {
  const made = dropped(BOARD, ["c"], { key: null, after: null });
  assert.equal("main/2027-03-02" in made.days, false);
  assert.deepEqual(new Set(made.boneyard), new Set(["c", "d"]));
});

test("a drop on a date without a day makes one", () => {
  const made = dropped(BOARD, ["d"], { key: "main/2027-03-05", after: null });
  assert.deepEqual(made.days["main/2027-03-05"].strips, ["d"]);
  assert.deepEqual(made.boneyard, []);
});

test("edits of the server give the same board as the drop that was guessed", () => {
  const guess = dropped(BOARD, ["d"], { key: "main/2027-03-02", after: null });
  const told = { "day/main/2027-03-02": { shift: "night", strips: ["d", "c"] } };
  const made = edited(BOARD, told);
  assert.deepEqual(made.days, guess.days);
  assert.deepEqual(made.boneyard, guess.boneyard);
});

test("a meaning takes in what changed, and drops what is gone", () => {
  const before = { days: { one: 1, two: 2 }, hold_days: 3 };
  const made = meant(before, { days: { changed: { one: null, two: 5 } }, hold_days: { whole: 4 } });
  assert.deepEqual(made, { days: { two: 5 }, hold_days: 4 });
  assert.deepEqual(before.days, { one: 1, two: 2 });
});

// What the dialogs of plans reckon before they draw: dates, wishes, the chart's lines.

import assert from "node:assert/strict";
import test from "node:test";
import { heard, isOver } from "../../src/daybreak/web/pages/app/plan/following.js";
import { begun, firstOpen, fromDate, missing, nextDate, stripsOn, wishOf } from "../../src/daybreak/web/pages/app/plan/happening.js";
import { areaOf, stepped, withoutBoneyards } from "../../src/daybreak/web/pages/app/plan/lines.js";

const SHOOT = {
  units: [{ id: "main", name: "Main unit", start: "2027-03-01", end: "2027-04-30" }],
  pictures: [{ id: "one", title: "One", release: "2028-01-01" }],
};
const STANDING = {
  days: {
    "main/2027-03-02": { shift: "day", strips: ["s3"] },
    "main/2027-03-01": { shift: "day", strips: ["s1", "s2"] },
    "main/2027-03-18": { shift: "day", strips: ["s5"] },
  },
};
const draft = (what, more) => ({ ...begun(what, SHOOT, STANDING, "2027-03-02"), ...more });

test("the first date that may move is today inside the shoot, else its first", () => {
  const dates = ["2027-03-01", "2027-03-02", "2027-03-18"];
  assert.equal(firstOpen(dates, "2027-03-05"), "2027-03-05");
  assert.equal(firstOpen(dates, "2026-12-24"), "2027-03-01");
  assert.equal(firstOpen(dates, "2029-01-01"), "2027-03-01");
  assert.equal(firstOpen([], "2029-01-01"), "2029-01-01");
});

test("the next date crosses months and leap days", () => {
  assert.equal(nextDate("2027-12-31"), "2028-01-01");
  assert.equal(nextDate("2028-02-28"), "2028-02-29");
});

test("a draft says what it lacks", () => {
  assert.match(missing("person", draft("person")), /who or what/);
  assert.match(missing("person", draft("person", { about: "a", to: "2027-03-01" })), /before it begins/);
  assert.match(missing("unfinished", draft("unfinished")), /something is left/);
  assert.match(missing("rain", draft("rain", { speaker: "AD", saidOn: "" })), /which day it was said/);
  assert.equal(missing("rain", draft("rain")), "");
});

test("a wish holds only what belongs to what happened", () => {
  const away = wishOf("person", draft("person", { about: "a", to: "2027-03-09", reason: " ill " }));
  assert.deepEqual(away, {
    today: "2027-03-02",
    happening: { what: "person", about: "a", from: "2027-03-02", to: "2027-03-09", reason: "ill", status: "confirmed" },
  });
  const rest = wishOf("unfinished", draft("unfinished", { left: { s1: 4 }, speaker: "AD" }));
  assert.equal(rest.today, "2027-03-03");
  assert.deepEqual(rest.happening.left, { s1: 4 });
  assert.deepEqual(rest.happening.source, { outlet: "", speaker: "AD" });
  assert.equal(rest.happening.said_on, "2027-03-02");
  assert.ok(!("to" in rest.happening));
});

test("the strips of a day are those of its unit", () => {
  assert.deepEqual(stripsOn(STANDING, "main", "2027-03-01"), ["s1", "s2"]);
  assert.deepEqual(stripsOn(STANDING, "second", "2027-03-01"), []);
});

test("costs of fuller boneyards are left out of the chart", () => {
  const points = [[1, 50, null, 3], [2, 900, 100, 0], [3, 800, 200, 0]];
  assert.deepEqual(withoutBoneyards(points), points.slice(1));
});

test("a dearer plan lies higher, and time goes to the right", () => {
  const points = [[1, 900, 100, 0], [3, 800, 200, 0]];
  const area = areaOf(points, 20);
  assert.ok(area.y(900) < area.y(800));
  assert.ok(area.y(800) < area.y(100));
  assert.ok(area.x(1) < area.x(3));
  assert.match(stepped([[1, 900], [3, 800]], area), /^M[\d.]+ [\d.]+H[\d.]+V[\d.]+$/);
});

test("a message of a job adds its point once and keeps the answer", () => {
  const job = { id: "j", state: "running", seconds: 2, cost: 10, bound: null, boneyard: 0 };
  const first = heard(undefined, job);
  const again = heard({ ...first, answer: "kept" }, { ...job, state: "done" });
  assert.deepEqual(again.points, [[2, 10, null, 0]]);
  assert.equal(again.answer, "kept");
  assert.ok(isOver(again.job) && !isOver(first.job));
});

test("of a shoot in the past, planning begins with what happened", () => {
  const past = begun("person", SHOOT, STANDING, "2029-01-01");
  assert.equal(past.isPast, true);
  assert.equal(fromDate(past, "2027-03-02", false).today, "2027-03-02");
  const now = begun("person", SHOOT, STANDING, "2027-03-02");
  assert.equal(now.isPast, false);
  assert.equal("today" in fromDate(now, "2027-03-03", false), false);
  assert.equal(fromDate({ ...now, to: "2027-03-02" }, "2027-03-04", false).to, "2027-03-04");
});

test("what happened begins on the day in focus", () => {
  const [key] = Object.keys(STANDING.days).sort().slice(-1);
  const made = begun("person", SHOOT, STANDING, "2027-03-01", key);
  assert.equal(made.from, key.split("/")[1]);
});

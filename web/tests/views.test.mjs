// What people type into tables, and where dates lie on the calendar.

import assert from "node:assert/strict";
import test from "node:test";
import { axisOver, dateAt, left, months, place } from "../../src/daybreak/web/pages/app/views/timeline.js";
import { daysBetween, idOf, plusDays, shownText, spelled, told, typedValue } from "../../src/daybreak/web/pages/app/views/values.js";

test("pages and eighths are read as they are written", () => {
  for (const [text, eighths] of [["1 3/8", 11], ["3/8", 3], ["2", 16], ["0", 0], ["12 7 / 8", 103]]) {
    assert.deepEqual(typedValue("eighths", text), { value: eighths });
  }
  for (const text of ["1/4", "one", "-1", "1 3/8 x", "1.5"]) {
    assert.match(typedValue("eighths", text).error ?? "", /eighths/, text);
  }
  assert.equal(shownText("eighths", 11), "1 3/8");
  assert.equal(shownText("eighths", 0), "0");
});

test("every length that is shown is read back as the same", () => {
  for (let eighths = 0; eighths < 200; eighths += 1) {
    assert.deepEqual(typedValue("eighths", shownText("eighths", eighths)), { value: eighths });
  }
});

test("whole numbers may have separators, and nothing else", () => {
  assert.deepEqual(typedValue("whole", "18,000"), { value: 18000 });
  assert.deepEqual(typedValue("whole", "$1 500"), { value: 1500 });
  assert.deepEqual(typedValue("whole", ""), { value: null });
  assert.ok(typedValue("whole", "1.5").error);
  assert.equal(shownText("whole", 18000), "18,000");
});

test("dates have to be in the calendar, ranges in order", () => {
  assert.deepEqual(typedValue("date", "2028-02-29"), { value: "2028-02-29" });
  assert.ok(typedValue("date", "2027-02-29").error);
  assert.deepEqual(typedValue("range", "2027-03-01 to 2027-03-12"), { value: ["2027-03-01", "2027-03-12"] });
  assert.deepEqual(typedValue("range", "2027-03-01"), { value: ["2027-03-01", "2027-03-01"] });
  assert.ok(typedValue("range", "2027-03-12 to 2027-03-01").error);
});

test("an id is made of a name and is never one that is taken", () => {
  assert.equal(idOf("Zoë Ferris-O'Neil", [], "person"), "zoe-ferris-o-neil");
  assert.equal(idOf("Lamp", ["lamp", "lamp-2"], "element"), "lamp-3");
  assert.equal(idOf("灯", [], "element"), "element");
});

test("values are told in words", () => {
  assert.equal(told(["2027-03-01", "2027-03-02"]), "Mon 1 Mar 2027 to Tue 2 Mar 2027");
  assert.equal(told({ from: "2027-03-01", reason: "a play" }), "from: Mon 1 Mar 2027; reason: a play");
  assert.equal(told(true), "yes");
  assert.equal(spelled("2027-03-01 -> 2027-03-02"), "Mon 1 Mar 2027 → Tue 2 Mar 2027");
});

test("a date lies where it is found again", () => {
  const axis = axisOver(["2027-03-03", "2027-05-20"], 8);
  assert.equal(axis.first, "2027-02-22"); // a Monday, with a week to spare
  for (let day = 0; day < axis.days; day += 1) {
    const date = plusDays(axis.first, day);
    assert.equal(dateAt(axis, left(axis, date) + 3), date);
  }
  assert.equal(axisOver([null, "nonsense"], 8), null);
});

test("a span is cut to the axis, and gone where it is outside", () => {
  const axis = { first: "2027-03-01", days: 14, scale: 10 };
  assert.deepEqual(place(axis, ["2027-02-20", "2027-03-02"]), { left: 0, width: 20 });
  assert.deepEqual(place(axis, ["2027-03-10", "2027-04-01"]), { left: 90, width: 50 });
  assert.equal(place(axis, ["2027-04-01", "2027-04-02"]), null);
});

test("names of months never cover each other", () => {
  for (const scale of [0.4, 1, 3, 8, 20]) {
    const axis = axisOver(["2020-02-20", "2024-12-20"], scale);
    const shown = months(axis).filter((one) => one.label);
    for (let at = 1; at < shown.length; at += 1) {
      const room = (daysBetween(shown[at - 1].date, shown[at].date)) * scale;
      assert.ok(room >= 55, `${scale}: ${shown[at - 1].label} has ${room}`);
    }
  }
});

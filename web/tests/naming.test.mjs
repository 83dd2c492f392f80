// Facts and broken rules in words that a person reads.

import assert from "node:assert/strict";
import test from "node:test";
import { factOf } from "../../src/daybreak/web/pages/app/dialogs/behind.js";
import { factName, valueTold } from "../../src/daybreak/web/pages/app/views/naming.js";
import { shownText, spanText, typedValue } from "../../src/daybreak/web/pages/app/views/values.js";

const SHOOT = {
  pictures: [{ id: "one", title: "The First" }, { id: "two", title: "The Second" }],
  units: [{ id: "main", name: "Main unit" }],
  bases: [{ id: "town", name: "Town" }, { id: "sea", name: "Seaside" }],
  locations: [{ id: "pier", name: "The pier" }],
  people: [
    { id: "nora", name: "Nora Blau", unavailable: [{ from: "2027-03-01", to: "2027-03-05" }] },
    { id: "ben", name: "Ben Roth", windows: [["2027-03-01", "2027-03-05"]] },
  ],
  scenes: [
    { id: "s1", number: "1", picture: "one" },
    { id: "s2", number: "2", picture: "one" },
    { id: "s3", number: "12", picture: "two" },
  ],
  orders: [{ before: "s1", after: "s2" }, { before: "s3", after: "s2" }],
  holidays: ["2027-03-26"],
};

test("a fact is named by what it is about", () => {
  assert.equal(factName("person/nora/unavailable/1", SHOOT), "Nora Blau: not available");
  assert.equal(factName("person/nora/deal/1/rate", SHOOT), "Nora Blau: deal, rate");
  assert.equal(factName("scene/s1/eighths", SHOOT), "Scene 1 of The First: pages");
  assert.equal(factName("order/s1/s3/min_days", SHOOT), "Scene 1 of The First before scene 12 of The Second: at least so many days between");
  assert.equal(factName("move/town/sea", SHOOT), "Move from Town to Seaside");
  assert.equal(factName("casting/one/white-widow", SHOOT), "Who plays White Widow in The First");
  assert.equal(factName("holiday/2027-03-26", SHOOT), "Holiday Fri 26 Mar 2027");
  assert.equal(factName("extra/back-to-back", SHOOT), "Back to back");
  assert.equal(factName("person/nora", SHOOT), "Nora Blau");
  assert.equal(factName("person/who-left", SHOOT), "Who left");
});

test("ids in a value are told by name, and an empty list is none", () => {
  assert.equal(valueTold("scene/s1/cast", ["nora", "ben"], SHOOT), "Nora Blau, Ben Roth");
  assert.equal(valueTold("scene/s1/location", "pier", SHOOT), "The pier");
  assert.equal(valueTold("scene/s1/elements", [], SHOOT), "none");
  assert.equal(valueTold("scene/s1/eighths", 11, SHOOT), "1 3/8");
  assert.equal(valueTold("casting/one/white-widow", "nora", SHOOT), "Nora Blau");
  assert.equal(valueTold("cast/one", ["Someone New"], SHOOT), "Someone New");
});

const broken = (rule, where, said = "") => ({ rule, level: "blocks", said, where });

test("a broken rule leads to the fact behind it", () => {
  const said = "Scene 2 stands on 2027-03-02; it has to come after scene 12 on 2027-03-04";
  assert.equal(factOf(broken("order", { scene: "s2" }, said), SHOOT), "order/s3/s2");
  assert.equal(factOf(broken("order", { scene: "s1" }), SHOOT), null);
  assert.equal(factOf(broken("cast", { person: "nora", date: "2027-03-02" }), SHOOT), "person/nora/unavailable");
  assert.equal(factOf(broken("cast", { person: "nora", date: "2027-03-09" }), SHOOT), "person/nora");
  assert.equal(factOf(broken("cast", { person: "ben", date: "2027-03-09" }), SHOOT), "person/ben/window");
  assert.equal(factOf(broken("eligible", { unit: "main", date: "2027-03-26" }), SHOOT), "holiday/2027-03-26");
  assert.equal(factOf(broken("release", { picture: "two" }), SHOOT), "picture/two/release");
  assert.equal(factOf(broken("capacity", { unit: "main", date: "2027-03-02" }), SHOOT), "unit/main");
});

test("a list of things is read and written by their names", () => {
  const names = [{ value: "one", label: "The First" }, { value: "two", label: "The Second" }];
  assert.equal(shownText("list", ["two", "one"], names), "The Second, The First");
  assert.deepEqual(typedValue("list", "the second, one", names), { value: ["two", "one"] });
  assert.match(typedValue("list", "third", names).error, /no “third”/);
  assert.deepEqual(typedValue("list", "mon, tue"), { value: ["mon", "tue"] });
});

test("dates of which no day was said are told as months", () => {
  assert.equal(spanText({ from: "2021-06", to: "2021-08" }), "Jun 2021 – Aug 2021");
  assert.equal(spanText(["2027-03-01", "2027-03-05"]), "1 Mar 27 – 5 Mar 27");
});

// Lengths, dates and money as they are read on the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  clock,
  count,
  dateRange,
  hours,
  initials,
  longDate,
  money,
  moneyChange,
  pages,
  pagesTold,
  personColor,
  signed,
} from "../../src/daybreak/web/pages/app/words.js";

test("eighths are never reduced", () => {
  assert.deepEqual([0, 4, 6, 8, 12, 30, 48].map(pages), ["", "4/8", "6/8", "1", "1 4/8", "3 6/8", "6"]);
});

test("one page is no pages", () => {
  assert.deepEqual([7, 8, 12].map(pagesTold), ["7/8 pgs", "1 pg", "1 4/8 pgs"]);
});

test("money has its sign before the currency", () => {
  assert.equal(money(41200, "USD"), "$41,200");
  assert.equal(money(-5300, "EUR"), "−€5,300");
  assert.equal(money(7, "NOK"), "NOK 7");
  assert.equal(moneyChange(5300, "USD"), "+$5,300");
  assert.deepEqual([2, -2, 0, 1759].map(signed), ["+2", "−2", "0", "+1,759"]);
});

test("dates and times are those of an assistant director", () => {
  assert.equal(longDate("2027-03-16"), "Tue 16 Mar 2027");
  assert.equal(dateRange("2027-03-06", "2027-03-07"), "Sat 6 Mar – Sun 7 Mar 2027");
  assert.equal(clock(1560), "02:00");
  assert.equal(hours(570), "9h30");
});

test("one is not many", () => {
  assert.equal(count(1, "strip"), "1 strip");
  assert.equal(count(1200, "strip"), "1,200 strips");
});

test("a person has the same letters and color on every page", () => {
  assert.equal(initials("anna maria.lind"), "AM");
  assert.equal(personColor("anna"), personColor("anna"));
  assert.match(personColor("ben"), /^who-[0-5]$/);
});

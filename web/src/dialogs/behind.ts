// Which fact stands behind a broken rule.

import type { Shoot, Violation } from "../doc.js";

/** The path of the fact that a broken rule leads to, or null where it is none of facts. */
export function factOf(one: Violation, shoot: Shoot): string | null {
  const { person, location, element, scene, unit, picture, date = "" } = one.where;
  switch (one.rule) {
    case "order":
      return (scene && orderOf(one, scene, shoot)) || null;
    case "cast":
      return person ? castFact(person, date, shoot) : null;
    case "eligible":
      return dateFact(unit ?? "", date, shoot);
    case "location":
      return location ? `location/${location}/window` : null;
    case "release":
      return picture ? `picture/${picture}/release` : null;
    case "pin":
    case "window":
      return scene ? `scene/${scene}/${one.rule}` : null;
    case "unit":
      return scene ? `scene/${scene}/units` : null;
    case "shift":
    case "daylight":
      return scene ? `scene/${scene}/time` : null;
    case "prep":
      return person ? `person/${person}/prep_days` : null;
    case "once":
      return null;
  }
  if (person) return `person/${person}`;
  if (element) return `element/${element}`;
  if (location) return `location/${location}`;
  if (scene) return `scene/${scene}`;
  return unit ? `unit/${unit}` : null;
}

/** Which of the orders that end with a scene is meant: the one that the words name. */
function orderOf(one: Violation, scene: string, shoot: Shoot): string | undefined {
  const numbers = new Map(shoot.scenes.map((found) => [found.id, found.number]));
  const orders = (shoot.orders ?? []).filter((order) => order.after === scene);
  const named = orders.filter((order) => one.said.includes(`after scene ${numbers.get(order.before)} `));
  const order = named[0] ?? orders[0];
  return order && `order/${order.before}/${order.after}`;
}

function castFact(person: string, date: string, shoot: Shoot): string {
  const found = shoot.people.find((one) => one.id === person);
  const isAway = found?.unavailable?.some((span) => span.from <= date && date <= span.to);
  if (isAway) return `person/${person}/unavailable`;
  return found?.windows?.length ? `person/${person}/window` : `person/${person}`;
}

function dateFact(unit: string, date: string, shoot: Shoot): string | null {
  if (shoot.holidays?.includes(date)) return `holiday/${date}`;
  const hiatus = shoot.hiatuses?.some((span) => span.from <= date && date <= span.to);
  return hiatus ? "hiatus" : unit ? `unit/${unit}/workweek` : null;
}

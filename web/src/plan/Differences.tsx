// What is different on a proposed board: strips, days, people, costs.

import type { ComponentChildren } from "preact";
import { count, longDate, money, moneyChange, shortDate, weekday } from "../words.js";
import type { Differences as Found, Stand, StripChange } from "./types.js";

export function Differences({ found, currency }: { found: Found; currency: string }) {
  const gained = found.day_changes.filter((day) => day.is_added);
  const freed = found.day_changes.filter((day) => !day.is_added);
  return (
    <div class="differences">
      <Part title="Cost, line by line" open>
        <CostTable found={found} currency={currency} />
      </Part>
      <Part title={`${count(found.strips.length, "strip")} elsewhere`} open={found.strips.length <= 12}>
        <StripTable strips={found.strips} />
      </Part>
      <Part title={`Days: ${gained.length} more, ${freed.length} free`} open={false}>
        {found.day_changes.length ? (
          <div class="scrolls days-list" tabIndex={0} role="region" aria-label="Days">
            <DayList title="Shot now" days={gained} />
            <DayList title="Free now" days={freed} />
          </div>
        ) : (
          <p class="soft">The same dates are shot.</p>
        )}
      </Part>
      <Part title={`${count(found.people.length, "person", "people")} with other days`} open={false}>
        <PeopleTable found={found} />
      </Part>
    </div>
  );
}

function DayList({ title, days }: { title: string; days: Found["day_changes"] }) {
  return (
    <div>
      <b>{title}</b>
      <ul>
        {days.map((day) => (
          <li key={`${day.unit}/${day.date}`}>
            {longDate(day.date)}, {day.unit_name}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Part({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function StripTable({ strips }: { strips: StripChange[] }) {
  if (!strips.length) return <p class="soft">Every strip stands where it stood.</p>;
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label="Strips that stand elsewhere">
      <table class="plain-table">
        <thead>
          <tr>
            <th class="number">Sc</th>
            <th>Heading</th>
            <th>From</th>
            <th>To</th>
          </tr>
        </thead>
        <tbody>
          {strips.map((one) => (
            <tr key={one.scene}>
              <th class="number">{one.number}</th>
              <td class="long">{one.heading}</td>
              <td>{stood(one.before)}</td>
              <td>{stood(one.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stood(stand: Stand | null): string {
  if (!stand) return "boneyard";
  const shift = stand.shift === "day" ? "" : `, ${stand.shift}`;
  return `${weekday(stand.date)} ${shortDate(stand.date)} ${stand.date.slice(0, 4)}, ${stand.unit_name}${shift}`;
}

function PeopleTable({ found }: { found: Found }) {
  if (!found.people.length) return <p class="soft">Everybody works on the same dates.</p>;
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label="People with other days">
      <table class="plain-table">
        <thead>
          <tr>
            <th>Person</th>
            <th>Works now</th>
            <th>Is free now</th>
            <th class="number">Held days</th>
          </tr>
        </thead>
        <tbody>
          {found.people.map((one) => (
            <tr key={one.person}>
              <th>{one.name}</th>
              <td class="long">{dates(one.gained)}</td>
              <td class="long">{dates(one.lost)}</td>
              <td class="number">{one.held[0] === one.held[1] ? one.held[1] : `${one.held[0]} → ${one.held[1]}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dates(list: string[]): string {
  return list.length ? list.map(shortDate).join(", ") : "–";
}

function CostTable({ found, currency }: { found: Found; currency: string }) {
  const shown = found.costs.filter((one) => one.difference || one.line === "total");
  return (
    <table class="plain-table costs">
      <thead>
        <tr>
          <th>Line</th>
          <th class="number">Before</th>
          <th class="number">After</th>
          <th class="number">Difference</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <tr key={one.line} class={one.line === "total" ? "total" : undefined}>
            <th>{one.label}</th>
            <td class="number">{money(one.before, currency)}</td>
            <td class="number">{money(one.after, currency)}</td>
            <td class={`number ${one.difference > 0 ? "dearer" : one.difference < 0 ? "cheaper" : ""}`}>
              {one.difference ? moneyChange(one.difference, currency) : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

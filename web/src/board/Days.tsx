// The days of a board, one under the other or a column for each unit.

import { Fragment } from "preact";
import type { ComponentChild } from "preact";
import { useMemo } from "preact/hooks";
import { dateOf, dayKeys, unitOf } from "../doc.js";
import type { Meaning, Standing } from "../doc.js";
import { shortDate, weekday } from "../words.js";
import { DayRows } from "./DayRows.js";
import { furnitureBefore } from "./furniture.js";
import { bannersByDay, freeDates } from "./look.js";
import type { BannerAt, Look } from "./look.js";
import { FurnitureRow } from "./Rows.js";

const NO_LAYOUT: Meaning["layout"] = [];
const NO_BANNERS: BannerAt[] = [];

export interface DaysProps {
  look: Look;
  standing: Standing;
  meaning: Meaning | null;
  side: boolean;
}

export function Days({ look, standing, meaning, side }: DaysProps) {
  const { shoot } = look.fixed;
  const layout = meaning?.layout ?? NO_LAYOUT;
  const furniture = useMemo(() => furnitureBefore(layout), [layout]);
  const banners = useMemo(() => bannersByDay(standing.banners), [standing.banners]);
  const free = useMemo(() => freeDates(shoot, standing), [shoot, standing]);
  const keys = dayKeys(standing);
  const day = (key: string) => (
    <DayRows
      key={key}
      day={key}
      told={standing.days[key]!}
      look={look}
      meaning={meaning?.days[key]}
      banners={banners.get(key) ?? NO_BANNERS}
      isLocked={standing.locked_days.includes(key)}
    />
  );
  const between = (key: string, where: "before" | "after") =>
    (furniture[where].get(key) ?? []).map((row, at) => (
      <FurnitureRow key={`${where}-${key}-${at}`} row={row} currency={shoot.currency} />
    ));
  const groups = byDate(keys);
  return (
    <>
      {groups.map(([date, same]) => (
        <Fragment key={date}>
          <FreeDates dates={free.get(date)} look={look} />
          {side ? (
            <>
              {same.flatMap((key) => between(key, "before"))}
              <SideRow same={same} date={date} look={look} day={day} />
              {same.flatMap((key) => between(key, "after"))}
            </>
          ) : (
            same.map((key) => (
              <Fragment key={key}>
                {between(key, "before")}
                {day(key)}
                {between(key, "after")}
              </Fragment>
            ))
          )}
        </Fragment>
      ))}
      {keys.length ? null : (
        <div class="empty" role="row">
          <span role="gridcell">No day yet: optimize, or move a strip to a day.</span>
        </div>
      )}
      <FreeDates dates={free.get("")} look={look} />
    </>
  );
}

function byDate(keys: string[]): [string, string[]][] {
  const made = new Map<string, string[]>();
  for (const key of keys) made.set(dateOf(key), [...(made.get(dateOf(key)) ?? []), key]);
  return [...made];
}

interface SideRowProps {
  same: string[];
  date: string;
  look: Look;
  day: (key: string) => ComponentChild;
}

/** One date of all units, side by side; a unit that does not shoot leaves its place. */
function SideRow({ same, date, look, day }: SideRowProps) {
  const { units, eligible } = look.fixed.shoot;
  return (
    <div class="side-row" role="presentation">
      {units.map((unit) => {
        const key = same.find((one) => unitOf(one) === unit.id);
        if (key) return day(key);
        const isFree = (eligible[unit.id] ?? []).includes(date);
        return (
          <div
            key={unit.id}
            class="no-day"
            role="presentation"
            data-list={isFree ? `${unit.id}/${date}` : undefined}
          >
            {isFree ? `${unit.name}: free` : `${unit.name}: no shooting`}
          </div>
        );
      })}
    </div>
  );
}

/** Where a strip can be dropped on a date without a day; shown while one is dragged. */
function FreeDates({ dates, look }: { dates: string[] | undefined; look: Look }) {
  if (!dates?.length) return null;
  const { units } = look.fixed.shoot;
  const named = new Map(units.map((one) => [one.id, units.length > 1 ? `${one.name} ` : ""]));
  return (
    <div class="free-dates" aria-hidden="true">
      {dates.map((key) => (
        <span key={key} data-list={key} data-free>
          {named.get(unitOf(key))}
          {weekday(dateOf(key))} {shortDate(dateOf(key))}
        </span>
      ))}
    </div>
  );
}

// What every row of the board needs to know, made once for each state of the shoot.
import { castColumns } from "./columns.js";
import { setOf } from "./strips.js";
export function fixedOf(shoot) {
    const locations = new Map(shoot.locations.map((one) => [one.id, one.name]));
    return {
        shoot,
        scenes: new Map(shoot.scenes.map((one) => [one.id, one])),
        sets: new Map(shoot.scenes.map((one) => [one.id, setOf(one, locations)])),
        locations,
        letters: lettersOf(shoot),
        columns: castColumns(shoot),
        placeWidth: placeWidth(shoot),
    };
}
const [LETTER, PLACE_LEAST, PLACE_MOST] = [7, 90, 260];
function placeWidth(shoot) {
    const letters = Math.max(0, ...shoot.locations.map((one) => one.name.length));
    return Math.min(PLACE_MOST, Math.max(PLACE_LEAST, letters * LETTER + 12));
}
/** A letter for each picture where there are several; else nothing. */
export function lettersOf(shoot) {
    const several = shoot.pictures.length > 1;
    return new Map(shoot.pictures.map((one, at) => [one.id, several ? letter(at) : ""]));
}
function letter(at) {
    return `${String.fromCharCode(65 + (at % 26))}${at >= 26 ? Math.floor(at / 26) + 1 : ""}`;
}
/** The banners of each day ``UNIT/DATE``. */
export function bannersByDay(banners) {
    const made = new Map();
    for (const one of Object.entries(banners)) {
        const key = `${one[1].unit}/${one[1].date}`;
        made.set(key, [...(made.get(key) ?? []), one]);
    }
    return made;
}
const MOST_FREE = 12;
/** Dates on which a unit may shoot and does not, by the date with a day that follows.
 *
 * Those behind the last day stand under the empty text. Of a long run only its ends are
 * given: the others are reached by "Move to ...".
 */
export function freeDates(shoot, standing) {
    const dates = [...new Set(Object.keys(standing.days).map((key) => key.split("/")[1]))].sort();
    const made = new Map();
    for (const unit of shoot.units) {
        const runs = new Map();
        for (const date of shoot.eligible[unit.id] ?? []) {
            if (`${unit.id}/${date}` in standing.days)
                continue;
            const next = firstFrom(dates, date);
            const run = runs.get(next);
            if (run)
                run.push(`${unit.id}/${date}`);
            else
                runs.set(next, [`${unit.id}/${date}`]);
        }
        for (const [next, run] of runs) {
            made.set(next, [...(made.get(next) ?? []), ...ends(run, next, dates[0])]);
        }
    }
    return made;
}
function ends(run, next, first) {
    if (run.length <= MOST_FREE)
        return run;
    if (next === "")
        return run.slice(0, MOST_FREE);
    if (next === first)
        return run.slice(-MOST_FREE);
    return [...run.slice(0, MOST_FREE / 2), ...run.slice(-MOST_FREE / 2)];
}
/** The first of sorted dates that is not before another; empty behind the last. */
function firstFrom(dates, date) {
    let [low, high] = [0, dates.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (dates[middle] < date)
            low = middle + 1;
        else
            high = middle;
    }
    return dates[low] ?? "";
}

// A line of dates: where each lies, and which weeks and months it has.
import { daysBetween, isDate, plusDays } from "./values.js";
const LONGEST = 366 * 6;
const LABEL_LEAST = 66;
/** An axis of whole weeks over dates, with a week to spare; it fills so many pixels. */
export function axisOver(dates, scale, room = 0) {
    const known = dates.filter((one) => one !== null && isDate(one)).sort();
    const [start, end] = [known[0], known.at(-1)];
    if (start === undefined || end === undefined)
        return null;
    const weekday = (new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7;
    const first = plusDays(start, -weekday - 7);
    const length = daysBetween(first, end);
    const spare = Math.max(15, length / 25); // room for the words at the last date
    const least = Math.max(length + spare, scale > 1 ? room / scale : 0);
    const days = Math.min(LONGEST, Math.ceil(least / 7) * 7);
    return { first, days, scale };
}
export function left(axis, date) {
    return daysBetween(axis.first, date) * axis.scale;
}
/** Where a span lies, cut to the axis; null where it is outside. */
export function place(axis, span) {
    const from = Math.max(0, daysBetween(axis.first, span[0]));
    const to = Math.min(axis.days, daysBetween(axis.first, span[1]) + 1);
    return to <= from ? null : { left: from * axis.scale, width: (to - from) * axis.scale };
}
export function dateAt(axis, pixels) {
    const day = Math.max(0, Math.min(axis.days - 1, Math.floor(pixels / axis.scale)));
    return plusDays(axis.first, day);
}
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
export function months(axis) {
    const made = [];
    const last = plusDays(axis.first, axis.days);
    let [year, month] = [Number(axis.first.slice(0, 4)), Number(axis.first.slice(5, 7))];
    for (let date = axis.first; date < last;) {
        const isJanuary = month === 1 || made.length === 0;
        made.push({ date, label: `${MONTHS[month - 1]}${isJanuary ? ` ${year}` : ""}` });
        month += 1;
        if (month > 12)
            [year, month] = [year + 1, 1];
        date = `${year}-${String(month).padStart(2, "0")}-01`;
    }
    const [begun, next] = made;
    if (begun && next && left(axis, next.date) - left(axis, begun.date) < LABEL_LEAST) {
        begun.label = ""; // what is left of the first month has no room for its name
        if (!next.label.includes(" "))
            next.label += ` ${next.date.slice(0, 4)}`;
    }
    const every = [1, 3, 6, 12].find((many) => many * 30 * axis.scale >= LABEL_LEAST) ?? 12;
    return made.filter((one) => (Number(one.date.slice(5, 7)) - 1) % every === 0 || (every === 1 && one === begun));
}
export function weeks(axis) {
    return Array.from({ length: axis.days / 7 }, (_, at) => {
        const date = plusDays(axis.first, at * 7);
        return { date, label: String(Number(date.slice(8))) };
    });
}

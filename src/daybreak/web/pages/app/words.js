// Lengths, dates and money as an assistant director reads them.
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WEEKDAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const SIGNS = { USD: "$", EUR: "€", GBP: "£", INR: "₹", JPY: "¥", KRW: "₩" };
/** Eighths of a page: ``3 6/8``, ``6``, nothing for none; never reduced. */
export function pages(eighths) {
    const whole = Math.floor(eighths / 8);
    const rest = eighths % 8;
    if (!whole && !rest)
        return "";
    if (!rest)
        return `${whole}`;
    return whole ? `${whole} ${rest}/8` : `${rest}/8`;
}
export function money(amount, currency) {
    const lead = SIGNS[currency] ?? `${currency} `;
    const text = Math.abs(Math.round(amount)).toLocaleString("en-US");
    return `${amount < 0 ? "−" : ""}${lead}${text}`;
}
/** ``1 pg``, ``2 4/8 pgs``, as boards of the trade have it. */
export function pagesTold(eighths) {
    return `${pages(eighths)} ${eighths === 8 ? "pg" : "pgs"}`;
}
/** An amount with its sign: ``+$5,300``. */
export function moneyChange(amount, currency) {
    return amount > 0 ? `+${money(amount, currency)}` : money(amount, currency);
}
/** A number with its sign: ``+1,759``. */
export function signed(number) {
    const size = Math.abs(number).toLocaleString("en-US");
    return number > 0 ? `+${size}` : number < 0 ? `−${size}` : "0";
}
/** ``Tue 16 Mar 2027`` of an ISO date. */
export function longDate(iso) {
    return `${weekday(iso)} ${shortDate(iso)} ${iso.slice(0, 4)}`;
}
/** ``16 Mar`` of an ISO date. */
export function shortDate(iso) {
    return `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]}`;
}
/** ``Mar 2027`` of a month ``2027-03``. */
export function monthDate(month) {
    return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}
export function weekday(iso) {
    return WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? "";
}
export function dateRange(first, last) {
    if (first === last)
        return longDate(first);
    const start = `${weekday(first)} ${shortDate(first)}`;
    const year = first.slice(0, 4) === last.slice(0, 4) ? "" : ` ${first.slice(0, 4)}`;
    return `${start}${year} – ${longDate(last)}`;
}
/** Minutes since midnight as ``07:00``, of the next morning too. */
export function clock(minutes) {
    const hours = Math.floor(minutes / 60) % 24;
    return `${String(hours).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
/** A length of work: ``9h30``. */
export function hours(minutes) {
    return `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, "0")}`;
}
export function count(number, noun, plural = `${noun}s`) {
    return `${number.toLocaleString("en-US")} ${number === 1 ? noun : plural}`;
}
/** Words with a capital in front. */
export function titled(words) {
    return words && words[0].toUpperCase() + words.slice(1);
}
/** Up to two letters for a name. */
export function initials(name) {
    const words = name.split(/[\s._-]+/).filter(Boolean);
    return words.slice(0, 2).map((word) => word[0].toUpperCase()).join("");
}
const PERSON_COLORS = 6;
/** The style of a person's tab, the same on every page: ``who-0`` to ``who-5``. */
export function personColor(name) {
    let sum = 0;
    for (const letter of name)
        sum = (sum * 31 + letter.codePointAt(0)) % 9973;
    return `who-${sum % PERSON_COLORS}`;
}
export const RULES = {
    once: "stands twice or nowhere",
    eligible: "no shooting on this date",
    unit: "another unit's scene",
    capacity: "more than fits the day",
    base: "two bases on one day",
    travel: "no time to travel",
    shift: "wrong shift for the light",
    daylight: "not enough daylight",
    turnaround: "too little rest",
    cast: "somebody is not available",
    prep: "too little preparation",
    consecutive: "too many days in a row",
    minor: "too long for a minor",
    location: "location not open",
    element: "element not free",
    window: "outside its window",
    pin: "not on its pinned date",
    order: "scenes in the wrong order",
    release: "too late for the release",
};

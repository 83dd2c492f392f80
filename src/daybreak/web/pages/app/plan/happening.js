// What happened, as the form collects it and as the server takes it.
import { dateOf, dayKeys, unitOf } from "../doc.js";
export const NEEDS_UNIT = ["shutdown", "rain", "unfinished"];
/** The dates of a board, each once. */
export function boardDates(standing) {
    return [...new Set(dayKeys(standing).map(dateOf))].sort();
}
/** The first date that may move: today where that lies in the shoot, else its first. */
export function firstOpen(dates, today) {
    const [first, last] = [dates[0] ?? today, dates.at(-1) ?? today];
    return today > first && today <= last ? today : first;
}
export function nextDate(date) {
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
}
/** What a form begins with; ``day`` is the one in focus on the board. */
export function begun(what, shoot, standing, today, day = null) {
    const dates = boardDates(standing);
    const isPast = today > (dates.at(-1) ?? today);
    const first = firstOpen(dates, today);
    const seen = day === null ? "" : dateOf(day);
    const from = what === "release" ? (shoot.pictures[0]?.release ?? first) : seen >= first ? seen : first;
    const open = isPast && what !== "release" ? from : first;
    const unit = (day !== null && unitOf(day)) || (shoot.units[0]?.id ?? "");
    return {
        about: { person: "", location: "", shutdown: "", rain: unit, unfinished: unit, release: shoot.pictures[0]?.id ?? "" }[what],
        from,
        to: from,
        reason: "",
        today: what === "unfinished" ? nextDate(from) : open,
        outlet: "",
        speaker: "",
        saidOn: today,
        status: "confirmed",
        isPast,
        left: {},
    };
}
/** What else a new first date changes: the last one, and in a past shoot where planning begins. */
export function fromDate(draft, from, isSingle) {
    const to = isSingle || draft.to < from ? from : draft.to;
    return { from, to, ...(draft.isPast && from && !isSingle ? { today: from } : {}) };
}
/** Why a draft cannot be sent yet; empty where it can. */
export function missing(what, draft) {
    if ((what === "person" || what === "location") && !draft.about)
        return "Choose who or what it is about.";
    if (!draft.from || !draft.today)
        return "Choose the dates.";
    if (draft.to < draft.from)
        return "It ends before it begins.";
    if ((draft.outlet.trim() || draft.speaker.trim()) && !draft.saidOn)
        return "Say on which day it was said.";
    if (what === "unfinished" && !Object.keys(draft.left).length)
        return "Say of which strips something is left.";
    return "";
}
/** The wish for a replan. */
export function wishOf(what, draft) {
    const isOneDate = what === "rain" || what === "release" || what === "unfinished";
    const source = { outlet: draft.outlet.trim(), speaker: draft.speaker.trim() };
    return {
        today: draft.today,
        happening: {
            what,
            about: draft.about,
            from: draft.from,
            ...(isOneDate ? {} : { to: draft.to }),
            ...(draft.reason.trim() ? { reason: draft.reason.trim() } : {}),
            ...(what === "unfinished" ? { left: draft.left } : {}),
            ...(source.outlet || source.speaker ? { source } : {}),
            ...(draft.saidOn && (source.outlet || source.speaker) ? { said_on: draft.saidOn } : {}),
            status: draft.status,
        },
    };
}
/** The strips of a unit's day. */
export function stripsOn(standing, unit, date) {
    return standing.days[`${unit}/${date}`]?.strips ?? [];
}
export function unitDates(standing, unit) {
    return dayKeys(standing)
        .filter((key) => unitOf(key) === unit)
        .map(dateOf);
}

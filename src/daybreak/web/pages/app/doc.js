// What the server tells of a shoot and a board, and how edits change a board.
/** Gives a board after edits that the server took. */
export function edited(standing, edits) {
    const days = { ...standing.days };
    const banners = { ...standing.banners };
    const lockedStrips = new Set(standing.locked_strips);
    const lockedDays = new Set(standing.locked_days);
    for (const [path, value] of Object.entries(edits)) {
        const [kind, ...keys] = path.split("/");
        const key = keys.join("/");
        if (kind === "day") {
            if (value === null)
                delete days[key];
            else
                days[key] = value;
        }
        else if (kind === "banner") {
            if (value === null)
                delete banners[key];
            else
                banners[key] = value;
        }
        else if (kind === "locked-strip") {
            toggle(lockedStrips, key, value !== null);
        }
        else if (kind === "locked-day") {
            toggle(lockedDays, key, value !== null);
        }
    }
    return {
        ...standing,
        days,
        banners,
        boneyard: boneyardAfter(standing, days),
        locked_strips: [...lockedStrips].sort(),
        locked_days: [...lockedDays].sort(),
    };
}
function toggle(set, key, isIn) {
    if (isIn)
        set.add(key);
    else
        set.delete(key);
}
/** Strips that stand on no day: those that lay there first, then those that left. */
function boneyardAfter(before, days) {
    const placed = new Set(Object.values(days).flatMap((day) => day.strips));
    const had = Object.values(before.days).flatMap((day) => day.strips);
    const order = [...before.boneyard, ...had];
    return [...new Set(order)].filter((strip) => !placed.has(strip));
}
/** Gives a board as it will most likely stand when a drop was taken. */
export function dropped(standing, strips, drop) {
    const gone = new Set(strips);
    const days = {};
    for (const [key, day] of Object.entries(standing.days)) {
        if (!day.strips.some((strip) => gone.has(strip))) {
            days[key] = day;
            continue;
        }
        const left = day.strips.filter((strip) => !gone.has(strip));
        if (left.length)
            days[key] = { ...day, strips: left };
    }
    if (drop.key !== null) {
        const was = standing.days[drop.key];
        const stays = days[drop.key]?.strips ?? [];
        const at = placeBehind(was?.strips ?? [], stays, drop.after);
        const made = [...stays.slice(0, at), ...strips, ...stays.slice(at)];
        days[drop.key] = { shift: was?.shift ?? "day", strips: made };
    }
    const boneyard = boneyardAfter(standing, days);
    return { ...standing, days, boneyard };
}
function placeBehind(was, stays, after) {
    if (after === null)
        return 0;
    for (let at = was.indexOf(after); at >= 0; at -= 1) {
        const strip = was[at];
        if (strip !== undefined && stays.includes(strip))
            return stays.indexOf(strip) + 1;
    }
    return 0;
}
/** Takes in what of a meaning changed. */
export function meant(before, changes) {
    const made = { ...before };
    for (const [part, change] of Object.entries(changes)) {
        if (change.changed === undefined) {
            made[part] = change.whole;
            continue;
        }
        const merged = { ...made[part] };
        for (const [key, value] of Object.entries(change.changed)) {
            if (value === null && part !== "totals")
                delete merged[key];
            else
                merged[key] = value;
        }
        made[part] = merged;
    }
    return made;
}
/** The keys of the days in the order of the board: by date, then by unit. */
export function dayKeys(standing) {
    return Object.keys(standing.days).sort((one, other) => {
        const [a, b] = [dateOf(one) + one, dateOf(other) + other];
        return a < b ? -1 : a > b ? 1 : 0;
    });
}
/** Every strip in the order of the board, the boneyard last. */
export function stripOrder(standing) {
    const days = dayKeys(standing).flatMap((key) => standing.days[key]?.strips ?? []);
    return [...new Set([...days, ...standing.boneyard])];
}
/** On which day a strip stands; null for the boneyard. */
export function dayOf(standing, strip) {
    for (const [key, day] of Object.entries(standing.days)) {
        if (day.strips.includes(strip))
            return key;
    }
    return null;
}
export function unitOf(key) {
    return key.slice(0, key.indexOf("/"));
}
export function dateOf(key) {
    return key.slice(key.indexOf("/") + 1);
}

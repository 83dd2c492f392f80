import { jsx as _jsx } from "preact/jsx-runtime";
// A strip with what the page knows of it: selected, found, locked, in conflict, looked at.
import { dateOf } from "../doc.js";
import { memo } from "../memo.js";
import { shownStrips, tabStop, useStore } from "../state.js";
import { openDialog } from "../dialogs/dialog.js";
import { StripRow } from "./Rows.js";
export const Strip = memo(function Strip({ strip, look, day, reason }) {
    const marks = useStore((state) => marksOf(state, strip));
    const others = useStore((state) => presentOn(strip, state.present, state.me));
    const { fixed } = look;
    const scene = fixed.scenes.get(strip);
    if (!scene)
        return null;
    const date = day === null ? "" : dateOf(day);
    const cells = look.conflicts.cells;
    const bad = scene.cast.filter((one) => (date && cells.has(`${date}/${one}`)) || cells.has(`${strip}/${one}`));
    const conflicts = look.conflicts.strips
        .get(strip)
        ?.filter((one) => !one.where.date || one.where.date === date);
    const title = `Scene ${scene.number}`;
    const show = (person) => {
        const all = [...(conflicts ?? []), ...(look.conflicts.days.get(day ?? "") ?? [])];
        const dated = look.conflicts.days.get(`/${date}`) ?? [];
        const some = new Set([...all, ...dated].filter((one) => !person || one.where.person === person));
        openDialog({ kind: "conflicts", title, violations: person ? [...some] : (conflicts ?? []) });
    };
    return (_jsx(StripRow, { scene: scene, set: fixed.sets.get(strip) ?? "", location: fixed.locations.get(scene.location) ?? "", picture: fixed.letters.get(scene.picture) ?? "", columns: fixed.columns, numbers: fixed.shoot.board_numbers, names: fixed.shoot.board_names, isList: look.isList, marks: marks, isLocked: look.lockedStrips.has(strip), conflicts: conflicts?.length ? conflicts : undefined, badPeople: bad.join(" "), others: others, reason: reason, onConflict: conflicts?.length || bad.length ? show : undefined }));
});
/** The classes of a strip that come and go with what a person does. */
function marksOf(state, strip) {
    const some = shownStrips(state);
    const isStop = tabStop(state) === strip;
    return [
        state.selected.has(strip) ? "selected" : "",
        state.cut.includes(strip) ? "cut" : "",
        some !== null && !some.has(strip) ? "dim" : "",
        isStop ? "stop" : "",
    ]
        .filter(Boolean)
        .join(" ");
}
function presentOn(strip, present, me) {
    return present
        .filter((one) => one.key !== me && one.selected?.includes(strip))
        .map((one) => one.person)
        .join("\n");
}

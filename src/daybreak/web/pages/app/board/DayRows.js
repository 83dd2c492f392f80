import { jsx as _jsx, jsxs as _jsxs } from "preact/jsx-runtime";
// One day of the board: its strips and banners, and the day break below.
import { dateOf, unitOf } from "../doc.js";
import { openDialog } from "../dialogs/dialog.js";
import { memo } from "../memo.js";
import { useStore } from "../state.js";
import { BannerRow, DayBreakRow } from "./Rows.js";
import { Strip } from "./Strip.js";
import { onDay } from "./strips.js";
export const DayRows = memo(function DayRows(props) {
    const { day, told, look, banners } = props;
    const { shoot } = look.fixed;
    const { strips } = told;
    const behind = (strip) => banners.filter(([, one]) => (one.after ?? "") === strip).map(bannerRow);
    const loose = banners.filter(([, one]) => one.after && !strips.includes(one.after));
    const conflicts = conflictsOn(look.conflicts, day, strips);
    const cover = useStore((state) => state.covers.get(day));
    const unit = shoot.units.find((one) => one.id === unitOf(day));
    return (_jsxs("div", { role: "rowgroup", class: "day", "data-list": day, children: [behind(""), strips.flatMap((strip) => [
                _jsx(Strip, { strip: strip, look: look, day: day, reason: "" }, strip),
                ...behind(strip),
            ]), loose.map(bannerRow), _jsx(DayBreakRow, { day: day, meaning: props.meaning, currency: shoot.currency, unitName: shoot.units.length > 1 ? (unit?.name ?? "") : "", isLocked: props.isLocked, conflicts: conflicts, cover: cover, hasBases: shoot.bases.length > 1, onConflicts: () => openDialog({ kind: "conflicts", title: day, violations: conflicts }), onMenu: () => openDialog({ kind: "day", day }) })] }));
});
function bannerRow([key, banner]) {
    const open = () => openDialog({ kind: "banner", key, banner });
    return _jsx(BannerRow, { banner: banner, onOpen: open }, `banner-${key}`);
}
/** The conflicts of a day, and those of its strips that it does not tell already. */
export function conflictsOn(conflicts, day, strips) {
    const made = new Set(onDay(conflicts, day));
    for (const strip of strips) {
        for (const one of conflicts.strips.get(strip) ?? []) {
            if (!one.where.date || one.where.date === dateOf(day))
                made.add(one);
        }
    }
    return [...made];
}

// What stands between the days: weeks, rest, holidays, company moves.
import { count } from "../words.js";
/** What stands before and after each day: weeks close behind their last day. */
export function furnitureBefore(layout) {
    const before = new Map();
    const after = new Map();
    let waiting = [];
    let last = "";
    for (const row of layout) {
        if (row.kind === "day") {
            before.set(row.key, folded(waiting));
            waiting = [];
            last = row.key;
        }
        else if (row.kind === "week_bar" && last) {
            after.set(last, [...(after.get(last) ?? []), ...folded(waiting), row]);
            waiting = [];
        }
        else
            waiting.push(row);
    }
    return { before, after };
}
const FOLD_FROM = 4;
/** Rest and idle dates in turn become one line, where they would fill the page. */
function folded(rows) {
    const made = [];
    let run = [];
    const end = () => {
        const [first, last] = [run[0], run.at(-1)];
        if (run.length < FOLD_FROM || !first || !last)
            made.push(...run);
        else {
            const cost = run.reduce((sum, one) => sum + one.cost, 0);
            const weekends = run.filter((one) => one.what === "rest").length;
            const reason = `idle, with ${count(weekends, "rest period")}`;
            made.push({ ...first, what: "idle", last: last.last, reason, cost });
        }
        run = [];
    };
    for (const row of rows) {
        if (row.kind === "free_dates" && (row.what === "rest" || row.what === "idle")) {
            run.push(row);
        }
        else {
            end();
            made.push(row);
        }
    }
    end();
    return made;
}

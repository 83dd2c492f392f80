// Where the lines of a search lie in its chart.
export const [WIDE, HIGH, LEFT, BELOW] = [560, 150, 8, 18];
/** Where points lie: seconds to the right, amounts upwards, all that is known in sight. */
export function areaOf(points, seconds) {
    const costs = points.map((point) => point[1]);
    const bounds = points.flatMap((point) => (point[2] === null ? [] : [point[2]]));
    const top = Math.max(...costs);
    const low = Math.min(...costs, ...bounds);
    const room = Math.max(top - low, top * 0.001, 1);
    const first = Math.floor(points[0]?.[0] ?? 0);
    const last = Math.max(seconds, points.at(-1)?.[0] ?? 0, first + 1);
    return {
        first,
        x: (at) => LEFT + ((at - first) / (last - first)) * (WIDE - 2 * LEFT),
        y: (amount) => 10 + ((top - amount) / room) * (HIGH - BELOW - 20),
    };
}
/** A line in steps: an amount holds until the next one is found. */
export function stepped(points, area) {
    return points
        .map(([at, amount], place) => {
        const [x, y] = [area.x(at).toFixed(1), area.y(amount).toFixed(1)];
        return place === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
        .join("");
}
/** The points of the emptiest boneyard: costs with other ones cannot be compared. */
export function withoutBoneyards(points) {
    const least = Math.min(...points.map((point) => point[3]));
    return points.filter((point) => point[3] === least);
}

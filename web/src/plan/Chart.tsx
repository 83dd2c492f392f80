// How a search stands: what the plan costs, and what any plan is proven to cost.

import { money } from "../words.js";
import { BELOW, HIGH, LEFT, WIDE, areaOf, stepped, withoutBoneyards } from "./lines.js";
import type { Point } from "./types.js";

export function Chart({ points, seconds, currency }: { points: Point[]; seconds: number; currency: string }) {
  const shown = withoutBoneyards(points);
  const last = shown.at(-1);
  if (!last) return <div class="chart empty-chart">The first plan comes in a moment …</div>;
  const area = areaOf(shown, Math.min(seconds, Math.max(last[0] * 1.15, 5)));
  const costs = shown.map((point): [number, number] => [point[0], point[1]]);
  const bounds = shown.flatMap((point): [number, number][] => (point[2] === null ? [] : [[point[0], point[2]]]));
  const gap = last[2] === null ? "" : `, proven to be at least ${money(last[2], currency)}`;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={`Cost ${money(last[1], currency)}${gap}`}>
      <line class="axis" x1={LEFT} x2={WIDE - LEFT} y1={HIGH - BELOW} y2={HIGH - BELOW} />
      {bounds.length ? <path class="bound" d={stepped(bounds, area)} /> : null}
      <path class="cost" d={stepped(costs, area)} />
      <circle class="cost-now" cx={area.x(last[0])} cy={area.y(last[1])} r="4" />
      <text x={LEFT} y={HIGH - 4}>
        {area.first} s
      </text>
      <text x={Math.max(area.x(last[0]), 60)} y={HIGH - 4} text-anchor="end">
        {Math.round(last[0])} s
      </text>
    </svg>
  );
}

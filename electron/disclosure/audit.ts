import { createAttackModel } from "./attack-model.ts";
import type { Solver } from "./solver.ts";
import type { System } from "./system.ts";

/** Counts that an attacker cannot rule out, from `low` to `high`. `high` is infinite where nothing published limits it. */
export interface Interval {
  low: number;
  high: number;
  /** The ends are reached by whole tables. Else the true interval lies within, and may be narrower. */
  exact: boolean;
}

/** Hidden cells up to which each end is solved for. */
const mostSolved = 400;

/**
 * What everybody can work out about each hidden cell of a pattern, whoever made it: the interval of its count, given all that is
 * shown. Solved for small tables, bounded by propagation for large ones.
 */
export function audit(solver: Solver, system: System, hidden: Uint8Array): Map<number, Interval> {
  const open = hidden.map((each, cell) => (each || !system.published[cell] ? 1 : 0));
  const intervals = propagateBounds(system, open);
  const cells = Array.from(hidden.keys()).filter((cell) => hidden[cell]);
  if (cells.length <= mostSolved) {
    const model = createAttackModel(solver, system);
    // Beyond all that is known to be there, a count goes on without end.
    const most = 2 * system.values.reduce((total, value) => total + value, 1);
    try {
      model.hide(open);
      for (const cell of cells) {
        const low = model.extreme(cell, 1, most, true);
        const high = model.extreme(cell, -1, most, true);
        if (!low || !high) continue;
        const count = Math.round(high.count);
        const endless = count >= system.values[cell]! + most;
        intervals[cell] = {
          low: Math.round(low.count) + 0,
          high: endless ? Number.POSITIVE_INFINITY : count,
          exact: true,
        };
      }
    } finally {
      model.dispose();
    }
  }
  return new Map(cells.map((cell) => [cell, intervals[cell]!]));
}

/** Narrows every interval by every sum until nothing changes. */
function propagateBounds({ values, sums, sumsOf }: System, open: Uint8Array): Interval[] {
  const low = values.map((value, cell) => (open[cell] ? 0 : value));
  const high = values.map((value, cell) => (open[cell] ? Number.POSITIVE_INFINITY : value));
  const waiting = new Set(sums.keys());
  const narrow = (cell: number, atLeast: number, atMost: number): void => {
    if (atLeast <= low[cell]! && atMost >= high[cell]!) return;
    low[cell] = Math.max(low[cell]!, atLeast);
    high[cell] = Math.min(high[cell]!, atMost);
    for (const sum of sumsOf[cell]!) waiting.add(sum);
  };
  for (const at of waiting) {
    waiting.delete(at);
    const [total, ...parts] = sums[at]!;
    const least = parts.reduce((all, part) => all + low[part]!, 0);
    const unbounded = parts.filter((part) => high[part] === Number.POSITIVE_INFINITY);
    const most = parts.reduce((all, part) => all + (high[part] === Number.POSITIVE_INFINITY ? 0 : high[part]!), 0);
    narrow(total!, least, unbounded.length > 0 ? Number.POSITIVE_INFINITY : most);
    for (const part of parts) {
      if (!open[part]) continue;
      const others = unbounded.length - (high[part] === Number.POSITIVE_INFINITY ? 1 : 0);
      const own = high[part] === Number.POSITIVE_INFINITY ? 0 : high[part]!;
      narrow(part, others > 0 ? 0 : low[total!]! - (most - own), high[total!]! - (least - low[part]!));
    }
  }
  return Array.from(values, (_, cell) => ({ low: low[cell]!, high: high[cell]!, exact: low[cell] === high[cell] }));
}

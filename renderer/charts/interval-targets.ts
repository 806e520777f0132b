import { type Markish, ruleX, text } from "@observablehq/plot";
import type { ChartContext } from "./chart.ts";
import type { PlacedRow } from "./interval-rows.ts";
import { type PromisedTarget, targetWords } from "./targets.ts";

interface TargetMarks {
  marks: Markish[];
  /** Lines of labels that need room above the chart. */
  lines: number;
}

type Anchor = "start" | "middle" | "end";

/** A target that all rows share is a line through the chart, named above it; one of a single row is a tick on it. */
export function targetMarks(rows: readonly PlacedRow[], context: ChartContext): TargetMarks {
  const { palette, fontSize } = context;
  const common = commonTargets(rows);
  const own = rows.flatMap((row) => ownTargets(row, rows).map((target) => ({ ...target, at: row.at })));
  const ticks = ruleX(own, {
    x: "value",
    y1: (target) => target.at - 0.36,
    y2: (target) => target.at + 0.36,
    stroke: palette.target,
    strokeWidth: 2.2,
  });
  const lines = common.flatMap((target, index) => {
    const { anchor, line } = labelPlace(common, index);
    return [
      // The programme's first target is solid and the others dashed: told apart without colour.
      ruleX([target.value], {
        stroke: palette.target,
        strokeWidth: 1.6,
        strokeDasharray: index === 0 ? "none" : "3 3",
      }),
      text([target.value], {
        x: (value) => value,
        text: [targetWords(target, context.wording)],
        frameAnchor: "top",
        lineAnchor: "bottom",
        textAnchor: anchor,
        dy: -fontSize * (0.35 + 1.5 * line),
        dx: anchor === "start" ? -1 : anchor === "end" ? 1 : 0,
        fill: palette.target,
        fontWeight: 600,
      }),
    ];
  });
  const depth = common.length === 0 ? 0 : 1 + Math.max(...common.map((_, index) => labelPlace(common, index).line));
  return { marks: own.length === 0 ? lines : [...lines, ticks], lines: depth };
}

/** What was promised for this row and not for all. */
export function ownTargets(row: PlacedRow, rows: readonly PlacedRow[]): PromisedTarget[] {
  const common = commonTargets(rows);
  return row.targets.filter((target) => !common.some((shared) => isSame(shared, target)));
}

/** A hidden row's targets are hidden too, since their verdicts would tell; that makes the others' no less common. */
function commonTargets(rows: readonly PlacedRow[]): PromisedTarget[] {
  const shown = rows.filter((row) => row.state !== "hidden");
  const judged = shown.length > 0 ? shown : rows;
  const first = judged[0]?.targets ?? [];
  return first.filter((target) => judged.every((row) => row.targets.some((other) => isSame(other, target))));
}

function isSame(a: PromisedTarget, b: PromisedTarget): boolean {
  return a.value === b.value && a.whose === b.whose;
}

/** Two names lean away from each other on one line; more stand above each other. */
function labelPlace(targets: readonly PromisedTarget[], index: number): { anchor: Anchor; line: number } {
  if (targets.length !== 2) return { anchor: "middle", line: index };
  const [a, b] = targets as [PromisedTarget, PromisedTarget];
  const isLeft = index === 0 ? a.value <= b.value : b.value < a.value;
  return { anchor: isLeft ? "end" : "start", line: 0 };
}

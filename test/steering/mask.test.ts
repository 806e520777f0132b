import { expect, it } from "vitest";
import { maskRows } from "../../electron/engine/steering-mask.ts";
import type { SteeringQuestion } from "../../electron/engine/steering-question.ts";

const question = {
  columns: [{ name: "share", type: "double", role: "share", unit: "share" }],
  counted: { same: {} },
  fromAllRows: [],
  never: [],
  leavesOut: false,
} as unknown as SteeringQuestion;

const shown = (share: number) => maskRows([{ share }], [{}], question, false)[0]?.row.share;

// 58 of 147 is 39.456 %: 39.5 % with a decimal and 39 % without, in every room.
it.each([
  [58 / 147, 0.3949],
  [-58 / 147, -0.3949],
  [17 / 42, 0.4049],
  [0.2853, 0.2851],
  [105 / 251, 0.418],
  [0.395, 0.395],
  [1 / 2, 0.5],
  [0, 0],
])("%d is read as the same percentage with and without a decimal", (share, rounded) => {
  expect(shown(share)).toBe(rounded);
  for (const digits of [0, 1]) {
    const read = (value: number) => new Intl.NumberFormat("sv", { maximumFractionDigits: digits }).format(value * 100);
    expect(read(rounded)).toBe(read(share));
  }
});

import { expect, it } from "vitest";
import { perturb } from "../../electron/disclosure/cell-key.ts";
import { exampleTable } from "../../renderer/pages/policy-example-table.ts";
import { noiseTable } from "../../renderer/pages/policy-noise-table.ts";

/** All tables of whole numbers that agree with what the example shows, told by trying every number in the small cell's place. */
function possible(smallest: number): number[] {
  const { counts, columnTotals, rowTotals } = exampleTable(smallest);
  const found: number[] = [];
  for (let small = 0; small <= rowTotals[0]!; small++) {
    const beside = rowTotals[0]! - small;
    const below = columnTotals[0] - counts[2]![0] - small;
    const across = columnTotals[1] - counts[2]![1] - beside;
    if (below >= 0 && across >= 0 && below + across === rowTotals[1]) found.push(small);
  }
  return found;
}

it.each([3, 4, 5, 7, 10, 20])("the example of a workspace that hides below %i is true", (smallest) => {
  const { counts, columnTotals, interval, small } = exampleTable(smallest);
  expect(small).toEqual([0, 0]);
  expect(counts[0]![0]).toBeLessThan(smallest);
  expect(counts.flat().filter((count) => count < smallest)).toEqual([counts[0]![0]]);
  expect(columnTotals[0] - counts[1]![0] - counts[2]![0]).toBe(counts[0]![0]);
  const found = possible(smallest);
  expect(interval).toEqual({ low: found[0], high: found.at(-1) });
  expect(interval.high - interval.low).toBeGreaterThanOrEqual(smallest);
});

it("the table of noise is the one that is used", () => {
  // The fraction of keys that get each noise, told by trying many.
  const keys = Array.from({ length: 6000 }, (_, at) => (at + 0.5) / 6000);
  for (const { count, shares } of noiseTable) {
    for (const { noise, share } of shares) {
      const got = keys.filter((key) => perturb(count, key) - count === noise).length / keys.length;
      expect(got).toBeCloseTo(share, 6);
    }
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  }
});

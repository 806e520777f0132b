import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedCell } from "../../renderer/grid-keys.ts";
import { gridScroll, scrollToRow } from "../../renderer/grid-scroll.ts";

describe("keys", () => {
  const shape = { rows: 1000, columns: 5, page: 20 };
  const from = { row: 500, column: 2 };
  it.each([
    ["ArrowDown", false, { row: 501, column: 2 }],
    ["ArrowUp", false, { row: 499, column: 2 }],
    ["ArrowLeft", false, { row: 500, column: 1 }],
    ["ArrowRight", false, { row: 500, column: 3 }],
    ["PageDown", false, { row: 520, column: 2 }],
    ["PageUp", false, { row: 480, column: 2 }],
    ["Home", false, { row: 500, column: 0 }],
    ["End", false, { row: 500, column: 4 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", true, { row: 999, column: 4 }],
    ["ArrowUp", true, { row: 0, column: 2 }],
    ["ArrowDown", true, { row: 999, column: 2 }],
  ])("%s with Ctrl %s", (key, ctrl, to) => {
    expect(movedCell(from, { key, ctrl }, shape)).toEqual(to);
  });

  it("end at the edges; above the first row is the header", () => {
    expect(movedCell({ row: 0, column: 0 }, { key: "ArrowUp", ctrl: false }, shape)).toEqual({ row: -1, column: 0 });
    expect(movedCell({ row: -1, column: 0 }, { key: "ArrowUp", ctrl: false }, shape)).toEqual({ row: -1, column: 0 });
    expect(movedCell({ row: 999, column: 4 }, { key: "PageDown", ctrl: false }, shape)).toEqual({
      row: 999,
      column: 4,
    });
    expect(movedCell({ row: 3, column: 4 }, { key: "PageUp", ctrl: false }, shape)).toEqual({ row: 0, column: 4 });
    expect(movedCell({ row: -1, column: 1 }, { key: "PageDown", ctrl: false }, shape)).toEqual({ row: 20, column: 1 });
  });

  it("that are not the grid's are left alone, and an empty grid has only its header", () => {
    expect(movedCell(from, { key: "a", ctrl: false }, shape)).toBeUndefined();
    const empty = { rows: 0, columns: 5, page: 1 };
    expect(movedCell({ row: -1, column: 0 }, { key: "ArrowDown", ctrl: false }, empty)).toEqual({ row: -1, column: 0 });
  });
});

describe("the scroll bar", () => {
  const rowHeight = 30;
  const view = 600;

  it("is as long as the rows while a browser can make it so", () => {
    expect(gridScroll(1000, rowHeight, view)).toEqual({ rowsHeight: 30_000, barHeight: 30_000, scale: 1 });
  });

  it("is never longer than browsers can make it, and its ends are the rows' ends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 50_000_000 }), (rows) => {
        const { rowsHeight, barHeight, scale } = gridScroll(rows, rowHeight, view);
        expect(barHeight).toBeLessThanOrEqual(16_000_000);
        expect((barHeight - view) * scale).toBeCloseTo(rowsHeight - view, 0);
      }),
    );
  });

  it("brings any row wholly into sight, to a pixel of the bar", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 20_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, wanted, stood) => {
          const { barHeight, scale } = gridScroll(rows, rowHeight, view);
          const row = Math.min(rows - 1, Math.floor(wanted * rows));
          const bar = Math.round(stood * (barHeight - view));
          const to = scrollToRow(row, rowHeight, view, bar * scale, scale) ?? bar;
          const offset = Math.min(to, barHeight - view) * scale;
          expect(row * rowHeight).toBeGreaterThanOrEqual(offset - scale);
          expect((row + 1) * rowHeight).toBeLessThanOrEqual(offset + view + scale);
        },
      ),
    );
  });

  it("stands still for a row that is in sight", () => {
    expect(scrollToRow(10, rowHeight, view, 100, 1)).toBeUndefined();
  });
});

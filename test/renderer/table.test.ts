import { expect, it } from "vitest";
import { decodeFigures, isHidden, readRows } from "../../renderer/table.ts";
import { figure, figureBytes } from "./figures.ts";

function framed(...tables: Uint8Array[]): Uint8Array {
  const parts = tables.flatMap((table) => [new Uint8Array(new Uint32Array([table.length]).buffer), table]);
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

it("reads one table after the other, an empty one among them", () => {
  const bytes = framed(
    figureBytes([{ name: "k", type: "integer" }], [[1], [null]], { name: "first" }),
    figureBytes([{ name: "k", type: "integer" }], [], { name: "second" }),
    figureBytes([], [], { name: "third", fault: { code: "x", message: { sv: "a", en: "b" } } }),
  );
  const figures = decodeFigures(bytes);
  expect(figures.map((figure) => figure.meta.name)).toEqual(["first", "second", "third"]);
  expect(figures.map((figure) => readRows(figure))).toEqual([[{ k: 1 }, { k: null }], [], []]);
});

it("reads where the bytes begin inside a larger buffer", () => {
  const bytes = framed(figureBytes([{ name: "k", type: "integer" }], [[7]]));
  const larger = new Uint8Array(bytes.length + 5);
  larger.set(bytes, 5);
  expect(readRows(decodeFigures(larger.subarray(5))[0]!)).toEqual([{ k: 7 }]);
});

it("gives days as days, and only the rows asked for", () => {
  const day = Date.UTC(2022, 9, 1);
  const [figure] = decodeFigures(framed(figureBytes([{ name: "on", type: "date" }], [[day], [null], [day]])));
  expect(readRows(figure!)).toEqual([{ on: new Date(day) }, { on: null }, { on: new Date(day) }]);
  expect(readRows(figure!, 1, 2)).toEqual([{ on: null }]);
});

it("tells a hidden cell from an unknown one, and why where that is told", () => {
  const columns = [
    { name: "k", type: "integer" },
    { name: "n", type: "integer" },
  ];
  const hidden = figure(
    columns,
    [
      [null, null],
      [null, 7],
    ],
    {
      suppressed: { 1: ["k", "of_a_column_that_is_not_here"] },
      reasons: { 1: { k: "secondary" } },
    },
  );
  expect(readRows(hidden)).toEqual([
    { k: null, n: null },
    { k: { hidden: true, reason: "secondary" }, n: 7 },
  ]);
  expect(readRows(hidden).map((row) => [isHidden(row, "k"), isHidden(row, "n")])).toEqual([
    [false, false],
    [true, false],
  ]);
});

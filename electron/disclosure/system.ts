import { Refusal } from "../refusal.ts";
import { ALL, type Dimension } from "./dimension.ts";
import { createLattice, keyOf, type Lattice } from "./lattice.ts";
import { type CountTable, formMargins } from "./margins.ts";

/** Linked tables as one set of cells and the sums between them. */
export interface System {
  lattice: Lattice;
  /** Of each cell, its place in the lattice. */
  places: Float64Array;
  values: Float64Array;
  /** 1 for a cell that some table shows; what only the sums know of is 0. */
  published: Uint8Array;
  /** Each a total followed by its parts. */
  sums: Int32Array[];
  /** Of each cell, the sums it stands in. */
  sumsOf: number[][];
  /** The cell at a place, or −1. */
  cellAt(place: number): number;
  /** Of each table, which node it shows in each dimension: its one node, or −1 for all of them. */
  shapes: number[][];
}

export function linkTables(dimensions: readonly Dimension[], tables: readonly CountTable[]): System {
  const lattice = createLattice(dimensions);
  const cellOf = new Map<number, number>();
  const places: number[] = [];
  const values: number[] = [];
  const published: number[] = [];
  const sums: Int32Array[] = [];
  const sumsKnown = new Set<string>();

  for (const table of tables) {
    const grid = formMargins(lattice, table);
    const ids = Int32Array.from(grid.values, (value, at) => {
      const place = grid.place(at);
      const known = cellOf.get(place);
      const shown = grid.shown(at) ? 1 : 0;
      if (known === undefined) {
        cellOf.set(place, places.length);
        values.push(value);
        published.push(shown);
        return places.push(place) - 1;
      }
      if (values[known] !== value) throw disagreement(keyOf(lattice, place), values[known]!, value);
      published[known]! |= shown;
      return known;
    });
    for (const sum of grid.sums) {
      const cells = Int32Array.from(sum, (at) => ids[at]!);
      // Two tables may hold the same sum: of the same total along the same dimension.
      const key = cells.slice(0, 2).join();
      if (!sumsKnown.has(key)) sums.push(cells);
      sumsKnown.add(key);
    }
  }
  const sumsOf: number[][] = values.map(() => []);
  sums.forEach((sum, at) => {
    for (const cell of sum) sumsOf[cell]!.push(at);
  });
  return {
    lattice,
    places: Float64Array.from(places),
    values: Float64Array.from(values),
    published: Uint8Array.from(published),
    sums,
    sumsOf,
    cellAt: createIndex(lattice, cellOf),
    shapes: tables.map((table) => shapeOf(lattice, table)),
  };
}

function shapeOf({ trees }: Lattice, { by, fixed = {} }: CountTable): number[] {
  return trees.map(({ name, node }) => (by.includes(name) ? -1 : (node.get(fixed[name] ?? ALL) ?? 0)));
}

function disagreement(key: Record<string, string>, one: number, other: number): Refusal {
  const cell = Object.entries(key)
    .map(([name, code]) => `${name} = ${code}`)
    .join(", ");
  return new Refusal("tables_disagree", {
    sv: `Två tabeller säger olika om samma cell (${cell || "alla"}): ${one} och ${other}. De kan inte skyddas tillsammans.`,
    en: `Two tables disagree on one cell (${cell || "all"}): ${one} and ${other}. They cannot be protected together.`,
  });
}

/** An array where the lattice is small enough to be laid out, since nothing is asked for more often. */
function createIndex({ trees }: Lattice, cellOf: ReadonlyMap<number, number>): (place: number) => number {
  const size = trees.reduce((product, { codes }) => product * codes.length, 1);
  if (size > 1 << 22) return (place) => cellOf.get(place) ?? -1;
  const index = new Int32Array(size).fill(-1);
  for (const [place, cell] of cellOf) index[place] = cell;
  return (place) => index[place]!;
}

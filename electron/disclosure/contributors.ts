import type { System } from "./system.ts";

/**
 * Who stands alone in a cell knows that cell, and every margin in which nobody else is. Gives each cell of one person a number
 * for that person, and −1 to all other cells.
 */
export function loneContributors({ values, sums }: System): Int32Array {
  const person = Int32Array.from(values, (value, cell) => (value === 1 ? cell : -1));
  const find = (cell: number): number => {
    let at = cell;
    while (person[at] !== at) at = person[at]!;
    return at;
  };
  for (const [total, ...parts] of sums) {
    if (values[total!] !== 1) continue;
    const part = parts.find((each) => values[each] === 1)!;
    person[find(total!)] = find(part);
  }
  return person.map((each) => (each < 0 ? -1 : find(each)));
}

/** By the number of a lone contributor, the cells that they know. */
export function cellsOfContributors(persons: Int32Array): Map<number, number[]> {
  const cellsOf = new Map<number, number[]>();
  persons.forEach((person, cell) => {
    const known = cellsOf.get(person);
    if (known) known.push(cell);
    else if (person >= 0) cellsOf.set(person, [cell]);
  });
  return cellsOf;
}

import type { State } from "../../electron/disclosure/protect.ts";
import { attack, type Published } from "./attacker.ts";

/** What came out of attacks on many tables. */
interface Attacked {
  tables: number;
  /** All cells with their margins, and of these the hidden ones. */
  cells: number;
  hidden: number;
  /** Cells that were attacked with what one person knows too. */
  byOne: number;
  /** What could be worked out: nothing of it should. */
  recovered: string[];
}

export function startAttacks(): Attacked {
  return { tables: 0, cells: 0, hidden: 0, byOne: 0, recovered: [] };
}

/** As many tables as are asked for, a thousand to a test, so that a long proof says how far it has come. */
export function chunksOf(tables: number, step = 1000): { first: number; last: number }[] {
  return Array.from({ length: Math.ceil(tables / step) }, (_, at) => ({
    first: at * step + 1,
    last: Math.min(tables, (at + 1) * step),
  }));
}

export function describeAttacks(what: string, { tables, cells, hidden, byOne, recovered }: Attacked): string {
  return `${what}: ${tables} tables, ${cells} cells, ${hidden} hidden, ${byOne} attacked by one who is alone, ${recovered.length} recovered`;
}

/**
 * Attacks every hidden cell, with what everybody knows and with what each person knows who stands alone in a cell. A count that is
 * too small must stay open by `min`, and no hidden one may follow exactly.
 */
export function attackAll(
  attacked: Attacked,
  published: Published,
  { name, states, values, min }: { name: string; states: readonly State[]; values: Float64Array; min: number },
): void {
  const { differs, close } = attack(published);
  const hidden = Array.from(states.keys()).filter((cell) => states[cell] !== "shown");
  const small = hidden.filter((cell) => values[cell]! > 0 && values[cell]! < min);
  const named = (cell: number): string => `${name}: ${published.cells[cell]!.codes} = ${values[cell]}`;
  attacked.tables += 1;
  attacked.cells += states.length;
  attacked.hidden += hidden.length;
  for (const [cell, value] of values.entries())
    if (value > 0 && value < min && states[cell] === "shown") attacked.recovered.push(`${named(cell)} is shown`);
  for (const cell of hidden) if (!differs(cell, small.includes(cell) ? min : 1)) attacked.recovered.push(named(cell));
  for (const known of knowledge(published, values)) {
    for (const cell of small) {
      if (known.has(cell)) continue;
      attacked.byOne += 1;
      if (!differs(cell, min, known)) attacked.recovered.push(`${named(cell)} by ${[...known.keys()]}`);
    }
  }
  close();
}

/** What each person who stands alone in a cell knows: that cell, and the margins of it in which nobody else is. */
function knowledge({ dimensions, cells }: Published, values: Float64Array): Map<number, number>[] {
  const contains = (margin: readonly string[], inner: readonly string[]): boolean =>
    margin.every((code, at) => {
      for (let each: string | undefined = inner[at]; each !== undefined; each = dimensions[at]!.groups?.[each])
        if (each === code) return true;
      return code === "*";
    });
  const alone = Array.from(values.keys()).filter((cell) => values[cell] === 1);
  let persons: Map<number, number>[] = [];
  for (const inner of alone) {
    const known = alone.filter((cell) => contains(cells[cell]!.codes, cells[inner]!.codes));
    // Who is met again in a margin of one is the same person.
    const met = persons.filter((person) => known.some((cell) => person.has(cell)));
    const person = new Map([...known, ...met.flatMap((each) => [...each.keys()])].map((cell) => [cell, 1]));
    persons = [...persons.filter((each) => !met.includes(each)), person];
  }
  return persons;
}

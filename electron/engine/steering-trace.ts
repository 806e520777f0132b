import { countOfMark } from "../disclosure/marks.ts";
import type { Mark } from "../disclosure/traced.ts";
import type { PartedAnswer } from "./steering-marks.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * For each count column the marks of the rows' sets: how many of a row's persons are in each part. Undefined where the parts do not
 * add up to the counts, so that a column does not count what the selection selects.
 *
 * A column such as "of all who have left" stands in every row, but a part that has nobody in a row lacks the row. Its number there is then
 * that of the part's other rows which always have the same number: those alike in as few of the keys as will do.
 */
export function traceRows(
  rows: readonly Row[],
  keys: readonly string[],
  counts: readonly string[],
  answer: PartedAnswer,
): Record<string, Mark[]> | undefined {
  const places = new Map(rows.map((row, at) => [JSON.stringify(keys.map((name) => row[name] ?? null)), at]));
  if (places.size < rows.length || answer.rows.some(({ key }) => !places.has(JSON.stringify(key)))) return undefined;
  const marks: Record<string, Mark[]> = {};
  for (const [index, column] of counts.entries()) {
    const wanted = rows.map((row) => Number(row[column] ?? 0));
    const found = subsets(keys.length)
      .map((alike) => filled(rows, keys, answer, { index, alike }))
      .find((tried) => tried?.every((mark, at) => isSame(countOfMark(mark), wanted[at] ?? 0)));
    if (!found) return undefined;
    marks[column] = found;
  }
  return marks;
}

/** Marks where each part's rows that are alike in these keys share their number; undefined where they do not. */
function filled(
  rows: readonly Row[],
  keys: readonly string[],
  { parts, rows: parted }: PartedAnswer,
  { index, alike }: { index: number; alike: number[] },
): Mark[] | undefined {
  const shared = new Map<string, Map<number, number>>();
  for (const { key, parts, counts } of parted) {
    const group = JSON.stringify(alike.map((at) => key[at] ?? null));
    const byPart = shared.get(group) ?? new Map<number, number>();
    shared.set(group, byPart);
    for (const [at, part] of parts.entries()) {
      const count = Number(counts[index]?.[at] ?? 0);
      if ((byPart.get(part) ?? count) !== count) return undefined;
      byPart.set(part, count);
    }
  }
  const marks = new Map([...shared].map(([group, byPart]) => [group, toMark(byPart, parts)]));
  const nobody: Mark = { parts, filled: [], counts: [] };
  return rows.map((row) => marks.get(JSON.stringify(alike.map((at) => row[keys[at] ?? ""] ?? null))) ?? nobody);
}

function toMark(byPart: ReadonlyMap<number, number>, parts: number): Mark {
  const some = [...byPart].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b);
  return { parts, filled: some.map(([part]) => part), counts: some.map(([, count]) => count) };
}

/** All keys first, since most columns are of their own row; then as few as possible. */
function subsets(size: number): number[][] {
  const all = Array.from({ length: size }, (_, at) => at);
  const some = Array.from({ length: 2 ** size - 1 }, (_, bits) => all.filter((at) => (bits >> at) & 1));
  return [all, ...some.sort((a, b) => a.length - b.length)];
}

/** Hours are no whole numbers. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
}

import type { Mark } from "./traced.ts";

/** How many parts all of these marks can be told in: the fewest that any has. */
export function commonParts(marks: Iterable<Mark>): number {
  let common = Number.POSITIVE_INFINITY;
  for (const { parts } of marks) common = Math.min(common, parts);
  return Number.isFinite(common) ? common : 0;
}

/** A mark in fewer parts. */
export function foldMark(mark: Mark, parts: number): Mark {
  if (mark.parts === parts) return mark;
  if (mark.parts % parts !== 0) throw new RangeError(`A mark of ${mark.parts} parts does not fold to ${parts}.`);
  return gathered(parts, [{ ...mark, filled: mark.filled.map((part) => part % parts) }]);
}

/** The mark of disjoint sets together. */
export function uniteMarks(marks: readonly Mark[]): Mark {
  return gathered(marks[0]?.parts ?? 0, marks);
}

/** What a set has beyond disjoint others; undefined where they have anything more. */
export function withoutMarks(whole: Mark, others: readonly Mark[]): Mark | undefined {
  const taken = uniteMarks(others);
  if (!isWithin(taken, whole)) return undefined;
  const filled: number[] = [];
  const counts: number[] = [];
  let next = 0;
  whole.filled.forEach((part, at) => {
    const isTaken = taken.filled[next] === part;
    const left = whole.counts[at]! - (isTaken ? taken.counts[next]! : 0);
    if (isTaken) next += 1;
    if (left === 0) return;
    filled.push(part);
    counts.push(left);
  });
  return { parts: whole.parts, filled, counts };
}

/** How many units a mark's set has. */
export function countOfMark({ counts }: Mark): number {
  let count = 0;
  for (const each of counts) count += each;
  return count;
}

/** Empty for nobody. */
export function keyOfMark({ filled, counts }: Mark): string {
  return filled.map((part, at) => (counts[at] === 1 ? `${part}` : `${part}*${counts[at]}`)).join();
}

/** A whole number that equal sets have in common, other sets hardly ever; those of disjoint sets add up. */
export function fingerprint({ filled, counts }: Mark): number {
  let print = 0;
  for (const [at, part] of filled.entries()) print += counts[at]! * weightOf(part);
  return print;
}

/** Thirty-two mixed bits (Steele, Lea and Flood 2014, as MurmurHash3 ends): with two million units their sum is still exact. */
function weightOf(part: number): number {
  let bits = part | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Whether a set could lie within another; with a part to each person, whether it does. */
export function isWithin(inner: Mark, outer: Mark): boolean {
  if (inner.filled.length > outer.filled.length) return false;
  let from = 0;
  for (const [at, part] of inner.filled.entries()) {
    from = placeOf(outer.filled, part, from);
    if (outer.filled[from] !== part || outer.counts[from]! < inner.counts[at]!) return false;
    from += 1;
  }
  return true;
}

/** The first place from `from` on that has the part or a later one. */
function placeOf(filled: readonly number[], part: number, from: number): number {
  let low = from;
  let high = filled.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (filled[middle]! < part) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gathered(parts: number, marks: readonly Mark[]): Mark {
  const sums = new Map<number, number>();
  for (const { filled, counts } of marks) {
    for (const [at, part] of filled.entries()) sums.set(part, (sums.get(part) ?? 0) + counts[at]!);
  }
  const filled = [...sums.keys()].sort((a, b) => a - b);
  return { parts, filled, counts: filled.map((part) => sums.get(part)!) };
}

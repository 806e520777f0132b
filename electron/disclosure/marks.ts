import type { Mark } from "./traced.ts";

/** How many parts all of these marks can be told in: the fewest that any has. */
export function commonParts(marks: Iterable<Mark>): number {
  let parts = Number.POSITIVE_INFINITY;
  for (const { length } of marks) parts = Math.min(parts, length);
  return Number.isFinite(parts) ? parts : 0;
}

/** A mark in fewer parts. */
export function foldMark(mark: Mark, parts: number): Int32Array {
  if (mark.length % parts !== 0) throw new RangeError(`A mark of ${mark.length} parts does not fold to ${parts}.`);
  const folded = new Int32Array(parts);
  mark.forEach((count, part) => {
    folded[part % parts]! += count;
  });
  return folded;
}

/** How many units a mark's set has. */
export function countOfMark(mark: Mark | Int32Array): number {
  let count = 0;
  for (const each of mark) count += each;
  return count;
}

export function keyOfMark(mark: Int32Array): string {
  const parts: string[] = [];
  mark.forEach((count, part) => {
    if (count > 0) parts.push(count === 1 ? `${part}` : `${part}*${count}`);
  });
  return parts.join();
}

/** Whether a set could lie within another; with a part to each person, whether it does. */
export function isWithin(inner: Int32Array, outer: Int32Array): boolean {
  for (let part = 0; part < inner.length; part++) if (inner[part]! > outer[part]!) return false;
  return true;
}

import { Refusal } from "../refusal.ts";
import { isValid, type VectorMemory, validityBytes } from "./vector-memory.ts";

type NumberArray = Int32Array | Float64Array;

/**
 * The vectors' numbers, one after the other. Where there is no value there is a zero: DuckDB leaves in such places
 * whatever was there before, and that must not go out with a protected table.
 */
export function numbers<T extends NumberArray>(vectors: VectorMemory[], into: T): T {
  let start = 0;
  for (const vector of vectors) {
    into.set(vector.items, start);
    zeroMissing(vector, into, start, 1);
    start += vector.itemCount;
  }
  return into;
}

/** 64-bit integers as doubles; one that a double cannot hold exactly is refused. */
export function wideNumbers(
  vectors: VectorMemory[],
  into: Float64Array,
  signed: boolean,
  column: string,
): Float64Array {
  let start = 0;
  for (const vector of vectors) {
    const { items, itemCount } = vector;
    const low = new Uint32Array(items.buffer, items.byteOffset, itemCount * 2);
    const high = signed ? new Int32Array(items.buffer, items.byteOffset, itemCount * 2) : low;
    for (let row = 0; row < itemCount; row++) into[start + row] = high[row * 2 + 1]! * 2 ** 32 + low[row * 2]!;
    zeroMissing(vector, into, start, 1);
    for (let row = start; row < start + itemCount; row++) exact(into[row]!, column);
    start += itemCount;
  }
  return into;
}

/** The value itself, where a double can hold it exactly. */
export function exact(value: number, column: string): number {
  if (value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER) return value;
  throw new Refusal("number_too_large", {
    sv: `Kolumnen "${column}" har ett heltal som är för stort för att visas exakt. Gör om det till text i frågan: ${column}::varchar.`,
    en: `The column "${column}" has an integer too large to be shown exactly. Cast it to varchar in the query: ${column}::varchar.`,
  });
}

const dayMs = 86_400_000;

/** Days since 1970 as milliseconds, in the 64-bit integers that Arrow keeps them in. */
export function dayMilliseconds(vectors: VectorMemory[], into: BigInt64Array): BigInt64Array {
  const words = new Int32Array(into.buffer, into.byteOffset, into.length * 2);
  let start = 0;
  for (const vector of vectors) {
    const { items, itemCount } = vector;
    for (let row = 0; row < itemCount; row++) {
      const milliseconds = items[row]! * dayMs;
      words[(start + row) * 2] = milliseconds;
      words[(start + row) * 2 + 1] = Math.floor(milliseconds / 2 ** 32);
    }
    zeroMissing(vector, words, start, 2);
    start += itemCount;
  }
  return into;
}

/** Moments since 1970 in a unit of their own as milliseconds, rounded down. */
export function momentMilliseconds(vectors: VectorMemory[], into: BigInt64Array, scale: MomentScale): BigInt64Array {
  const { times, per } = scale;
  let start = 0;
  for (const vector of vectors) {
    const validity = validityBytes(vector);
    for (let row = 0; row < vector.itemCount; row++) {
      if (!isValid(validity, row)) continue;
      const value = (vector.items as ArrayLike<bigint>)[row]! * times;
      const whole = value / per;
      into[start + row] = value < 0n && whole * per !== value ? whole - 1n : whole;
    }
    start += vector.itemCount;
  }
  return into;
}

/** Milliseconds are `value * times / per`. */
export interface MomentScale {
  times: bigint;
  per: bigint;
}

function zeroMissing({ validity, itemCount }: VectorMemory, into: NumberArray, start: number, width: number): void {
  if (validity.data === null) return;
  const bits = new Uint8Array(validity.data.buffer, validity.data.byteOffset, validity.data.byteLength);
  for (let row = 0; row < itemCount; row++) {
    if (!isValid(bits, row)) into.fill(0, (start + row) * width, (start + row + 1) * width);
  }
}

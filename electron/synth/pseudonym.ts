import { hash, splitmix32 } from "./random.ts";

const letters = "BCDFGHJKLMNPQRSTVWXZ";
const signs = `${letters}23456789`;
/** Which alphabet each place takes. No two digits meet, so nothing here can be read as a date or an identity number. */
const places = [signs, letters, letters, signs, letters, signs];
const size = places.reduce((product, alphabet) => product * alphabet.length, 1);
const halfBits = 14;
const halfMask = (1 << halfBits) - 1;

/**
 * Numbers 0, 1, 2 … to pseudonyms like `P-7KQ2M9`: different for each number, in no order that shows.
 *
 * A keyed permutation instead of random draws, so that nothing has to be remembered to keep them different, however
 * many there are (up to 175 million).
 */
export function createPseudonyms(prefix: string, seed: number): (index: number) => string {
  const mix = splitmix32(seed ^ hash(prefix));
  const keys = Array.from({ length: 6 }, mix);
  return (index) => {
    if (index >= size) throw new RangeError(`There are only ${size} pseudonyms.`);
    let number = permute(index, keys);
    // The permutation is of a power of two; walking on until inside keeps it one of our smaller set.
    while (number >= size) number = permute(number, keys);
    let text = `${prefix}-`;
    for (const alphabet of places) {
      text += alphabet[number % alphabet.length];
      number = Math.floor(number / alphabet.length);
    }
    return text;
  };
}

/** A Feistel network: any round function makes a permutation. */
function permute(number: number, keys: number[]): number {
  let left = number >>> halfBits;
  let right = number & halfMask;
  for (const key of keys) {
    let mixed = Math.imul(right ^ key, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    const next = left ^ ((mixed ^ (mixed >>> 16)) & halfMask);
    left = right;
    right = next;
  }
  return (left << halfBits) | right;
}

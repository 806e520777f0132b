import { expect, test } from "vitest";
import { apportion, createDeck } from "../../electron/synth/deck.ts";
import { createPseudonyms } from "../../electron/synth/pseudonym.ts";
import { createRandom } from "../../electron/synth/random.ts";

test("a deck deals exactly what is in it, in an order of the seed's", () => {
  const deal = (seed: number) => {
    const random = createRandom(seed, "deck");
    const deck = createDeck([2, 0, 3]);
    return Array.from({ length: 5 }, () => deck.deal(random));
  };
  expect(deal(1).sort()).toEqual([0, 0, 2, 2, 2]);
  expect(deal(1)).toEqual(deal(1));
  const orders = new Set(Array.from({ length: 20 }, (_, seed) => deal(seed).join("")));
  expect(orders.size).toBeGreaterThan(3);
});

test("shares add up to the total, and to themselves at the recipe's own size", () => {
  expect(apportion([25, 39], 64)).toEqual([25, 39]);
  expect(apportion([1, 1, 1], 10)).toEqual([4, 3, 3]);
  expect(apportion([0, 0], 0)).toEqual([0, 0]);
});

test("numbers are spread evenly, and streams of one seed differ", () => {
  const random = createRandom(42, "a");
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i++) tenths[Math.floor(random() * 10)]! += 1;
  for (const n of tenths) expect(Math.abs(n - 10_000)).toBeLessThan(400);
  expect(createRandom(42, "a")()).not.toBe(createRandom(42, "b")());
});

test("pseudonyms never repeat and do not tell their order", () => {
  const pseudonym = createPseudonyms("P", 3);
  const made = Array.from({ length: 200_000 }, (_, i) => pseudonym(i));
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((text) => /^P-[B-Z2-9]{6}$/.test(text))).toBe(true);
  expect(made.slice(0, 50).toSorted()).not.toEqual(made.slice(0, 50));
});

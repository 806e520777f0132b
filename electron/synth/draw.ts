import { createDeck } from "./deck.ts";
import type { Random } from "./random.ts";
import { integerBetween } from "./random.ts";
import type { Draw } from "./recipe-parts.ts";

/** Draws a value. `values` holds what was drawn before it, by the number of the field. */
export type Drawing = (values: string[], random: Random) => string;

/**
 * A recipe's draw, ready to be used a million times. `fieldNumber` says where in `values` a field stands. A draw of exact
 * counts is a deck: it runs out when all have been dealt.
 */
export function compileDraw(draw: Draw, fieldNumber: (name: string) => number): Drawing {
  if (typeof draw !== "object") {
    const fixed = String(draw);
    return () => fixed;
  }
  if ("exactly" in draw) return dealing(Object.keys(draw.exactly), Object.values(draw.exactly));
  if ("weights" in draw) return weighing(draw.weights);
  if ("between" in draw) {
    const [low, high] = draw.between;
    if (Number.isInteger(low) && Number.isInteger(high))
      return (_, random) => String(integerBetween(random, low, high));
    return (_, random) => (low + random() * (high - low)).toFixed(1);
  }
  const given = fieldNumber(draw.given);
  const cases = new Map(Object.entries(draw.cases).map(([code, each]) => [code, compileDraw(each, fieldNumber)]));
  const otherwise = compileDraw(draw.else ?? "", fieldNumber);
  return (values, random) => (cases.get(values[given]!) ?? otherwise)(values, random);
}

/** Deals `codes` in the given numbers. */
export function dealing(codes: string[], counts: number[]): Drawing {
  const deck = createDeck(counts);
  return (_, random) => codes[deck.deal(random)]!;
}

function weighing(weights: Record<string, number>): Drawing {
  const codes = Object.keys(weights);
  let total = 0;
  const sums = Object.values(weights).map((weight) => {
    total += weight;
    return total;
  });
  return (_, random) => {
    const wanted = random() * total;
    let i = 0;
    while (i < sums.length - 1 && sums[i]! <= wanted) i += 1;
    return codes[i]!;
  };
}

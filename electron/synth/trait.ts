import { compileWhere } from "./condition.ts";
import { normal, type Random } from "./random.ts";
import type { Trait } from "./survey-recipe.ts";

/** The trait of a respondent at one wave, in standard deviations. `lasting` is what stays the same from wave to wave. */
export type TraitDrawing = (lasting: number, values: string[], random: Random) => number;

/**
 * A lasting and a passing part, so that two waves correlate as `stability` says, and the shifts of those whom they concern.
 * A group that enters at a low passing part rises by itself afterwards: regression to the mean.
 */
export function compileTrait({ stability, shifts = [] }: Trait, fieldNumber: (name: string) => number): TraitDrawing {
  const weights = [Math.sqrt(stability), Math.sqrt(1 - stability)] as const;
  const moves = shifts.map(({ where, by }) => ({ concerns: compileWhere(where, fieldNumber), by }));
  return (lasting, values, random) => {
    let level = weights[0] * lasting + weights[1] * normal(random);
    for (const { concerns, by } of moves) if (concerns(values)) level += by;
    return level;
  };
}

import { solve } from "./linear.ts";
import { sum } from "./lists.ts";

/** A scale's items as one common factor and what is each item's own, on the scale of correlations. */
export interface OneFactor {
  loadings: number[];
  uniquenesses: number[];
}

type Matrix = readonly (readonly number[])[];

/**
 * Fits one factor to a correlation matrix by maximum likelihood: the loadings l and uniquenesses u that make R likeliest under
 * l l' + diag(u).
 *
 * Undefined below three items (the model then has more unknowns than the matrix has numbers), when an item does not vary, and when
 * the likelihood is greatest with an item that has nothing of its own (a Heywood case: no proper solution). Fisher scoring with
 * halved steps, until a step is below 1e-12.
 *
 * Source: D. N. Lawley and A. E. Maxwell (1971), Factor Analysis as a Statistical Method.
 */
export function fitOneFactor(correlations: Matrix): OneFactor | undefined {
  if (correlations.length < 3 || correlations.some((row) => row.some(Number.isNaN))) return undefined;
  let model = firstGuess(correlations);
  for (let round = 0; round < 1000; round++) {
    const step = scoringStep(correlations, model);
    if (step === undefined) return undefined;
    const size = [...step.loadings, ...step.uniquenesses].reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    model = improved(correlations, model, step, size);
    if (model.uniquenesses.some((each) => each < LEAST_OWN)) return undefined;
    if (size < 1e-12) return model;
  }
  return undefined;
}

/** The model after the step, which is halved while it makes the misfit larger. */
function improved(correlations: Matrix, model: OneFactor, step: OneFactor, size: number): OneFactor {
  // So near the optimum the misfit is flat to all its digits and cannot judge a step; scoring converges by itself there.
  if (size < 1e-5) return moved(model, step, 1);
  const misfit = discrepancy(correlations, model);
  let length = 1;
  while (length * size > 1e-9 && !(discrepancy(correlations, moved(model, step, length)) <= misfit)) length /= 2;
  return moved(model, step, length);
}

/** A uniqueness below this is taken as on its way to zero. */
const LEAST_OWN = 1e-6;

/** The first principal component, somewhat shortened. */
function firstGuess(correlations: Matrix): OneFactor {
  let direction = correlations.map((row) => sum(row.map(Math.abs)));
  let value = 1;
  for (let round = 0; round < 50; round++) {
    const image = correlations.map((row) => dot(row, direction));
    value = Math.sqrt(dot(image, image) / dot(direction, direction));
    const length = Math.sqrt(dot(image, image));
    direction = image.map((each) => each / length);
  }
  const loadings = direction.map((each) => Math.max(-0.95, Math.min(0.95, 0.9 * each * Math.sqrt(value))));
  return { loadings, uniquenesses: loadings.map((each) => 1 - each * each) };
}

/** What maximum likelihood makes small: ln |Σ| + tr(Σ⁻¹ R). Infinite outside the model. */
function discrepancy(correlations: Matrix, model: OneFactor): number {
  if (!model.uniquenesses.every((each) => each > 0)) return Number.POSITIVE_INFINITY;
  const inverse = inverseOf(model);
  const determinant = 1 + sum(model.loadings.map((l, i) => (l * l) / (model.uniquenesses[i] as number)));
  const logs = sum(model.uniquenesses.map(Math.log)) + Math.log(determinant);
  return logs + sum(correlations.map((row, i) => dot(row, inverse[i] as number[])));
}

/** Σ⁻¹, which for one factor needs no elimination (Sherman and Morrison). */
function inverseOf({ loadings, uniquenesses }: OneFactor): number[][] {
  const scaled = loadings.map((loading, i) => loading / (uniquenesses[i] as number));
  const below = 1 + dot(scaled, loadings);
  return scaled.map((first, i) =>
    scaled.map((second, j) => (i === j ? 1 / (uniquenesses[i] as number) : 0) - (first * second) / below),
  );
}

/** The step of Fisher scoring: the information matrix of (loadings, uniquenesses) solved for the score. */
function scoringStep(correlations: Matrix, model: OneFactor): OneFactor | undefined {
  const { loadings, uniquenesses } = model;
  const items = loadings.length;
  const inverse = inverseOf(model);
  const misfit = correlations.map((row, i) =>
    row.map(
      (value, j) =>
        value - (loadings[i] as number) * (loadings[j] as number) - (i === j ? (uniquenesses[i] as number) : 0),
    ),
  );
  const weighted = product(product(inverse, misfit), inverse);
  const pulled = inverse.map((row) => dot(row, loadings));
  const common = dot(pulled, loadings);
  const score = [...weighted.map((row) => dot(row, loadings)), ...weighted.map((row, i) => (row[i] as number) / 2)];
  const information = Array.from({ length: 2 * items }, (_, a) =>
    Array.from({ length: 2 * items }, (_, b) => {
      const between = inverse[a % items]?.[b % items] as number;
      if (a < items && b < items) return between * common + (pulled[a] as number) * (pulled[b] as number);
      if (a >= items && b >= items) return (between * between) / 2;
      return between * (pulled[Math.max(a, b) - items] as number);
    }),
  );
  const step = solve(information, score);
  return step && { loadings: step.slice(0, items), uniquenesses: step.slice(items) };
}

function moved(model: OneFactor, step: OneFactor, length: number): OneFactor {
  return {
    loadings: model.loadings.map((each, i) => each + length * (step.loadings[i] as number)),
    uniquenesses: model.uniquenesses.map((each, i) => each + length * (step.uniquenesses[i] as number)),
  };
}

function product(first: Matrix, second: Matrix): number[][] {
  return first.map((row) =>
    second.map((_, j) => row.reduce((total, value, i) => total + value * (second[i]?.[j] as number), 0)),
  );
}

function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((total, value, i) => total + value * (second[i] as number), 0);
}

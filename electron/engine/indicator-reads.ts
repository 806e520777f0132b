import type { IndicatorDefinition, Numerator } from "./indicator-definition.ts";

/** The simple numerators that a numerator is made of: itself, or the parts of its `any` and `all`. */
export function leavesOf(numerator: Numerator | null): Numerator[] {
  if (!numerator) return [];
  if ("any" in numerator) return numerator.any.flatMap(leavesOf);
  if ("all" in numerator) return numerator.all.flatMap(leavesOf);
  return [numerator];
}

type Survey = { instrument: string; wave: string };

/** The questionnaire that a simple numerator reads, if it reads one. */
export function surveyOfLeaf(leaf: Numerator): Survey | undefined {
  if ("answer" in leaf) return { instrument: leaf.answer.instrument, wave: leaf.answer.wave };
  if ("score" in leaf) return { instrument: leaf.score.scale, wave: leaf.score.wave };
  return undefined;
}

/** The questionnaire whose respondents an indicator counts: its score's, the later of its change, or the first that its numerator reads. */
export function surveyOf({ score, change, numerator }: IndicatorDefinition): Survey | undefined {
  if (change) return { instrument: change.scale, wave: change.to };
  if (score) return { instrument: score.scale, wave: score.wave };
  return leavesOf(numerator)
    .map(surveyOfLeaf)
    .find((survey) => survey !== undefined);
}

/** Whether a respondent can be judged at all: by answers only, for a questionnaire is of no enrolment. */
export function readsOnlyAnswers(numerator: Numerator | null): boolean {
  const leaves = leavesOf(numerator);
  return leaves.length > 0 && leaves.every((leaf) => surveyOfLeaf(leaf) !== undefined);
}

import type { z } from "zod";
import type { Problem } from "../contract.ts";
import { problemsOf } from "./definition-problems.ts";
import { type IndicatorDefinition, indicatorSchema } from "./indicator-definition.ts";
import { indicatorProblems } from "./indicator-rules.ts";
import { type ProgrammeDefinition, programmeSchema } from "./programme-definition.ts";
import { programmeProblems } from "./programme-rules.ts";
import { type ScaleDefinition, scaleSchema } from "./scale-definition.ts";
import { scaleProblems } from "./scale-rules.ts";

/** A definition with all its fields present, or every problem of the file at once. Never both. */
export interface Reading<Definition> {
  definition?: Definition;
  problems: Problem[];
}

/**
 * Reads an indicator's file. "Upon leaving" is within 28 days unless the definition says otherwise; enrolments counted
 * as such cannot be once per person.
 */
export function readIndicator(file: string, json: unknown): Reading<IndicatorDefinition> {
  const { definition, problems } = read(indicatorSchema, file, json, indicatorProblems);
  if (!definition) return { problems };
  return {
    definition: {
      ...definition,
      horizon_days: definition.horizon_days ?? (definition.clock === "exit" ? 28 : null),
      denominator: surveyed[definition.kind] ?? definition.denominator,
      person: definition.count === "enrolments" ? { rule: "every_enrolment" } : definition.person,
    },
    problems,
  };
}

/** Scores are of questionnaires, so these kinds have a denominator of their own. */
const surveyed: Partial<Record<IndicatorDefinition["kind"], IndicatorDefinition["denominator"]>> = {
  mean: "respondents",
  change: "pairs",
};

export function readProgramme(file: string, json: unknown): Reading<ProgrammeDefinition> {
  return read(programmeSchema, file, json, programmeProblems);
}

export function readScale(file: string, json: unknown): Reading<ScaleDefinition> {
  return read(scaleSchema, file, json, scaleProblems);
}

/** Reads a record that has no rules beside its fields. */
export function readDefinition<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  json: unknown,
): Reading<z.infer<Schema>> {
  return read(schema, file, json, () => []);
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  json: unknown,
  rules: (file: string, json: unknown) => Problem[],
): Reading<z.infer<Schema>> {
  const parsed = schema.safeParse(json);
  const shape = parsed.success ? [] : problemsOf(file, json, parsed.error.issues);
  // A rule may notice what a field's own check has told already.
  const told = new Set(shape.map((each) => each.where));
  const problems = [...shape, ...rules(file, json).filter((each) => !told.has(each.where))];
  return parsed.success && problems.length === 0 ? { definition: parsed.data, problems } : { problems };
}

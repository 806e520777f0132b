import { z } from "zod";
import type { Problem, Text } from "../contract.ts";
import { code, day, source, text } from "./definition-fields.ts";
import { at, type Path, problem } from "./definition-problems.ts";

/** What a target is made of, in a programme and in an indicator. */
export const targetFields = {
  /** A fraction for a share, a number for a count, points for a score. */
  value: z.number(),
  unit: z.enum(["share", "count", "score"]),
  comparator: z.enum([">=", "=", "<="]),
  /** Column → code. Empty is the whole programme. */
  scope: z
    .strictObject({
      municipality: code.optional(),
      sex: code.optional(),
      age_band: code.optional(),
      foreign_born: code.optional(),
    })
    .default({}),
  valid_from: day.optional(),
  valid_to: day.optional(),
  title: text.optional(),
  source,
};

const target = z.strictObject(targetFields);
export type TargetDefinition = z.infer<typeof target>;
type Unit = TargetDefinition["unit"];

/** The targets of an indicator itself, such as those of an evaluator's copy. */
export const ownTargets = z.array(target).default([]);

/** What is wrong with each target in itself, wherever it stands. */
export function targetProblems(file: string, json: unknown): Problem[] {
  return listed(json).flatMap((each, index) => {
    const path: Path = ["targets", index];
    const found: Problem[] = [];
    const share = Number(at(each, ["value"]));
    if (at(each, ["unit"]) === "share" && (share < 0 || share > 1)) {
      found.push(problem(file, [...path, "value"], shareAsFraction));
    }
    const [from, to] = [at(each, ["valid_from"]), at(each, ["valid_to"])];
    if (typeof from === "string" && typeof to === "string" && from > to) {
      found.push(problem(file, [...path, "valid_to"], endsBeforeStart));
    }
    return found;
  });
}

/** Targets in a unit that the indicator's kind is not told in. Those would never be shown. */
export function targetUnitProblems(file: string, json: unknown): Problem[] {
  const kind = at(json, ["kind"]);
  const units = unitsOf[String(kind)];
  if (units === undefined) return [];
  return listed(json).flatMap((each, index) => {
    const unit = at(each, ["unit"]);
    if (typeof unit !== "string" || units.includes(unit as Unit)) return [];
    const names = (or: string) => units.map((name) => `"${name}"`).join(` ${or} `);
    return problem(file, ["targets", index, "unit"], {
      sv: `Ett mål för en indikator av slaget "${kind}" har enheten ${names("eller")}.`,
      en: `A target for an indicator of the kind "${kind}" has the unit ${names("or")}.`,
    });
  });
}

/** Whether a target in the unit can be held against an indicator of the kind. */
export function measures(kind: string, unit: Unit): boolean {
  return unitsOf[kind]?.includes(unit) ?? false;
}

const unitsOf: Readonly<Record<string, readonly Unit[]>> = {
  share: ["share", "count"],
  milestone: ["share", "count"],
  count: ["count"],
  mean: ["score"],
  change: ["score"],
};

const shareAsFraction: Text = {
  sv: "En andel skrivs som ett tal mellan 0 och 1: 60 % är 0.6.",
  en: "A share is written as a number between 0 and 1: 60 % is 0.6.",
};
const endsBeforeStart: Text = {
  sv: "Målet slutar gälla innan det börjar gälla.",
  en: "The target ends before it starts.",
};

function listed(json: unknown): unknown[] {
  const targets = at(json, ["targets"]);
  return Array.isArray(targets) ? targets : [];
}

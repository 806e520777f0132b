import type { z } from "zod";
import type { Problem, Text } from "../contract.ts";

type Issue = z.core.$ZodIssue;
export type Path = readonly PropertyKey[];

/** What is wrong with a definition, each thing with the path to its spot and a sentence that says what is expected. */
export function problemsOf(file: string, json: unknown, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === "invalid_union") return [problem(file, issue.path, oneOfSeveral(jsonPath(issue.path)))];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => problem(file, [...issue.path, key], unknownField(key)));
    }
    return [problem(file, issue.path, sentence(issue, json))];
  });
}

export function problem(file: string, path: Path, message: Text): Problem {
  return { file, where: jsonPath(path), message };
}

/** `$.numerator.any[0].exit_reason`, as JSON tools write it. */
export function jsonPath(path: Path): string {
  return path.reduce<string>(
    (whole, step) => (typeof step === "number" ? `${whole}[${step}]` : `${whole}.${String(step)}`),
    "$",
  );
}

/** What stands at the path, or undefined. */
export function at(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    json,
  );
}

function sentence(issue: Issue, json: unknown): Text {
  const field = String(issue.path.at(-1) ?? "");
  if (at(json, issue.path) === undefined) {
    return { sv: `Fältet "${field}" saknas. Ange det.`, en: `The field "${field}" is missing. Give it.` };
  }
  switch (issue.code) {
    case "invalid_type":
      return expected(field, kinds[issue.expected] ?? { sv: "ett annat slags värde", en: "another kind of value" });
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      return { sv: `"${field}" ska vara ett av: ${values}.`, en: `"${field}" must be one of: ${values}.` };
    }
    case "invalid_format":
      return expected(field, formats[issue.format] ?? formats.regex!);
    case "too_small":
      return issue.origin === "array" || issue.origin === "string"
        ? { sv: `"${field}" får inte vara tomt.`, en: `"${field}" must not be empty.` }
        : { sv: `"${field}" ska vara minst ${issue.minimum}.`, en: `"${field}" must be at least ${issue.minimum}.` };
    case "too_big":
      return issue.origin === "array"
        ? { sv: `"${field}" har för många värden.`, en: `"${field}" has too many values.` }
        : { sv: `"${field}" får vara högst ${issue.maximum}.`, en: `"${field}" must be at most ${issue.maximum}.` };
    default:
      return expected(field, { sv: "ett annat värde", en: "another value" });
  }
}

const kinds: Record<string, Text> = {
  string: { sv: "text", en: "text" },
  number: { sv: "ett tal", en: "a number" },
  int: { sv: "ett heltal", en: "a whole number" },
  boolean: { sv: "true eller false", en: "true or false" },
  array: { sv: "en lista", en: "a list" },
  tuple: { sv: "en lista", en: "a list" },
  object: { sv: "ett objekt med fält", en: "an object with fields" },
  record: { sv: "ett objekt med fält", en: "an object with fields" },
  null: { sv: "null", en: "null" },
};

const formats: Record<string, Text> = {
  date: { sv: "ett datum, ÅÅÅÅ-MM-DD", en: "a date, YYYY-MM-DD" },
  regex: {
    sv: "ett namn av små bokstäver a–z, siffror och bindestreck",
    en: "a name of lower-case letters a–z, digits and hyphens",
  },
};

function expected(field: string, what: Text): Text {
  return { sv: `"${field}" ska vara ${what.sv}.`, en: `"${field}" must be ${what.en}.` };
}

function unknownField(key: string): Text {
  return {
    sv: `Fältet "${key}" finns inte här. Rätta stavningen eller ta bort det.`,
    en: `There is no field "${key}" here. Correct the spelling or remove it.`,
  };
}

function oneOfSeveral(path: string): Text {
  return {
    sv: `Värdet vid ${path} har ingen av de tillåtna formerna.`,
    en: `The value at ${path} has none of the allowed forms.`,
  };
}

import type { Problem, Text } from "../contract.ts";
import { at, type Path, problem } from "./definition-problems.ts";
import { targetProblems, targetUnitProblems } from "./target-definition.ts";

/**
 * What belongs with what in an indicator. Reads the file as it stands, not the parsed definition, so that these problems
 * are told together with those of single fields.
 */
export function indicatorProblems(file: string, json: unknown): Problem[] {
  const found: Problem[] = [];
  const say = (path: Path, message: Text) => found.push(problem(file, path, message));
  const kind = at(json, ["kind"]);
  const has = (field: string) => at(json, [field]) !== undefined && at(json, [field]) !== null;

  const needed: Record<string, string> = {
    share: "numerator",
    count: "count",
    mean: "score",
    change: "change",
    milestone: "milestone",
  };
  const field = typeof kind === "string" ? needed[kind] : undefined;
  if (field && !has(field)) {
    say([field], {
      sv: `En indikator av slaget "${kind}" behöver fältet "${field}".`,
      en: `An indicator of the kind "${kind}" needs the field "${field}".`,
    });
  }
  for (const other of ["count", "score", "change", "milestone"]) {
    if (field && other !== field && has(other)) {
      say([other], {
        sv: `Fältet "${other}" hör inte till en indikator av slaget "${kind}".`,
        en: `The field "${other}" does not belong to an indicator of the kind "${kind}".`,
      });
    }
  }
  if (at(json, ["clock"]) === "calendar_year" && !has("year")) {
    say(["year"], {
      sv: 'Klockan "calendar_year" behöver fältet "year".',
      en: 'The clock "calendar_year" needs the field "year".',
    });
  }
  if (
    ["after_exit", "after_project"].includes(String(at(json, ["clock"]))) &&
    needsHorizon(json) &&
    !has("horizon_days")
  ) {
    say(["horizon_days"], {
      sv: `Klockan "${at(json, ["clock"])}" behöver fältet "horizon_days".`,
      en: `The clock "${at(json, ["clock"])}" needs the field "horizon_days".`,
    });
  }
  const age = at(json, ["population", "age"]);
  if (Array.isArray(age) && Number(age[0]) > Number(age[1])) {
    say(["population", "age"], {
      sv: "Åldern ska skrivas från den lägsta till den högsta.",
      en: "The age must go from the lowest to the highest.",
    });
  }
  if (at(json, ["population", "not_in"]) === at(json, ["indicator"]) && at(json, ["indicator"]) !== undefined) {
    say(["population", "not_in"], {
      sv: "En indikator kan inte utesluta dem som den själv räknar.",
      en: "An indicator cannot leave out those that it counts itself.",
    });
  }
  for (const { path, value } of leaves(at(json, ["numerator"]), ["numerator"])) {
    const limited = at(value, ["at_least"]) !== undefined || at(value, ["at_most"]) !== undefined;
    if (!limited) {
      say(path, {
        sv: 'Ange "at_least" eller "at_most": vilket svar som räknas.',
        en: 'Give "at_least" or "at_most": which answer counts.',
      });
    }
  }
  const denominator = at(json, ["denominator"]);
  const own: Record<string, string> = { mean: "respondents", change: "pairs" };
  if (denominator !== undefined && typeof kind === "string" && own[kind] && denominator !== own[kind]) {
    say(["denominator"], {
      sv: `En indikator av slaget "${kind}" räknas på nämnaren "${own[kind]}".`,
      en: `An indicator of the kind "${kind}" is computed on the denominator "${own[kind]}".`,
    });
  }
  if (denominator === "pairs" && kind !== "change") {
    say(["denominator"], {
      sv: 'Nämnaren "pairs" hör till slaget "change".',
      en: 'The denominator "pairs" belongs to the kind "change".',
    });
  }
  if (denominator === "respondents" && kind !== "mean" && onlyAnswers(at(json, ["numerator"])) === false) {
    say(["denominator"], {
      sv: 'Nämnaren "respondents" behöver en täljare av bara svar: "answer" eller "score".',
      en: 'The denominator "respondents" needs a numerator of answers only: "answer" or "score".',
    });
  }
  const divided = at(json, ["breakdowns"]);
  if (Array.isArray(divided) && divided.includes("mode") && !countsAnswers(json)) {
    say(["breakdowns"], {
      sv: 'Indelningen "mode" är hur en enkät besvarades, och indikatorn räknar inte svar.',
      en: 'The breakdown "mode" is how a questionnaire was answered, and the indicator counts no answers.',
    });
  }
  if (denominator === "reached" && !JSON.stringify(at(json, ["numerator"]) ?? null).includes('"followup"')) {
    say(["denominator"], {
      sv: 'Nämnaren "reached" behöver en täljare av uppföljningar: "followup".',
      en: 'The denominator "reached" needs a numerator of follow-ups: "followup".',
    });
  }
  return [...found, ...targetUnitProblems(file, json), ...targetProblems(file, json)];
}

function needsHorizon(json: unknown): boolean {
  return JSON.stringify(at(json, ["numerator"]) ?? null).includes('"outcome"');
}

/** Employers' contacts and milestones have no mode that is known, which is a group too. */
function countsAnswers(json: unknown): boolean {
  if (["mean", "change", "milestone"].includes(String(at(json, ["kind"])))) return true;
  return at(json, ["count"]) === "contacts" || at(json, ["denominator"]) === "respondents";
}

/** The answers and scores in a numerator, with their paths. */
function leaves(numerator: unknown, path: Path): { path: Path; value: unknown }[] {
  const parts = ["any", "all"].flatMap((key) => {
    const list = at(numerator, [key]);
    return Array.isArray(list) ? list.flatMap((part, index) => leaves(part, [...path, key, index])) : [];
  });
  const own = ["answer", "score"].flatMap((key) => {
    const value = at(numerator, [key]);
    return value === undefined ? [] : [{ path: [...path, key], value }];
  });
  return [...own, ...parts];
}

function onlyAnswers(numerator: unknown): boolean {
  const parts = ["any", "all"].map((key) => at(numerator, [key])).find(Array.isArray) as unknown[] | undefined;
  if (parts) return parts.every(onlyAnswers);
  return at(numerator, ["answer"]) !== undefined || at(numerator, ["score"]) !== undefined;
}

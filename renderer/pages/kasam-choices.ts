import type { Catalog, ScaleEntry } from "../../electron/contract.ts";

/** What a reader has chosen on the page, as the address keeps it. */
export interface KasamChoices {
  scale: string | undefined;
  /** `prorate`: the scale's own rule; `strict`: no item may be missing. */
  missing: string;
  /** What changes are divided by. */
  by: string;
  /** What response rates are divided by. */
  response: string;
  /** Whose scores are shown in bands. */
  subscale: string;
  from: string;
  to: string;
  /** Null where the view decides. */
  mu: number | null;
  rho: number | null;
  reliability: number | null;
}

/** The first of each is what holds where nothing is chosen. */
export const responseGroups = ["mode", "municipality", "sex", "month"] as const;
export const missingRules = ["prorate", "strict"] as const;

export function readChoices({
  scale,
  missing,
  by,
  response,
  subscale,
  from,
  to,
  mu,
  rho,
  reliability,
}: Record<string, string>): KasamChoices {
  return {
    scale,
    missing: missing === "strict" ? missing : missingRules[0],
    by: by ?? "sex",
    response: responseGroups.find((group) => group === response) ?? responseGroups[0],
    subscale: subscale ?? "total",
    from: from ?? "baseline",
    to: to ?? "exit",
    mu: readNumber(mu),
    rho: readFraction(rho),
    reliability: readFraction(reliability),
  };
}

/** Scales with scores that participants answer, questionnaires of statements, and the employers' own. */
export interface SurveyScales {
  scored: ScaleEntry[];
  statements: ScaleEntry[];
  employers: ScaleEntry | undefined;
}

/** Which questionnaire the employers answer, the view of their changes says itself. */
export function surveyScales({ scales, views }: Pick<Catalog, "scales" | "views">): SurveyScales {
  const ofEmployers = views
    .find(({ name }) => name === "survey_employer_change")
    ?.params.find(({ name }) => name === "scale")?.default;
  return {
    scored: scales.filter(({ name, subscales }) => subscales.length > 0 && name !== ofEmployers),
    statements: scales.filter(({ agrees_from }) => agrees_from !== null),
    employers: scales.find(({ name }) => name === ofEmployers),
  };
}

/** A number as a person writes it, with a comma or a point. */
export function readNumber(text: string | undefined): number | null {
  const number = Number((text ?? "").trim().replace(",", "."));
  return text === undefined || text.trim() === "" || !Number.isFinite(number) ? null : number;
}

function readFraction(text: string | undefined): number | null {
  const number = readNumber(text);
  return number === null || number < 0 || number > 1 ? null : number;
}

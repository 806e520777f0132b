import type { Language } from "../contract.ts";
import type { IndicatorDefinition, Numerator } from "./indicator-definition.ts";
import { type CodeLists, called, list, number, quoted, small } from "./sentence-words.ts";

/** What makes a yes, in the past tense: `gick` and `till arbete`. Apart, because Swedish puts the subject between them. */
export interface Deed {
  verb: string;
  rest: string;
}

export function deed(
  definition: IndicatorDefinition,
  numerator: Numerator,
  codes: CodeLists,
  language: Language,
): Deed {
  const say = (sv: Deed, en: Deed) => (language === "sv" ? sv : en);
  const had = (sv: string, en: string) => say({ verb: "hade", rest: sv }, { verb: "had", rest: en });
  if ("any" in numerator || "all" in numerator) {
    const parts = "any" in numerator ? numerator.any : numerator.all;
    if (parts.length === 1) return deed(definition, parts[0]!, codes, language);
    const told = parts.map((part) => whole(deed(definition, part, codes, language))).join("; ");
    return "any" in numerator
      ? say(
          { verb: "uppfyllde", rest: `minst ett av följande (${told})` },
          { verb: "met", rest: `at least one of these (${told})` },
        )
      : say({ verb: "uppfyllde", rest: `allt följande (${told})` }, { verb: "met", rest: `all of these (${told})` });
  }
  if ("exit_reason" in numerator) return exitReason(definition, numerator.exit_reason, codes, language);
  if ("outcome" in numerator) {
    const kinds = list(families(numerator.outcome, codes, language), "or", language);
    return had(`${kinds} som utfall ${timing(definition, "sv")}`, `${kinds} as an outcome ${timing(definition, "en")}`);
  }
  if ("followup" in numerator) {
    const { horizon, status } = numerator.followup;
    const named = list(
      status.map((code) => quoted(called(codes, "followup_status", code, language), language)),
      "or",
      language,
    );
    return had(
      `ställningen ${named} vid uppföljningen ${horizonWords(horizon, "sv")} (± ${definition.window_days} dagar)`,
      `the status ${named} at the follow-up ${horizonWords(horizon, "en")} (± ${definition.window_days} days)`,
    );
  }
  if ("answer" in numerator) {
    const { instrument, wave, item } = numerator.answer;
    return had(
      `svaret ${limits(numerator.answer, "sv")} på ${itemWords(item, codes, "sv")} i ${surveyWords(instrument, wave, codes, "sv")}`,
      `an answer of ${limits(numerator.answer, "en")} to ${itemWords(item, codes, "en")} of ${surveyWords(instrument, wave, codes, "en")}`,
    );
  }
  const { scale, subscale, wave } = numerator.score;
  return had(
    `${limits(numerator.score, "sv")} poäng på ${scaleWords(scale, subscale, codes, "sv")} ${waveWords(wave, "sv")}`,
    `a score of ${limits(numerator.score, "en")} on ${scaleWords(scale, subscale, codes, "en")} ${waveWords(wave, "en")}`,
  );
}

export function whole({ verb, rest }: Deed): string {
  return `${verb} ${rest}`;
}

function exitReason(definition: IndicatorDefinition, reasons: string[], codes: CodeLists, language: Language): Deed {
  const stays = definition.person.rule === "every_enrolment";
  const within =
    definition.clock === "within_project"
      ? { sv: " inom projektets tid", en: " within the project's time" }[language]
      : "";
  // These two can be gone to; "left to no contact" is no sentence.
  const places: Record<string, Record<Language, string>> = {
    work: { sv: "arbete", en: "work" },
    studies: { sv: "studier", en: "studies" },
  };
  const named = reasons.map((reason) => places[reason]?.[language]);
  if (named.every((place) => place !== undefined)) {
    const goals = list(named, "or", language);
    if (language === "sv") return { verb: stays ? "avslutades" : "gick", rest: `till ${goals}${within}` };
    return { verb: stays ? "ended in" : "left to", rest: `${goals}${within}` };
  }
  const titles = list(
    reasons.map((reason) => quoted(called(codes, "exit_reason", reason, language), language)),
    "or",
    language,
  );
  if (language === "sv") return { verb: stays ? "avslutades" : "avslutade", rest: `med orsaken ${titles}${within}` };
  return { verb: stays ? "ended" : "left", rest: `with the reason ${titles}${within}` };
}

/** All kinds of jobs are work, and all kinds of studies are studies; single kinds are named. */
function families(kinds: string[], codes: CodeLists, language: Language): string[] {
  const all = [
    { kinds: ["job_unsubsidised", "job_subsidised", "self_employment"], name: { sv: "arbete", en: "work" } },
    {
      kinds: ["studies_upper_secondary", "studies_komvux", "studies_folk_high_school", "studies_higher", "studies_sfi"],
      name: { sv: "studier", en: "studies" },
    },
  ].filter((family) => family.kinds.every((kind) => kinds.includes(kind)));
  const rest = kinds.filter((kind) => !all.some((family) => family.kinds.includes(kind)));
  return [
    ...all.map(({ name }) => name[language]),
    ...rest.map((kind) => quoted(called(codes, "outcome_kind", kind, language), language)),
  ];
}

function timing(definition: IndicatorDefinition, language: Language): string {
  const { clock, horizon_days: days, window_days: window, year } = definition;
  const sv = language === "sv";
  const around = sv ? `(± ${window} dagar)` : `(± ${window} days)`;
  switch (clock) {
    case "exit":
      return sv ? `inom ${days} dagar efter avslutet` : `within ${days} days of leaving`;
    case "within_project":
      return sv ? "med början inom projektets tid" : "that started within the project's time";
    case "calendar_year":
      return sv ? `med början ${year}` : `that started in ${year}`;
    case "after_exit":
      return `${days === 0 ? (sv ? "kring avslutet" : "around leaving") : sv ? `${days} dagar efter avslutet` : `${days} days after leaving`} ${around}`;
    case "after_project":
      return `${days === 0 ? (sv ? "kring projektets slut" : "around the project's end") : sv ? `${days} dagar efter projektets slut` : `${days} days after the project's end`} ${around}`;
  }
}

export function horizonWords(horizon: string, language: Language): string {
  const words: Record<string, Record<Language, string>> = {
    exit_4w: { sv: "fyra veckor efter avslutet", en: "four weeks after leaving" },
    exit_90d: { sv: "90 dagar efter avslutet", en: "90 days after leaving" },
    project_90d: { sv: "90 dagar efter projektets slut", en: "90 days after the project's end" },
    exit_6m: { sv: "sex månader efter avslutet", en: "six months after leaving" },
  };
  return words[horizon]?.[language] ?? horizon;
}

export function waveWords(wave: string, language: Language): string {
  const words: Record<string, Record<Language, string>> = {
    baseline: { sv: "vid starten", en: "at the start" },
    mid: { sv: "under tiden", en: "midway" },
    exit: { sv: "vid avslutet", en: "at the exit" },
    followup: { sv: "vid uppföljningen", en: "at the follow-up" },
  };
  return words[wave]?.[language] ?? wave;
}

/** A questionnaire and when it was answered: `the final survey at the exit`. */
export function surveyWords(instrument: string, wave: string, codes: CodeLists, language: Language): string {
  return `${scaleWords(instrument, "total", codes, language)} ${waveWords(wave, language)}`;
}

export function scaleWords(scale: string, subscale: string, codes: CodeLists, language: Language): string {
  const title = called(codes, "instrument", scale, language);
  const named = title === scale ? quoted(scale, language) : small(title);
  return subscale === "total" ? named : `${named} (${called(codes, "subscale", subscale, language)})`;
}

/** Numbers are how questionnaires of scales name their items; others have words. */
function itemWords(item: string, codes: CodeLists, language: Language): string {
  const sv = language === "sv";
  if (/^\d+$/.test(item)) return sv ? `fråga ${item}` : `item ${item}`;
  return `${sv ? "frågan" : "the item"} ${quoted(called(codes, "item", item, language), language)}`;
}

function limits({ at_least, at_most }: { at_least?: number; at_most?: number }, language: Language): string {
  const low = at_least === undefined ? undefined : number(at_least, language);
  const high = at_most === undefined ? undefined : number(at_most, language);
  if (low !== undefined && high !== undefined) return language === "sv" ? `${low} till ${high}` : `${low} to ${high}`;
  if (high !== undefined) return language === "sv" ? `högst ${high}` : `at most ${high}`;
  return language === "sv" ? `minst ${low}` : `at least ${low}`;
}

import type { Language } from "../contract.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { leavesOf, surveyOf } from "./indicator-reads.ts";
import { horizonWords, surveyWords } from "./sentence-numerator.ts";
import { type CodeLists, date } from "./sentence-words.ts";

/** Who is counted, as a relative clause: `who had left by 1 October 2022`. */
export function counted(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  codes: CodeLists,
  language: Language,
): string {
  const stays = definition.person.rule === "every_enrolment";
  const by = language === "sv" ? `senast ${date(question.cutoff, "sv")}` : `by ${date(question.cutoff, "en")}`;
  const who = stays ? "that" : "who";
  const say = (sv: string, en: string) => (language === "sv" ? sv : en);
  const yearly = definition.clock === "calendar_year";
  const known = say(
    `, så som det var känt ${date(question.cutoff, "sv")},`,
    `, as known on ${date(question.cutoff, "en")}`,
  );
  switch (question.denominator) {
    case "enrolled":
      if (yearly) {
        return stays
          ? say(
              `som pågick någon dag ${definition.year}${known}`,
              `that were going on some day of ${definition.year}${known}`,
            )
          : say(
              `som var inskrivna någon dag ${definition.year}${known}`,
              `who had been enrolled on some day of ${definition.year}${known}`,
            );
      }
      return stays
        ? say(`som hade börjat ${by}`, `that had started ${by}`)
        : say(`som hade skrivits in ${by}`, `who had been enrolled ${by}`);
    case "exited":
    case "exited_known": {
      const settled = question.denominator === "exited_known";
      const when = yearly ? say(`under ${definition.year}, `, `in ${definition.year}, `) : "";
      const left = stays ? say("avslutats", "ended") : say("avslutat", "left");
      const outcome = settled ? say(" och vars utfall är känt", " and whose outcome is known") : "";
      return say(`som hade ${left} ${when}${by}${outcome}`, `${who} had ${left} ${when}${by}${outcome}`);
    }
    case "due":
    case "reached":
      return followup(definition, question, by, language);
    case "respondents":
    case "pairs":
      return say(
        `som hade svarat på ${survey(definition, codes, "sv")} ${by}`,
        `who had answered ${survey(definition, codes, "en")} ${by}`,
      );
  }
}

function followup(
  definition: IndicatorDefinition,
  question: IndicatorQuestion,
  by: string,
  language: Language,
): string {
  const horizon = leavesOf(definition.numerator).flatMap((leaf) =>
    "followup" in leaf ? [leaf.followup.horizon] : [],
  )[0];
  const sv = language === "sv";
  if (horizon === undefined) {
    const days = definition.horizon_days ?? 0;
    const since =
      definition.clock === "after_project"
        ? sv
          ? "projektets slut"
          : "the project's end"
        : sv
          ? "avslutet"
          : "leaving";
    return sv
      ? `för vilka ${days} dagar hade gått sedan ${since} ${by}`
      : `for whom ${days} days had passed since ${since} ${by}`;
  }
  const when = horizonWords(horizon, language);
  if (question.denominator === "reached") {
    return sv
      ? `som hade nåtts vid uppföljningen ${when} ${by}`
      : `who had been reached at the follow-up ${when}, ${by}`;
  }
  return sv ? `vars uppföljning ${when} skulle ha gjorts ${by}` : `whose follow-up ${when} was due ${by}`;
}

function survey(definition: IndicatorDefinition, codes: CodeLists, language: Language): string {
  const read = surveyOf(definition);
  return read ? surveyWords(read.instrument, read.wave, codes, language) : "";
}

import { type Compilation, known } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { belonging, type Counted, passing } from "./indicator-population.ts";
import { surveyOf } from "./indicator-reads.ts";
import { scored } from "./indicator-score.ts";
import { all, type Steps, step } from "./indicator-sql.ts";

/** A person, an employer, or somebody who cannot be told from others: an anonymous answer is one of its own. */
const who = "coalesce('p' || response.person, 'e' || response.employer, 'r' || response.respondent)";

/** The questionnaires of the instrument and wave that the indicator reads, in the order of their days. */
export function responses(compilation: Compilation, counted: Counted): string {
  const { bind, definition } = compilation;
  const survey = surveyOf(definition);
  if (!survey) throw new Error("respondents without a questionnaire");
  const conditions = [
    `response.instrument = ${bind("instrument", survey.instrument, "varchar")}`,
    `response.wave = ${bind("wave", survey.wave, "varchar")}`,
    ...belonging(compilation, "response", counted),
  ];
  return `select
    response.*,
    ${who} as who,
    row_number() over (order by response.answered_on, response.respondent) as turn,
    count(*) over (partition by response.extract_no, ${who}) = 1 as single
  from ${known("known_response", compilation, { selected: true })} as response
  where ${all(conditions)}`;
}

/**
 * Persons with a score at both waves. Of several at one wave the person rule takes the first or the last. Selection and
 * population are those of the later questionnaire, so that a person who has moved between them is one pair in one group.
 */
export function pairSteps(compilation: Compilation, counted: Counted): Steps {
  const { bind, definition, question } = compilation;
  const change = definition.change;
  if (!change) throw new Error("a change without its scale");
  const from = bind("from_wave", change.from, "varchar");
  const to = bind("to_wave", change.to, "varchar");
  const selection = Object.keys(question.selection).length > 0 ? JSON.stringify(question.selection) : null;
  const direction = isFirst(definition) ? "" : " desc";
  return {
    steps: [
      step(
        "scored",
        `select response.*, ${who} as who, ${scored(compilation, change, "response")} as score
  from ${known("known_response", compilation, { selected: "part" })} as response
  where response.instrument = ${bind("instrument", change.scale, "varchar")} and response.wave in (${from}, ${to})`,
      ),
      step(
        "at_wave",
        `select scored.*
  from scored
  where scored.score is not null
  qualify row_number() over (
    partition by scored.extract_no, scored.who, scored.wave
    order by scored.answered_on${direction}, scored.respondent${direction}
  ) = 1`,
      ),
      step(
        "population",
        `select later.*, after.score - before.score as value
  from at_wave as after
  join at_wave as before on before.extract_no = after.extract_no and before.who = after.who
  join at_wave as later on later.extract_no = after.extract_no
    and later.respondent = if(before.answered_on > after.answered_on, before.respondent, after.respondent)
  where after.wave = ${to} and before.wave = ${from}
    and in_selection(
      ${bind("selection", selection, "varchar")}, later.mark, later.municipality, later.sex, later.age_band, later.foreign_born,
      later.foreign_background, later.disability, later.education, later.inflow_route, later.target_group, later.status_at_start, later.income_at_start
    )
    and ${all(belonging(compilation, "later", counted))}`,
      ),
      step("passing", passing(compilation)),
    ],
    result: "passing",
  };
}

function isFirst({ person }: IndicatorDefinition): boolean {
  return person.rule === "once" && person.which === "first";
}

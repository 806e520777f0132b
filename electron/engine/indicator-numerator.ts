import { type Compilation, known } from "./indicator-context.ts";
import type { AnswerNumerator, ExitReasonNumerator, Numerator, OutcomeNumerator } from "./indicator-definition.ts";
import { followupStatus } from "./indicator-followup.ts";
import { isOwn, score } from "./indicator-score.ts";
import { all, type Beside } from "./indicator-sql.ts";

/**
 * What makes the unit `unit` a yes, as an SQL expression of three values: true is yes, false is no, null is unknown. SQL's own
 * `or` and `and` then are the rules for `any` (yes if one is yes, else unknown if one is unknown) and `all`.
 */
export function judgement(compilation: Compilation, numerator: Numerator, unit: string, beside: Beside): string {
  const judged = (part: Numerator) => judgement(compilation, part, unit, beside);
  if ("any" in numerator) return `(${numerator.any.map(judged).join("\n    or ")})`;
  if ("all" in numerator) return `(${numerator.all.map(judged).join("\n    and ")})`;
  if ("exit_reason" in numerator) return exitReason(compilation, numerator, unit);
  if ("outcome" in numerator) return outcome(compilation, numerator, unit, beside);
  if ("followup" in numerator) return followupStatus(compilation, numerator, beside);
  if ("answer" in numerator) return answer(compilation, numerator, beside);
  return within(compilation, score(compilation, numerator.score, unit), numerator.score);
}

/** An empty reason reaches us as `unknown`; whatever else the definition calls unknown comes on top. */
export function reasonUnknown({ bind, definition }: Compilation, unit: string): string {
  const reasons = bind("unknown_reasons", [...new Set(["unknown", ...definition.unknown_reasons])], "varchar[]");
  return `(${unit}.ended_on is not null and list_contains(${reasons}, coalesce(${unit}.exit_reason, 'unknown')))`;
}

function exitReason(compilation: Compilation, { exit_reason }: ExitReasonNumerator, unit: string): string {
  const { bind, definition } = compilation;
  const outside =
    definition.clock === "within_project"
      ? `\n      when ${unit}.ended_on not between ${programmeDates(compilation)} then false`
      : "";
  return `case
      when ${unit}.ended_on is null then false${outside}
      when list_contains(${bind("exit_reason", exit_reason, "varchar[]")}, ${unit}.exit_reason) then true
      when ${reasonUnknown(compilation, unit)} then null
      else false
    end`;
}

/** Without any outcome row there is nothing to judge by: a no, unless the enrolment ended for a reason nobody knows. */
function outcome(compilation: Compilation, { outcome: kinds }: OutcomeNumerator, unit: string, beside: Beside): string {
  const conditions = [
    `list_contains(${compilation.bind("outcome", kinds, "varchar[]")}, outcome.kind)`,
    ...inTime(compilation, unit),
  ];
  // Only a clock that starts with the exit has to know the enrolment.
  const { clock } = compilation.definition;
  const ofUnits =
    clock === "exit" || clock === "after_exit"
      ? `\n    join ${unit} on ${unit}.extract_no = outcome.extract_no and ${unit}.stay = outcome.stay`
      : "";
  const found = beside(
    `select
      outcome.extract_no,
      outcome.stay,
      bool_or(coalesce(${all(conditions, "        ")}, false)) as yes
    from ${known("known_outcome", compilation, { selected: false })} as outcome${ofUnits}
    group by all`,
    "stay",
  );
  return `coalesce(${found}.yes, case when not ${reasonUnknown(compilation, unit)} then false end)`;
}

/** When an outcome counts, by the clock. Outcomes after the cut-off are not known and need no condition. */
function inTime(compilation: Compilation, unit: string): string[] {
  const { bind, definition } = compilation;
  const horizon = () => bind("horizon_days", definition.horizon_days ?? 0, "integer");
  switch (definition.clock) {
    case "exit":
      return [
        `outcome.started_on <= ${unit}.ended_on + ${horizon()}`,
        `coalesce(outcome.ended_on >= ${unit}.ended_on, true)`,
      ];
    case "within_project":
      return [`outcome.started_on between ${programmeDates(compilation)}`];
    case "calendar_year":
      return [`year(outcome.started_on) = ${bind("year", definition.year, "integer")}`];
    case "after_exit":
      return goingOn(compilation, `${unit}.ended_on + ${horizon()}`);
    case "after_project":
      return goingOn(compilation, `${bind("ends_on", compilation.programme.ends_on, "date")} + ${horizon()}`);
  }
}

/** On some day of the window around `day`, as far as the cut-off; an outcome without an end goes on. */
function goingOn({ bind, definition, question }: Compilation, day: string): string[] {
  const window = bind("window_days", definition.window_days, "integer");
  const cutoff = bind("cutoff", question.cutoff, "date");
  return [`outcome.started_on <= ${day} + ${window}`, `coalesce(outcome.ended_on, ${cutoff}) >= ${day} - ${window}`];
}

/**
 * The raw value of an item. A questionnaire belongs to a person; of several at one wave the last that answers the item
 * counts, and no answer is unknown.
 */
function answer(compilation: Compilation, { answer: asked }: AnswerNumerator, beside: Beside): string {
  const { bind } = compilation;
  const whose = isOwn(compilation, asked) ? "respondent" : "person";
  const found = beside(
    `select answer.extract_no, answer.${whose}, arg_max(answer.value, (answer.answered_on, answer.respondent)) as value
    from ${known("known_answer", compilation, { selected: false })} as answer
    where answer.instrument = ${bind("instrument", asked.instrument, "varchar")}
      and answer.wave = ${bind("wave", asked.wave, "varchar")}
      and answer.item = ${bind("item", asked.item, "varchar")}
      and answer.value is not null
    group by all`,
    whose,
  );
  return within(compilation, `${found}.value`, asked);
}

function within({ bind }: Compilation, value: string, limits: { at_least?: number; at_most?: number }): string {
  if (limits.at_least === undefined) return `${value} <= ${bind("at_most", limits.at_most ?? null, "double")}`;
  if (limits.at_most === undefined) return `${value} >= ${bind("at_least", limits.at_least, "double")}`;
  return `${value} between ${bind("at_least", limits.at_least, "double")} and ${bind("at_most", limits.at_most, "double")}`;
}

function programmeDates({ bind, programme }: Compilation): string {
  return `${bind("starts_on", programme.starts_on, "date")} and ${bind("ends_on", programme.ends_on, "date")}`;
}

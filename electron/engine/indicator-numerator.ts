import { type Compilation, known } from "./indicator-context.ts";
import type { AnswerNumerator, ExitReasonNumerator, Numerator, OutcomeNumerator } from "./indicator-definition.ts";
import { followupStatus } from "./indicator-followup.ts";
import { isOwn, score } from "./indicator-score.ts";
import { all } from "./indicator-sql.ts";

/**
 * What makes the unit `unit` a yes, as an SQL expression of three values: true is yes, false is no, null is unknown. SQL's own
 * `or` and `and` then are the rules for `any` (yes if one is yes, else unknown if one is unknown) and `all`.
 */
export function judgement(compilation: Compilation, numerator: Numerator, unit: string): string {
  if ("any" in numerator)
    return `(${numerator.any.map((part) => judgement(compilation, part, unit)).join("\n    or ")})`;
  if ("all" in numerator)
    return `(${numerator.all.map((part) => judgement(compilation, part, unit)).join("\n    and ")})`;
  if ("exit_reason" in numerator) return exitReason(compilation, numerator, unit);
  if ("outcome" in numerator) return outcome(compilation, numerator, unit);
  if ("followup" in numerator) return followupStatus(compilation, numerator, unit);
  if ("answer" in numerator) return answer(compilation, numerator, unit);
  return within(compilation, score(compilation, numerator.score, unit), numerator.score);
}

/** An empty reason reaches us as `unknown`; whatever else the definition calls unknown comes on top. */
export function reasonUnknown({ bind, definition }: Compilation, unit: string): string {
  const reasons = bind("unknown_reasons", [...new Set(["unknown", ...definition.unknown_reasons])], "varchar[]");
  return `(${unit}.ended_on is not null and list_contains(${reasons}, coalesce(${unit}.exit_reason, 'unknown')))`;
}

export function someOutcome(compilation: Compilation, unit: string): string {
  return `exists (from ${outcomesOf(compilation, unit)})`;
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
function outcome(compilation: Compilation, { outcome: kinds }: OutcomeNumerator, unit: string): string {
  const conditions = [
    `list_contains(${compilation.bind("outcome", kinds, "varchar[]")}, outcome.kind)`,
    ...inTime(compilation, unit),
  ];
  return `coalesce(
      (
        select bool_or(coalesce(${all(conditions, "          ")}, false))
        from ${outcomesOf(compilation, unit)}
      ),
      case when not ${reasonUnknown(compilation, unit)} then false end
    )`;
}

function outcomesOf(compilation: Compilation, unit: string): string {
  return `${known("known_outcome", compilation, { selected: false })} as outcome
        where outcome.extract_no = ${unit}.extract_no and outcome.stay = ${unit}.stay`;
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
function answer(compilation: Compilation, { answer: asked }: AnswerNumerator, unit: string): string {
  const { bind } = compilation;
  const same = isOwn(compilation, asked) ? "respondent" : "person";
  const value = `(
      select arg_max(answer.value, (answer.answered_on, answer.respondent))
      from ${known("known_answer", compilation, { selected: false })} as answer
      where answer.extract_no = ${unit}.extract_no and answer.${same} = ${unit}.${same}
        and answer.instrument = ${bind("instrument", asked.instrument, "varchar")}
        and answer.wave = ${bind("wave", asked.wave, "varchar")}
        and answer.item = ${bind("item", asked.item, "varchar")}
        and answer.value is not null
    )`;
  return within(compilation, value, asked);
}

function within({ bind }: Compilation, value: string, limits: { at_least?: number; at_most?: number }): string {
  if (limits.at_least === undefined) return `${value} <= ${bind("at_most", limits.at_most ?? null, "double")}`;
  if (limits.at_most === undefined) return `${value} >= ${bind("at_least", limits.at_least, "double")}`;
  return `${value} between ${bind("at_least", limits.at_least, "double")} and ${bind("at_most", limits.at_most, "double")}`;
}

function programmeDates({ bind, programme }: Compilation): string {
  return `${bind("starts_on", programme.starts_on, "date")} and ${bind("ends_on", programme.ends_on, "date")}`;
}

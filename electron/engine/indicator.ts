import type { ColumnMeta, Value } from "../contract.ts";
import { binder } from "./indicator-binder.ts";
import { estimateColumns } from "./indicator-columns.ts";
import type { Compilation, IndicatorQuestion } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { groupingSteps } from "./indicator-grouping.ts";
import { judgement } from "./indicator-numerator.ts";
import { taken } from "./indicator-person.ts";
import { indented, passing, population } from "./indicator-population.ts";
import { targetSteps } from "./indicator-targets.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";

export interface CompiledIndicator {
  /** One select whose steps read like the rules. Values stand in it as `$name`. */
  sql: string;
  params: Record<string, Value>;
  columns: ColumnMeta[];
}

/**
 * An indicator as SQL over the base macros: one row per group with the columns of an estimate.
 *
 * `population` keeps the enrolments that the indicator is about, `passing` those that pass the tests of denominator and late
 * entry, `taken` one of them per person, `judged` says yes, no (false) or unknown (null) of each, `grouped` counts. Where
 * the person rule is `any`, all are judged before the best is taken.
 */
export function compileIndicator(
  definition: IndicatorDefinition,
  programme: ProgrammeDefinition,
  question: IndicatorQuestion,
  others: ReadonlyMap<string, IndicatorDefinition> = new Map(),
): CompiledIndicator {
  const { bind, params } = binder();
  const compilation: Compilation = { definition, programme, question, bind, others, within: [definition.indicator] };
  const columns = estimateColumns(definition, question);
  const { steps, result } = unitSteps(compilation);
  const targets = targetSteps(compilation);
  const all = [...steps, groupingSteps(compilation, result), ...(targets ? [targets] : [])];
  const sql = `with ${all.join(",\n")}
select
  ${columns.map(({ name, type }) => selected(name, type, definition, targets !== undefined)).join(",\n  ")}
from ${targets ? "compared" : "estimated"}${order(question)}`;
  return { sql, params, columns };
}

/** From the population to the judged units, and the name of the last of them. */
function unitSteps(compilation: Compilation): { steps: string[]; result: string } {
  const { definition } = compilation;
  const numerator = definition.numerator;
  const result = (unit: string) => (numerator ? judgement(compilation, numerator, unit) : "true");
  const judge = (from: string) => `select\n    ${from}.*,\n    ${result(from)} as result\n  from ${from}`;
  const first = [
    step(
      "population",
      population(compilation, (other) => countedPersons(compilation, other)),
    ),
    step("passing", passing(compilation)),
  ];
  if (definition.person.rule === "once" && definition.person.which === "any") {
    const best = taken(definition.person, { from: "judged", key: "stay" });
    return { steps: [...first, step("judged", judge("passing")), step("taken", best)], result: "taken" };
  }
  const one = taken(definition.person, { from: "passing", key: "stay" });
  return { steps: [...first, step("taken", one), step("judged", judge("taken"))], result: "judged" };
}

/** The persons whom another indicator counts, at the same cut-off and selection but with its own rules. */
function countedPersons(compilation: Compilation, other: IndicatorDefinition): string {
  const { question, within } = compilation;
  const { steps, result } = unitSteps({
    ...compilation,
    definition: other,
    question: { ...question, denominator: other.denominator },
    within: [...within, other.indicator],
  });
  return `with ${steps.join(",\n")}
select (${result}.extract_no, ${result}.person) from ${result} where ${result}.result`;
}

/** Group by group, totals last. */
function order({ by, margins }: IndicatorQuestion): string {
  const columns = [...(margins ? ["margin"] : []), ...by];
  return by.length > 0 ? `\norder by ${columns.join(", ")}` : "";
}

function step(name: string, select: string): string {
  return `${name} as (\n  ${indented(select, 0)}\n)`;
}

function selected(name: string, type: string, { kind }: IndicatorDefinition, compared: boolean): string {
  switch (name) {
    case "target":
      return compared ? "targets[1].value as target" : "null::double as target";
    case "comparator":
    case "attained":
      return compared ? `targets[1].${name} as ${name}` : `null::varchar as ${name}`;
    case "low_precision":
      return kind === "share" ? "upper - lower > 0.30 as low_precision" : "null::boolean as low_precision";
    case "suppressed":
      return "'' as suppressed";
    case "targets":
      return compared ? "coalesce(to_json(targets)::varchar, '[]') as targets" : "'[]' as targets";
    default:
      return type === "double" ? `${name}::double as ${name}` : name;
  }
}

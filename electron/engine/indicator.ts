import type { ColumnMeta, Value } from "../contract.ts";
import { binder } from "./indicator-binder.ts";
import { estimateColumns } from "./indicator-columns.ts";
import { comparisonSteps } from "./indicator-comparison.ts";
import type { Compilation, IndicatorQuestion } from "./indicator-context.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { checkDenominator } from "./indicator-denominator.ts";
import { groupingSteps } from "./indicator-grouping.ts";
import { unitSteps } from "./indicator-steps.ts";
import { targetSteps } from "./indicator-targets.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import type { ScaleDefinition } from "./scale-definition.ts";

export interface CompiledIndicator {
  /** One select whose steps read like the rules. Values stand in it as `$name`. */
  sql: string;
  params: Record<string, Value>;
  columns: ColumnMeta[];
}

/**
 * An indicator as SQL over the base macros: one row per group with the columns of an estimate.
 *
 * The steps read like the rules: `population`, `passing`, `taken`, `judged` (indicator-steps.ts), `grouped` and `estimated`, then
 * the targets. `others` are the indicators that `not_in` may name, `scales` those that scores are of.
 */
export function compileIndicator(
  definition: IndicatorDefinition,
  programme: ProgrammeDefinition,
  question: IndicatorQuestion,
  others: ReadonlyMap<string, IndicatorDefinition> = new Map(),
  scales: ReadonlyMap<string, ScaleDefinition> = new Map(),
): CompiledIndicator {
  checkDenominator(definition, question.denominator);
  const { bind, params } = binder();
  const within = [definition.indicator];
  const compilation: Compilation = { definition, programme, question, bind, others, scales, within };
  const { steps, result } = unitSteps(compilation);
  const targets = targetSteps(compilation);
  const estimates = targets ? "compared" : "estimated";
  const comparison = comparisonSteps(compilation, result, estimates);
  const all = [
    ...steps,
    groupingSteps(compilation, result),
    ...(targets ? [targets] : []),
    ...(comparison?.steps ?? []),
  ];
  const columns = [
    ...(question.comparison?.pairs ? [] : estimateColumns(definition, question)),
    ...(comparison?.columns ?? []),
  ];
  const sql = `with ${all.join(",\n")}
select
  ${columns.map(({ name, type }) => selected(name, type, definition, targets !== undefined)).join(",\n  ")}
from ${comparison?.from ?? estimates}${comparison?.order ?? order(question)}`;
  return { sql, params, columns };
}

/** Group by group, totals last; where each column is divided by alone, column by column. */
function order({ by, margins }: IndicatorQuestion): string {
  const columns = [...(margins === "each" ? ["totalled"] : margins ? ["margin"] : []), ...by];
  return by.length > 0 ? `\norder by ${columns.join(", ")}` : "";
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

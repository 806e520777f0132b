import type { ColumnMeta } from "../contract.ts";
import { groupColumn } from "./indicator-columns.ts";
import { comparisonColumn as column } from "./indicator-comparison-labels.ts";
import type { Breakdown, IndicatorDefinition } from "./indicator-definition.ts";

const of = { count: "k", base: "n" };

/** What stands beside the estimate of each unit, in the order of the answer. */
export function comparisonColumns(definition: IndicatorDefinition): ColumnMeta[] {
  const value = measured(definition);
  const limit = { role: "interval", unit: value.unit } as const;
  return [
    column("programme_k", "integer", { unit: "persons" }),
    column("programme_n", "integer", { unit: "persons" }),
    column("programme", "double", value.of ? { ...value, of: { count: "programme_k", base: "programme_n" } } : value),
    column("funnel_lower_95", "double", limit),
    column("funnel_upper_95", "double", limit),
    column("funnel_lower_998", "double", limit),
    column("funnel_upper_998", "double", limit),
    column("funnel_adjusted", "boolean"),
    column("shrunk", "double", value),
    column("shrunk_lower", "double", limit),
    column("shrunk_upper", "double", limit),
    column("shrinkage", "varchar", { codes: "shrinkage" }),
    ...differenceColumns(definition),
    column("signal", "varchar", { codes: "signal" }),
  ];
}

/** What a pair of units has: `a` comes before `b` in the order of names. */
export function pairColumns(definition: IndicatorDefinition, unit: Breakdown): ColumnMeta[] {
  const value = measured(definition);
  const side = (name: "a" | "b") => ({ ...groupColumn(unit), name, label: column(name, "varchar").label });
  const numbers = (name: "a" | "b") => {
    const share = { ...value, ...(value.of && { of: { count: `k_${name}`, base: `n_${name}` } }) };
    return [
      column(`n_${name}`, "integer", { role: "base", unit: "persons" }),
      column(`k_${name}`, definition.count === "hours" ? "double" : "integer", { role: "count", unit: "persons" }),
      column(`estimate_${name}`, "double", share),
    ];
  };
  return [side("a"), side("b"), ...numbers("a"), ...numbers("b"), ...differenceColumns(definition)];
}

function differenceColumns(definition: IndicatorDefinition): ColumnMeta[] {
  const value = measured(definition);
  return [
    column("difference", "double", value),
    column("difference_lower", "double", { role: "interval", unit: value.unit }),
    column("difference_upper", "double", { role: "interval", unit: value.unit }),
    column("p", "double", { role: "interval" }),
    column("p_adjusted", "double", { role: "interval" }),
    column("units_compared", "integer"),
    column("false_alarm", "double"),
  ];
}

/** What follows from k and n is as tell-tale as a share of them is. */
function measured({ kind }: IndicatorDefinition): Pick<ColumnMeta, "role" | "unit" | "of"> {
  if (kind === "mean" || kind === "change") return { role: "mean", unit: "score" };
  return { role: "share", unit: "share", of };
}

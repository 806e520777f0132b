import type { Compilation, IndicatorQuestion } from "./indicator-context.ts";
import type { Breakdown, IndicatorDefinition } from "./indicator-definition.ts";

type Margins = IndicatorQuestion["margins"];

/**
 * The last two steps: `grouped` counts the units of the step `from` by group, `estimated` makes the estimate of them.
 *
 * With the rule `excluded`, and of milestones, the unknown are taken out of n. n = 0 gives null. Without group columns there is
 * one row, whether or not there are units; with them, only groups that have units.
 */
export function groupingSteps({ definition, question }: Compilation, from: string): string {
  const { by, margins } = question;
  const values = by.map(groupValue);
  const columns = [
    ...by.map((column, index) => `${values[index]} as ${column}`),
    ...(margins ? totalled(values, margins) : []),
    ...counts(definition),
  ];
  const groups = by.length > 0 ? `\n  group by ${groupingSets(values, margins)}` : "";
  return `grouped as (
  select
    ${columns.join(",\n    ")}
  from ${from} as unit${groups}
),
estimated as (
  select
    grouped.*,
    ${estimate(definition).join(",\n    ")}
  from grouped
)`;
}

function groupingSets(values: string[], margins: Margins): string {
  if (margins === "each") return `grouping sets ((), ${values.map((value) => `(${value})`).join(", ")})`;
  return margins ? `cube (${values.join(", ")})` : "all";
}

/** Whether the row is a total, and which columns it is not divided by, as bits: the last column's is the lowest. */
function totalled(values: string[], margins: Margins): string[] {
  if (values.length === 0) return ["false as margin"];
  const bits = `grouping(${values.join(", ")})`;
  return [`${bits} ${margins === "each" ? `= ${2 ** values.length - 1}` : "> 0"} as margin`, `${bits} as totalled`];
}

/** Whether a row of `rows` is for all of a column, rather than for one of its groups. */
export function isForAll({ by, margins }: IndicatorQuestion, column: Breakdown, rows: string): string {
  const bit = 2 ** (by.length - 1 - by.indexOf(column));
  return margins ? `${rows}.totalled & ${bit} <> 0` : "false";
}

/** How many there are of the group's units, and how many of them are counted. */
export function counts(definition: IndicatorDefinition): string[] {
  const values = ["count(unit.value)::integer as n", "(count(*) - count(unit.value))::integer as unknown"];
  switch (shapeOf(definition)) {
    case "mean":
      return [
        ...values,
        "null::integer as k",
        "avg(unit.value) as average",
        "stddev_samp(unit.value) / sqrt(count(unit.value)) as error",
      ];
    case "sum":
      return [
        "count(*)::integer as n",
        "coalesce(sum(unit.value), 0)::double as k",
        values[1]!,
        ...(definition.count === "hours" ? ["count(distinct (unit.extract_no, unit.person))::integer as persons"] : []),
      ];
    case "units": {
      const left = definition.unknown === "excluded" || definition.kind === "milestone";
      return [
        `(count(*)${left ? " - count(*) filter (unit.result is null)" : ""})::integer as n`,
        "(count(*) filter (unit.result))::integer as k",
        "(count(*) filter (unit.result is null))::integer as unknown",
      ];
    }
  }
}

function shapeOf({ kind, count }: IndicatorDefinition): "mean" | "sum" | "units" {
  if (kind === "mean" || kind === "change") return "mean";
  return count === "contacts" || count === "hours" ? "sum" : "units";
}

function estimate({ kind, unknown }: IndicatorDefinition): string[] {
  const bounds = unknown === "bounds";
  if (kind === "mean" || kind === "change") {
    const reach = "student_t_quantile(0.975, n - 1) * error";
    return [
      "average as estimate",
      `average - ${reach} as lower`,
      `average + ${reach} as upper`,
      ...(bounds ? ["null::double as bound_low", "null::double as bound_high"] : []),
    ];
  }
  if (kind === "count") {
    const limits = bounds ? ["k as bound_low", "k + unknown as bound_high"] : [];
    return ["k as estimate", "null::double as lower", "null::double as upper", ...limits];
  }
  if (kind === "milestone") {
    const limits = bounds ? ["null::double as bound_low", "null::double as bound_high"] : [];
    return ["k / nullif(n, 0) as estimate", "null::double as lower", "null::double as upper", ...limits];
  }
  return [
    "k / nullif(n, 0) as estimate",
    "wilson_lower(k, n) as lower",
    `wilson_upper(${bounds ? "k + unknown" : "k"}, n) as upper`,
    ...(bounds ? ["k / nullif(n, 0) as bound_low", "(k + unknown) / nullif(n, 0) as bound_high"] : []),
  ];
}

/** A group of its own for those of whom it is not known. */
export function groupValue(column: Breakdown): string {
  switch (column) {
    case "year":
      return "year(unit.started_on)::integer";
    case "county":
      return "coalesce(left(unit.municipality, 2), 'U')";
    case "region":
      return "coalesce(region_of(unit.municipality), 'U')";
    case "time_in_programme":
      return "time_in_programme(unit.started_on, coalesce(unit.ended_on, unit.cutoff))";
    case "mode":
    case "inflow_route":
    case "status_at_start":
      return `coalesce(unit.${column}, 'unknown')`;
    default:
      return `coalesce(unit.${column}, 'U')`;
  }
}

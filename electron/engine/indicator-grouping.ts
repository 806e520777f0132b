import type { Compilation } from "./indicator-context.ts";
import type { Breakdown } from "./indicator-definition.ts";

/**
 * The last two steps: `grouped` counts units by group, `estimated` makes the estimate of them.
 *
 * With the rule `excluded` the unknown are taken out of n. n = 0 gives null. Without group columns there is one row, whether
 * or not there are units; with them, only groups that have units.
 */
export function groupingSteps(compilation: Compilation, from: string): string {
  const { definition, question } = compilation;
  const { by, margins } = question;
  const columns = by.map((column) => `${groupValue(column)} as ${column},\n    `).join("");
  const keys = by.map((column) => groupValue(column)).join(", ");
  const margin = margins ? `${by.length > 0 ? `grouping(${keys}) > 0` : "false"} as margin,\n    ` : "";
  const groups = by.length > 0 ? `\n  group by ${margins ? `cube (${keys})` : "all"}` : "";
  const excluded = definition.unknown === "excluded" ? " - count(*) filter (unit.result is null)" : "";
  return `grouped as (
  select
    ${columns}${margin}(count(*)${excluded})::integer as n,
    (count(*) filter (unit.result))::integer as k,
    (count(*) filter (unit.result is null))::integer as unknown
  from ${from} as unit${groups}
),
estimated as (
  select
    grouped.*,
    ${estimate(compilation)}
  from grouped
)`;
}

function estimate({ definition }: Compilation): string {
  if (definition.kind === "count") {
    const bounds =
      definition.unknown === "bounds" ? ",\n    k::double as bound_low,\n    (k + unknown)::double as bound_high" : "";
    return `k::double as estimate,\n    null::double as lower,\n    null::double as upper${bounds}`;
  }
  const bounds = definition.unknown === "bounds";
  const most = bounds ? "k + unknown" : "k";
  const limits = `k / nullif(n, 0) as estimate,
    wilson_lower(k, n) as lower,
    wilson_upper(${most}, n) as upper`;
  return bounds
    ? `${limits},\n    k / nullif(n, 0) as bound_low,\n    (k + unknown) / nullif(n, 0) as bound_high`
    : limits;
}

/** A group of its own for those of whom it is not known. */
function groupValue(column: Breakdown): string {
  if (column === "year") return "year(unit.started_on)::integer";
  return `coalesce(unit.${column}, '${column === "mode" ? "unknown" : "U"}')`;
}

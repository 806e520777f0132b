import type { ColumnMeta } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { Addition } from "./indicator-comparison-contrast.ts";
import { comparisonColumn } from "./indicator-comparison-labels.ts";
import type { Compilation } from "./indicator-context.ts";
import type { Breakdown } from "./indicator-definition.ts";
import { counts, groupValue } from "./indicator-grouping.ts";
import { step } from "./indicator-sql.ts";

/** More than this many columns leave most strata empty where units are small. */
const mostColumns = 4;

/**
 * What the shares would be if all units had the same mix of persons.
 *
 * Direct: the unit's share in each stratum, weighed by the programme's own mix; its limits (Fay and Feuer) take counts for Poisson
 * and are wide for large shares. Null where the unit has nobody in a stratum that the programme has, for there is no share to
 * weigh. Indirect: how many times as many as if each of its strata had the programme's share, times that share; it needs no
 * full strata. Strata are those that the programme has somebody in, the unknown as strata of their own.
 */
export function standardisation(compilation: Compilation, units: string): Addition[] {
  const { comparison } = compilation.question;
  if (!comparison || comparison.standardise.length === 0) return [];
  const { unit, standardise } = comparison;
  check(compilation, standardise);
  const stratum = `{${standardise.map((column) => `${column}: ${groupValue(column)}`).join(", ")}}`;
  return [
    {
      steps: standardisationSteps(compilation, units, unit, stratum),
      join: `left join standardised on standardised.${unit} = turned.${unit}`,
      values,
      columns: columns(),
    },
  ];
}

function standardisationSteps(compilation: Compilation, units: string, unit: Breakdown, stratum: string): string[] {
  return [
    step(
      "stratified",
      `select
    ${[`${groupValue(unit)} as ${unit}`, `${stratum} as stratum`, ...counts(compilation.definition)].join(",\n    ")}
  from ${units} as unit
  group by all`,
    ),
    step(
      "mix",
      `select
    stratified.stratum,
    sum(stratified.n)::integer as n,
    sum(stratified.k) / sum(stratified.n) as share
  from stratified
  group by all
  having sum(stratified.n) > 0`,
    ),
    step(
      "crossed",
      `select
    named.${unit},
    mix.stratum,
    coalesce(stratified.n, 0) as n,
    coalesce(stratified.k, 0) as k,
    mix.n as weight,
    mix.share
  from named
  cross join mix
  left join stratified on stratified.${unit} = named.${unit} and stratified.stratum = mix.stratum`,
    ),
    step(
      "listed",
      `select
    crossed.${unit},
    list(crossed.k order by crossed.stratum) as k,
    list(crossed.n order by crossed.stratum) as n,
    list(crossed.weight order by crossed.stratum) as weight,
    list(crossed.share order by crossed.stratum) as share,
    count(*)::integer as strata,
    (count(*) filter (crossed.n = 0))::integer as strata_empty,
    sum(crossed.n * crossed.share order by crossed.stratum) as expected
  from crossed
  group by crossed.${unit}`,
    ),
    step(
      "standardised",
      `select
    listed.${unit},
    listed.strata,
    listed.strata_empty,
    listed.expected,
    direct_standardised(listed.k, listed.n, listed.weight) as direct,
    indirect_standardised(listed.k, listed.n, listed.share) as indirect
  from listed`,
    ),
  ];
}

const values = [
  "standardised.strata",
  "standardised.strata_empty",
  "standardised.direct.rate as direct",
  "standardised.direct.lower as direct_lower",
  `${atMostOne("standardised.direct.upper")} as direct_upper`,
  "standardised.direct.rate - turned.estimate as moved",
  "standardised.expected",
  "standardised.indirect.ratio as ratio",
  "standardised.indirect.lower as ratio_lower",
  "standardised.indirect.upper as ratio_upper",
  `${atMostOne("standardised.indirect.ratio * turned.programme")} as indirect`,
  `${atMostOne("standardised.indirect.lower * turned.programme")} as indirect_lower`,
  `${atMostOne("standardised.indirect.upper * turned.programme")} as indirect_upper`,
  "standardised.indirect.ratio * turned.programme - turned.estimate as moved_indirect",
];

/** A share, where the method is one for counts. Not least(), which makes 1 of null. */
function atMostOne(share: string): string {
  return `if(${share} > 1, 1, ${share})`;
}

function columns(): ColumnMeta[] {
  const share = { role: "share", unit: "share", of: { count: "k", base: "n" } } as const;
  const limit = { role: "interval", unit: "share" } as const;
  const interval = { role: "interval" } as const;
  return [
    comparisonColumn("strata", "integer"),
    comparisonColumn("strata_empty", "integer"),
    comparisonColumn("direct", "double", share),
    comparisonColumn("direct_lower", "double", limit),
    comparisonColumn("direct_upper", "double", limit),
    comparisonColumn("moved", "double", share),
    comparisonColumn("expected", "double", { ...interval, unit: "persons" }),
    comparisonColumn("ratio", "double", interval),
    comparisonColumn("ratio_lower", "double", interval),
    comparisonColumn("ratio_upper", "double", interval),
    comparisonColumn("indirect", "double", share),
    comparisonColumn("indirect_lower", "double", limit),
    comparisonColumn("indirect_upper", "double", limit),
    comparisonColumn("moved_indirect", "double", share),
  ];
}

function check({ definition }: Compilation, by: Breakdown[]): void {
  if (definition.kind !== "share") {
    throw new Refusal("standardise_share", {
      sv: `Indikatorn "${definition.indicator}" är ingen andel, och bara andelar standardiseras. Ta bort "standardise".`,
      en: `The indicator "${definition.indicator}" is no share, and only shares are standardised. Leave out "standardise".`,
    });
  }
  if (by.length <= mostColumns) return;
  throw new Refusal("standardise_fewer", {
    sv: `Standardisera på högst ${mostColumns} indelningar: med fler blir de flesta grupper tomma.`,
    en: `Standardise by at most ${mostColumns} breakdowns: with more, most strata are empty.`,
  });
}

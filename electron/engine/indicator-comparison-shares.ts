import { type Contrast, contrasted, enough } from "./indicator-comparison-contrast.ts";
import type { Breakdown } from "./indicator-definition.ts";
import { step } from "./indicator-sql.ts";

/** Newcombe's interval for shares of disjoint groups, and the score test that belongs to the difference. */
export const shareContrast: Contrast = {
  difference: (a, b) => `${a}.k / ${a}.n - ${b}.k / ${b}.n`,
  lower: (a, b) => `newcombe_lower(${a}.k, ${a}.n, ${b}.k, ${b}.n)`,
  upper: (a, b) => `newcombe_upper(${a}.k, ${a}.n, ${b}.k, ${b}.n)`,
  p: (a, b) => `score_test_p(${a}.k, ${a}.n, ${b}.k, ${b}.n)`,
};

/** Fewer units than this tell too little of how they spread to widen the funnel by it. */
const unitsForSpread = 10;

/**
 * Shares of units against the programme's: funnel limits, shrunken shares, and each unit against the rest.
 *
 * Without a spread between units the likeliest share of each is the programme's; where every unit is all or nothing there is
 * no telling how far to draw them.
 */
export function shareSteps(unit: Breakdown, contrast: Contrast): string[] {
  return [
    step(
      "summed",
      `select
    sum(named.k)::integer as k,
    sum(named.n)::integer as n,
    count(*)::integer as units,
    bool_and(named.k in (0, named.n)) as all_or_nothing,
    list(named.k order by named.${unit}) as k_list,
    list(named.n order by named.${unit}) as n_list
  from named
  where named.n > 0`,
    ),
    step(
      "spread",
      `select
    beta_binomial(summed.k_list, summed.n_list) as shares,
    case when summed.units >= ${unitsForSpread} then overdispersion(summed.k_list, summed.n_list).tau2 end as variance_between
  from summed`,
    ),
    step(
      "pooled",
      `select
    summed.k,
    summed.n,
    summed.k / nullif(summed.n, 0) as share,
    spread.shares,
    spread.variance_between,
    case
      when summed.units < 2 then null
      when spread.shares.converged then 'shrunk'
      when summed.all_or_nothing and summed.k not in (0, summed.n) then 'not_estimated'
      else 'no_difference'
    end as shrinkage
  from summed
  cross join spread`,
    ),
    step(
      "rest",
      `select named.${unit}, pooled.k - named.k as k, pooled.n - named.n as n\n  from named\n  cross join pooled`,
    ),
    step(
      "contrasted",
      `select
    named.*,
    pooled.k as programme_k,
    pooled.n as programme_n,
    pooled.share as programme,
    ${limits.join(",\n    ")},
    coalesce(pooled.variance_between, 0) > 0 as funnel_adjusted,
    ${shrunken.join(",\n    ")},
    case when named.n > 0 then pooled.shrinkage end as shrinkage,
    ${contrasted(contrast, "named", "rest").join(",\n    ")},
    case
      when not (${enough("named", "rest")}) then 'too_few'
      when named.estimate not between funnel_lower_998 and funnel_upper_998 then 'outside_998'
      when named.estimate not between funnel_lower_95 and funnel_upper_95 then 'outside_95'
      else 'within'
    end as signal
  from named
  cross join pooled
  join rest on rest.${unit} = named.${unit}`,
    ),
  ];
}

const limits = [0.95, 0.998].flatMap((level) =>
  ["lower", "upper"].map(
    (side) =>
      `spread_funnel_${side}(pooled.share, nullif(named.n, 0), ${level}, pooled.variance_between) as funnel_${side}_${String(level).slice(2)}`,
  ),
);

const shrunken = [
  { name: "shrunk", field: "mean", pooled: "pooled.share" },
  { name: "shrunk_lower", field: "lower", pooled: "wilson_lower(pooled.k, pooled.n)" },
  { name: "shrunk_upper", field: "upper", pooled: "wilson_upper(pooled.k, pooled.n)" },
].map(
  ({ name, field, pooled }) => `case
      when named.n = 0 then null
      when pooled.shrinkage = 'shrunk' then shrunk_rate(named.k, named.n, pooled.shares.alpha, pooled.shares.beta).${field}
      when pooled.shrinkage = 'no_difference' then ${pooled}
    end as ${name}`,
);

import { type Contrast, contrasted, enough } from "./indicator-comparison-contrast.ts";
import type { Breakdown } from "./indicator-definition.ts";
import { step } from "./indicator-sql.ts";

const degrees = (a: string, b: string) => `welch_df(${a}.error, ${a}.n, ${b}.error, ${b}.n)`;
const error = (a: string, b: string) => `sqrt(${a}.error * ${a}.error + ${b}.error * ${b}.error)`;
const difference = (a: string, b: string) => `${a}.average - ${b}.average`;
const reach = (a: string, b: string) => `student_t_quantile(0.975, ${degrees(a, b)}) * ${error(a, b)}`;

/** Welch's interval and test: groups need not vary alike. */
export const meanContrast: Contrast = {
  difference,
  lower: (a, b) => `${difference(a, b)} - ${reach(a, b)}`,
  upper: (a, b) => `${difference(a, b)} + ${reach(a, b)}`,
  p: (a, b) => `2 * student_t_cdf(-abs(${difference(a, b)}) / nullif(${error(a, b)}, 0), ${degrees(a, b)})`,
};

/**
 * Means of units against the rest of the programme. Of each unit there are n, mean and standard error; from these the sums of
 * squares about the programme's mean follow, and what is left of them without the unit. A funnel and shrinkage are for shares.
 */
export function meanSteps(unit: Breakdown, contrast: Contrast): string[] {
  return [
    step(
      "centred",
      `select sum(named.n)::integer as n, sum(named.n * named.average) / sum(named.n) as average
  from named
  where named.n > 0`,
    ),
    step(
      "deviating",
      `select
    named.${unit},
    named.n,
    named.average - centred.average as distance,
    coalesce((named.n - 1) * named.n * named.error * named.error, 0) as squares_within,
    squares_within + coalesce(named.n * distance * distance, 0) as squares
  from named
  cross join centred`,
    ),
    step(
      "pooled",
      `select centred.n, centred.average, (select sum(deviating.squares) from deviating) as squares\n  from centred`,
    ),
    step(
      "rest",
      `select
    deviating.${unit},
    pooled.n - deviating.n as n,
    -deviating.n * deviating.distance / nullif(pooled.n - deviating.n, 0) as rest_distance,
    pooled.average + rest_distance as average,
    greatest(0, pooled.squares - deviating.squares - (pooled.n - deviating.n) * rest_distance * rest_distance) as rest_squares,
    sqrt(rest_squares / nullif(pooled.n - deviating.n - 1, 0) / nullif(pooled.n - deviating.n, 0)) as error
  from deviating
  cross join pooled`,
    ),
    step(
      "contrasted",
      `select
    named.*,
    null::integer as programme_k,
    pooled.n as programme_n,
    pooled.average as programme,
    ${ofSharesOnly.map(([name, type]) => `null::${type} as ${name}`).join(",\n    ")},
    ${contrasted(contrast, "named", "rest").join(",\n    ")},
    case when not (${enough("named", "rest")}) then 'too_few' end as signal
  from named
  cross join pooled
  join rest on rest.${unit} = named.${unit}`,
    ),
  ];
}

const ofSharesOnly = [
  ["funnel_lower_95", "double"],
  ["funnel_upper_95", "double"],
  ["funnel_lower_998", "double"],
  ["funnel_upper_998", "double"],
  ["funnel_adjusted", "boolean"],
  ["shrunk", "double"],
  ["shrunk_lower", "double"],
  ["shrunk_upper", "double"],
  ["shrinkage", "varchar"],
] as const;

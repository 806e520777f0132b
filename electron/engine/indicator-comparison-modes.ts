import type { Addition } from "./indicator-comparison-contrast.ts";
import { comparisonColumn } from "./indicator-comparison-labels.ts";
import type { Compilation } from "./indicator-context.ts";
import { groupValue } from "./indicator-grouping.ts";
import { step } from "./indicator-sql.ts";
import { mostModesApart } from "./unlike-figures.ts";

/**
 * How the questionnaires of each unit were answered, where questionnaires are what is counted: an interview and a form are not
 * the same measurement.
 */
export function answeredModes({ question }: Compilation, units: string): Addition[] {
  const { comparison, denominator } = question;
  if (!comparison || (denominator !== "respondents" && denominator !== "pairs")) return [];
  const { unit } = comparison;
  return [
    {
      steps: [
        step(
          "by_mode",
          `select ${groupValue(unit)} as ${unit}, ${groupValue("mode")} as mode, count(*)::integer as n
  from ${units} as unit
  group by all`,
        ),
        step(
          "mode_shares",
          `select
    each_unit.${unit},
    each_mode.mode,
    coalesce(by_mode.n, 0) as answers,
    answers / each_unit.n as share,
    (each_mode.n - answers)
      / nullif(sum(each_mode.n) over (partition by each_unit.${unit}) - each_unit.n, 0) as share_of_rest
  from (select by_mode.${unit}, sum(by_mode.n)::integer as n from by_mode group by all) as each_unit
  cross join (select by_mode.mode, sum(by_mode.n)::integer as n from by_mode group by all) as each_mode
  left join by_mode on by_mode.${unit} = each_unit.${unit} and by_mode.mode = each_mode.mode`,
        ),
        step(
          "answered",
          `select
    mode_shares.${unit},
    to_json(
      list({mode: mode_shares.mode, n: mode_shares.answers} order by mode_shares.answers desc, mode_shares.mode)
        filter (mode_shares.answers > 0)
    )::varchar as modes,
    sum(abs(mode_shares.share - mode_shares.share_of_rest)) / 2 > ${mostModesApart} as modes_unlike
  from mode_shares
  group by all`,
        ),
      ],
      join: `left join answered on answered.${unit} = turned.${unit}`,
      values: ["answered.modes", "answered.modes_unlike"],
      columns: [comparisonColumn("modes", "varchar"), comparisonColumn("modes_unlike", "boolean")],
    },
  ];
}

import type { Addition } from "./indicator-comparison-contrast.ts";
import { comparisonColumn } from "./indicator-comparison-labels.ts";
import type { Compilation } from "./indicator-context.ts";
import { groupValue } from "./indicator-grouping.ts";
import { step } from "./indicator-sql.ts";

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
          "answered",
          `select
    by_mode.${unit},
    to_json(list({mode: by_mode.mode, n: by_mode.n} order by by_mode.n desc, by_mode.mode))::varchar as modes
  from by_mode
  group by all`,
        ),
      ],
      join: `left join answered on answered.${unit} = turned.${unit}`,
      values: ["answered.modes"],
      columns: [comparisonColumn("modes", "varchar")],
    },
  ];
}

import type { ColumnMeta } from "../contract.ts";
import { codeLists } from "./indicator-columns.ts";
import { comparisonColumns, pairColumns } from "./indicator-comparison-columns.ts";
import { type Addition, type Contrast, contrasted } from "./indicator-comparison-contrast.ts";
import { meanContrast, meanSteps } from "./indicator-comparison-means.ts";
import { answeredModes } from "./indicator-comparison-modes.ts";
import { shareContrast, shareSteps } from "./indicator-comparison-shares.ts";
import type { Compilation } from "./indicator-context.ts";
import type { Breakdown } from "./indicator-definition.ts";
import { step } from "./indicator-sql.ts";
import { standardisation } from "./indicator-standardisation.ts";

export interface Comparison {
  steps: string[];
  /** Beside those of the estimate; of pairs, all there are. */
  columns: ColumnMeta[];
  /** The step that holds the answer. */
  from: string;
  order: string;
}

/**
 * The steps that compare the units of a breakdown, such as municipalities: each with the programme and with the rest of it, or
 * each pair.
 *
 * `estimates` is the step with a row for each unit, `units` the one with what was counted in it. `pooled` is the programme, `rest` the
 * programme without each unit, `contrasted` each unit against its rest, `comparison` adjusts for having asked of all at once. A
 * number, or a milestone, is no sample of anything: nothing is compared, and the columns are null.
 */
export function comparisonSteps(compilation: Compilation, units: string, estimates: string): Comparison | undefined {
  const { comparison } = compilation.question;
  if (!comparison) return undefined;
  const { unit } = comparison;
  const named = step("named", namedUnits(unit, estimates));
  const contrast = contrastOf(compilation);
  if (comparison.pairs) {
    return {
      steps: [named, step("paired", pairs(unit, contrast)), ...adjusted("paired", "name_a, name_b")],
      columns: pairColumns(compilation.definition, unit),
      from: "comparison",
      order: "\norder by name_a, name_b",
    };
  }
  const additions = [...answeredModes(compilation, units), ...standardisation(compilation, units)];
  return {
    steps: [
      named,
      ...contrastSteps(compilation, unit, contrast),
      ...additions.flatMap(({ steps }) => steps),
      ...adjusted("contrasted", "name_order", additions),
    ],
    columns: [...comparisonColumns(compilation.definition), ...additions.flatMap(({ columns }) => columns)],
    from: "comparison",
    order: "\norder by name_order",
  };
}

/** The rows in the Swedish order of the units' names, never in that of their results. */
function namedUnits(unit: Breakdown, estimates: string): string {
  return `select
    ${estimates}.*,
    swedish_order(coalesce(code.title_sv, ${estimates}.${unit}::varchar)) as name_order
  from ${estimates}
  left join code on code.list = '${codeLists[unit] ?? unit}' and code.code = ${estimates}.${unit}::varchar`;
}

function contrastOf({ definition }: Compilation): Contrast {
  switch (definition.kind) {
    case "share":
      return shareContrast;
    case "mean":
    case "change":
      return meanContrast;
    default:
      return { difference: none, lower: none, upper: none, p: none };
  }
}

const none = () => "null::double";

function contrastSteps({ definition }: Compilation, unit: Breakdown, contrast: Contrast): string[] {
  if (definition.kind === "share") return shareSteps(unit, contrast);
  if (definition.kind === "mean" || definition.kind === "change") return meanSteps(unit, contrast);
  const columns = comparisonColumns(definition).filter(({ name }) => !computedLast.includes(name));
  const nulls = columns.map(({ name, type }) => `null::${type} as ${name}`);
  return [
    step("contrasted", `select\n    named.*,\n    ${[...nulls, "null::double as p"].join(",\n    ")}\n  from named`),
  ];
}

const computedLast = ["p", "p_adjusted", "units_compared", "false_alarm"];

function pairs(unit: Breakdown, contrast: Contrast): string {
  const both = ["n", "k", "estimate"].flatMap((column) => [`a.${column} as ${column}_a`, `b.${column} as ${column}_b`]);
  return `select
    a.${unit} as a,
    b.${unit} as b,
    ${both.join(",\n    ")},
    ${contrasted(contrast, "a", "b").join(",\n    ")},
    a.name_order as name_a,
    b.name_order as name_b
  from named as a
  join named as b on (a.name_order, a.${unit}) < (b.name_order, b.${unit})`;
}

/**
 * Adjusted for all that was asked at once, after Holm; and how likely it is that one of so many units lies outside its 95 %
 * limits where none differs.
 */
function adjusted(from: string, order: string, additions: Addition[] = []): string[] {
  const values = [
    "turned.*",
    "asked.p_adjusted[turned.turn] as p_adjusted",
    "asked.compared as units_compared",
    "case when asked.compared > 0 then 1 - pow(0.95, asked.compared) end as false_alarm",
    ...additions.flatMap((each) => each.values),
  ];
  return [
    step("turned", `select ${from}.*, row_number() over (order by ${order}) as turn\n  from ${from}`),
    step(
      "asked",
      `select
    adjust_p(list(turned.p order by turned.turn), 'holm') as p_adjusted,
    count(turned.difference)::integer as compared
  from turned`,
    ),
    step(
      "comparison",
      [
        `select\n    ${values.join(",\n    ")}\n  from turned\n  cross join asked`,
        ...additions.map(({ join }) => join),
      ].join("\n  "),
    ),
  ];
}

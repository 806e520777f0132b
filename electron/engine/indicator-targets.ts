import type { Selection } from "../contract.ts";
import type { Compilation } from "./indicator-context.ts";
import { isForAll } from "./indicator-grouping.ts";
import { measures, type TargetDefinition } from "./target-definition.ts";

const scoped = ["municipality", "sex", "age_band", "foreign_born"] as const;

/**
 * The targets that can concern some row of the answer, and how a row is matched with them.
 *
 * A row stands for those within its group columns and the reader's selection. A target for a share or a score holds for every
 * part of those it was promised for: 60 % of all is also what is held against the women. So it concerns a row whose
 * restrictions are at least the target's scope. A target in numbers holds for the whole that it was promised for and for no
 * part: 255 participants in six municipalities say nothing about one. So it concerns a row whose restrictions are
 * exactly the scope. A target is of its days: both ends are compared with the cut-off.
 *
 * The programme's targets for the indicator come first, then the indicator's own, each in its file's order: what a programme
 * has promised is not put behind what somebody else has set.
 */
export function concerningTargets({ definition, programme, question }: Compilation): TargetDefinition[] {
  const promised = programme.targets
    .filter(({ indicator }) => indicator === definition.indicator)
    .map(({ indicator: _, ...target }) => target);
  return [...promised, ...definition.targets].filter(
    (target) =>
      measures(definition.kind, target.unit) &&
      (target.valid_from ?? question.cutoff) <= question.cutoff &&
      (target.valid_to ?? question.cutoff) >= question.cutoff &&
      canConcern(target, question.by, question.selection),
  );
}

function canConcern({ scope, unit }: TargetDefinition, by: readonly string[], selection: Selection): boolean {
  const within = scoped.every((column) => {
    const wanted = scope[column];
    return wanted === undefined || by.includes(column) || only(selection, column) === wanted;
  });
  if (unit !== "count") return within;
  return within && Object.keys(selection).every((column) => restricts(scope, column, selection));
}

/** A selection of one code restricts as a scope does; one of several codes does so only where the group column is finer. */
function restricts(scope: TargetDefinition["scope"], column: string, selection: Selection): boolean {
  const wanted = scope[column as (typeof scoped)[number]];
  return wanted !== undefined && (selection[column] ?? []).includes(wanted);
}

function only(selection: Selection, column: string): string | undefined {
  const codes = selection[column];
  return codes?.length === 1 ? codes[0] : undefined;
}

/**
 * The steps that put the targets beside each row: `promised`, one row a target, and `compared`, the estimates with them.
 * None where no target can concern any row: planning them would take a third of a small question's time.
 */
export function targetSteps(compilation: Compilation): string | undefined {
  const { bind, definition, question } = compilation;
  const concerning = concerningTargets(compilation);
  if (concerning.length === 0) return undefined;
  const targets = concerning.map(({ scope, ...target }, index) => ({
    position: index + 1,
    ...target,
    scope,
  }));
  const listed = bind("targets", JSON.stringify(targets), "json");
  const matches = question.by.map((column) => {
    if (!scoped.some((each) => each === column))
      return `(promised.unit <> 'count' or ${isForAll(question, column, "estimated")})`;
    const one = only(question.selection, column);
    const value =
      one === undefined
        ? `estimated.${column}::varchar`
        : `coalesce(estimated.${column}::varchar, ${bind(`only_${column}`, one, "varchar")})`;
    const wanted = `(promised.scope ->> '${column}')`;
    return `case when promised.unit = 'count' or ${wanted} is not null then ${wanted} is not distinct from ${value} else true end`;
  });
  return `promised as (
  select
    (target ->> 'position')::integer as position,
    (target ->> 'value')::double as value,
    target ->> 'unit' as unit,
    target ->> 'comparator' as comparator,
    target -> 'scope' as scope,
    target -> 'title' as title,
    target ->> 'source' as source
  from (select unnest(${listed}::json[]) as target)
),
compared as (
  select
    estimated.*,
    (
      select list({
        value: promised.value, unit: promised.unit, comparator: promised.comparator,
        attained: ${attained(definition.kind)}, scope: promised.scope, title: promised.title, source: promised.source
      } order by promised.position)
      from promised${matches.length > 0 ? `\n      where ${matches.join("\n        and ")}` : ""}
    ) as targets
  from estimated
)`;
}

/**
 * A number is reached or not. A share or a mean is so only when its interval lies wholly on one side of the target; one
 * without an interval, of a single answer, decides nothing.
 */
function attained(kind: string): string {
  const exact = (measure: string) => `case promised.comparator
            when '>=' then if(${measure} >= promised.value, 'yes', 'no')
            when '<=' then if(${measure} <= promised.value, 'yes', 'no')
            else if(${measure} = promised.value, 'yes', 'no')
          end`;
  if (kind === "count") return exact("estimated.k");
  const share =
    kind === "milestone"
      ? `else ${exact("estimated.estimate")}`
      : `when estimated.lower is null or promised.value between estimated.lower and estimated.upper then 'undecided'
          when promised.comparator = '>=' and estimated.lower > promised.value then 'yes'
          when promised.comparator = '<=' and estimated.upper < promised.value then 'yes'
          else 'no'`;
  return `case
          when promised.unit = 'count' then ${exact("estimated.k")}
          when estimated.estimate is null then null
          ${share}
        end`;
}

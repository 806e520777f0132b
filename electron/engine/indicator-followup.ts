import { type Compilation, cutoffOf, known } from "./indicator-context.ts";
import type { FollowupNumerator, Numerator } from "./indicator-definition.ts";
import { leavesOf } from "./indicator-reads.ts";
import { all, type Beside } from "./indicator-sql.ts";

type Horizon = FollowupNumerator["followup"]["horizon"];

/** Days after the exit, or after the programme's end. */
const daysOf: Record<Horizon, number> = { exit_4w: 28, exit_90d: 90, project_90d: 90, exit_6m: 182 };

/**
 * Whether the follow-up that the numerator reads is due by the cut-off. The row's own day wins over the horizon's; a row that
 * says not due or protected is not due. A numerator that reads no follow-up is due when the clock's days have passed.
 */
export function due(compilation: Compilation, unit: string): string {
  const { bind, definition } = compilation;
  const horizon = horizonOf(definition.numerator);
  const passed = (day: string) => `coalesce(${day} <= ${cutoffOf(compilation)}, false)`;
  if (!horizon) {
    const days = bind("horizon_days", definition.horizon_days ?? 0, "integer");
    return passed(`${startOfClock(compilation, definition.clock === "after_project", unit)} + ${days}`);
  }
  const day = `${startOfClock(compilation, horizon === "project_90d", unit)} + ${bind("due_days", daysOf[horizon], "integer")}`;
  return `coalesce(
      (
        select bool_or(followup.result not in ('not_due', 'protected') and ${passed(`coalesce(followup.due_on, ${day})`)})
        from ${followupsOf(compilation, horizon, unit)}
      ),
      ${passed(day)}
    )`;
}

/** Whether a due follow-up has been reached by the cut-off. */
export function reached(compilation: Compilation, unit: string): string {
  const horizon = horizonOf(compilation.definition.numerator);
  if (!horizon) return "false";
  return `exists (
      from ${followupsOf(compilation, horizon, unit)} and followup.result = 'reached' and followup.contacted_on is not null
    )`;
}

/** The status of a follow-up that was reached close enough to its day; unknown where there is none such. */
export function followupStatus(compilation: Compilation, { followup }: FollowupNumerator, beside: Beside): string {
  const { bind, definition } = compilation;
  const status = bind("followup_status", followup.status, "varchar[]");
  const usable = [
    `followup.horizon = ${bind("horizon", followup.horizon, "varchar")}`,
    "followup.result = 'reached'",
    `abs(followup.contacted_on - followup.due_on) <= ${bind("window_days", definition.window_days, "integer")}`,
    `(followup.status <> 'unknown' or list_contains(${status}, followup.status))`,
  ];
  const found = beside(
    `select followup.extract_no, followup.stay, bool_or(list_contains(${status}, followup.status)) as yes
    from ${known("known_followup", compilation, { selected: false })} as followup
    where ${all(usable, "      ")}
    group by all`,
    "stay",
  );
  return `${found}.yes`;
}

/** The horizon that a numerator reads: its own, or the first of its parts'. */
function horizonOf(numerator: Numerator | null): Horizon | undefined {
  return leavesOf(numerator).flatMap((leaf) => ("followup" in leaf ? [leaf.followup.horizon] : []))[0];
}

function followupsOf(compilation: Compilation, horizon: Horizon, unit: string): string {
  return `${known("known_followup", compilation, { selected: false })} as followup
        where followup.extract_no = ${unit}.extract_no and followup.stay = ${unit}.stay
        and followup.horizon = ${compilation.bind("horizon", horizon, "varchar")}`;
}

function startOfClock({ bind, programme }: Compilation, project: boolean, unit: string): string {
  return project ? bind("ends_on", programme.ends_on, "date") : `${unit}.ended_on`;
}

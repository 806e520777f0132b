import type { Calendar, Day } from "./calendar.ts";
import { compileWhere } from "./condition.ts";
import { compileDraw, type Drawing } from "./draw.ts";
import { originDay } from "./origin.ts";
import { integerBetween, type Random } from "./random.ts";
import type { EventRule, FollowupRule } from "./recipe.ts";
import { tableColumns } from "./tables.ts";

/** One stay in the making: its key, its days, and the fields drawn so far, by number. */
export interface DrawnStay {
  enrolment: string;
  start: Day;
  /** Null while the stay goes on. */
  end: Day | null;
  values: string[];
}

/** Makes the rows of one rule for one stay: each a list of columns in the order of the table. */
export type EventMaker = (stay: DrawnStay, random: Random, emit: (row: string[]) => void) => void;

/** What all rules need to know: the fields' numbers, the days' names, and the day after which nothing is known. */
export interface EventSetting {
  fields: string[];
  calendar: Calendar;
  asOf: Day;
}

export function compileOutcome(rule: EventRule, setting: EventSetting): EventMaker {
  const { calendar, asOf } = setting;
  const { applies, drawn, columns } = compileRule(rule, setting, "outcome", ["kind", "evidence", "sector"]);
  return (stay, random, emit) => {
    if (!applies(stay, random)) return;
    for (let left = times(rule, random); left > 0; left--) {
      const from = originDay(rule.starts.from, stay);
      if (from === null) return;
      const start = Math.max(stay.start, from + integerBetween(random, ...rule.starts.days));
      // What starts after the extract's day is not known to it.
      if (start > asOf) continue;
      const end = lasting(rule, start, stay, random);
      const [kind, evidence, sector] = drawn(stay, random);
      const ended = end === null || end > asOf ? "" : calendar.date(end);
      emit(columns([stay.enrolment, kind!, calendar.date(start), ended, evidence!, sector!]));
    }
  };
}

export function compileActivity(rule: EventRule, setting: EventSetting): EventMaker {
  const { calendar, asOf } = setting;
  const { applies, drawn, columns } = compileRule(rule, setting, "activity", ["kind", "hours", "hours_per_week"]);
  return (stay, random, emit) => {
    if (!applies(stay, random)) return;
    const last = Math.min(stay.end ?? asOf, asOf);
    for (let left = times(rule, random); left > 0; left--) {
      const from = originDay(rule.starts.from, stay);
      if (from === null) return;
      // Activities lie within the stay: one that would start after it is moved to its last day.
      const start = Math.max(stay.start, Math.min(last, from + integerBetween(random, ...rule.starts.days)));
      const wished = lasting(rule, start, stay, random);
      const end = wished === null ? null : Math.min(wished, last);
      const [kind, hours, hoursPerWeek] = drawn(stay, random);
      const weeks = ((end ?? last) - start + 1) / 7;
      const total = hoursPerWeek ? (weeks * Number(hoursPerWeek)).toFixed(1) : hours!;
      emit(columns([stay.enrolment, kind!, calendar.date(start), end === null ? "" : calendar.date(end), total]));
    }
  };
}

export function compileFollowup(rule: FollowupRule, setting: EventSetting): EventMaker {
  const { calendar, asOf } = setting;
  const { applies, drawn } = compileRule(rule, setting, "followup", ["horizon", "result", "status"]);
  return (stay, random, emit) => {
    if (!applies(stay, random)) return;
    const from = originDay(rule.due.from, stay);
    if (from === null) return;
    const due = from + rule.due.days;
    const [horizon, result, status] = drawn(stay, random);
    const contacted = due + integerBetween(random, ...rule.contacted);
    const row = (result: string, contactedOn: string, status: string) =>
      emit([stay.enrolment, horizon!, calendar.date(due), contactedOn, result, status]);
    if (due > asOf) row("not_due", "", "unknown");
    else if (result !== "reached") row(result!, "", "unknown");
    else if (contacted > asOf) row("not_reached", "", "unknown");
    else row(result, calendar.date(contacted), status!);
  };
}

/** Adds `names`, the columns of the rule itself, behind the person's fields, so that a draw can look back at either. */
function compileRule(
  rule: {
    where?: EventRule["where"];
    share?: number;
    fields: EventRule["fields"];
    as_written?: Record<string, string>;
  },
  { fields }: EventSetting,
  table: "outcome" | "activity" | "followup",
  names: string[],
) {
  const numberOf = (name: string) => {
    const own = names.indexOf(name);
    return own >= 0 ? fields.length + own : fields.indexOf(name);
  };
  const concerns = compileWhere(rule.where, numberOf);
  const share = rule.share ?? 1;
  const drawings: Drawing[] = names.map((name) => compileDraw(rule.fields[name] ?? "", numberOf));
  const tableNames: readonly string[] = tableColumns[table];
  const asWritten = Object.entries(rule.as_written ?? {}).map(([name, text]) => ({
    index: tableNames.indexOf(name),
    text,
  }));
  return {
    applies: ({ values }: DrawnStay, random: Random) => concerns(values) && (share === 1 || random() < share),
    drawn: ({ values }: DrawnStay, random: Random) =>
      drawings.map((drawing, i) => {
        const value = drawing(values, random);
        values[fields.length + i] = value;
        return value;
      }),
    columns: (row: string[]) => {
      for (const { index, text } of asWritten) row[index] = text;
      return row;
    },
  };
}

function times(rule: EventRule, random: Random): number {
  return rule.times ? integerBetween(random, ...rule.times) : 1;
}

function lasting(rule: EventRule, start: Day, stay: DrawnStay, random: Random): Day | null {
  if (rule.lasts === undefined) return null;
  return rule.lasts === "stay" ? stay.end : start + integerBetween(random, ...rule.lasts);
}

import type { Selection } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { QueryDatabase } from "./database.ts";
import { literal, replaceParameters } from "./literal.ts";
import { createSharedWork } from "./shared-work.ts";
import { partKey, type Tracing } from "./tracing.ts";
import type { Statement } from "./windowed.ts";

/** A statement whose selection is the parameter `$selection`, and which of its columns matter. */
export interface MarkQuestion {
  statement: Statement;
  selection: Selection;
  /** Columns that say which row it is. */
  keys: string[];
  counts: string[];
}

/** A row of the answer as it is in the parts that have it. */
export interface PartedRow {
  key: unknown[];
  parts: number[];
  /** By count column, in the order of `parts`. */
  counts: (number | null)[][];
}

/** An answer part by part. */
export interface PartedAnswer {
  /** Into how many parts. */
  parts: number;
  rows: PartedRow[];
}

/** Answers part by part, each made once: the builds never change. */
export interface KeptMarks {
  get(question: MarkQuestion, signal?: AbortSignal): Promise<PartedAnswer>;
}

const KEPT = 500;

export function createKeptMarks(database: QueryDatabase, tracing: Tracing, timeLimitMs: number): KeptMarks {
  const kept = createSharedWork<PartedAnswer>({
    kept: KEPT,
    async make(key, signal) {
      const question = JSON.parse(key) as MarkQuestion;
      const { keys, counts } = question;
      const rows = await partRows(database, inAllParts(question, tracing), {
        schema: tracing.schema,
        signal,
        timeLimitMs,
      });
      const parted = rows.map((row) => ({
        key: keys.map((_, at) => row[`key_${at}`] ?? null),
        parts: row.in_parts as number[],
        counts: counts.map((_, at) => row[`count_${at}`] as (number | null)[]),
      }));
      return { parts: tracing.parts, rows: parted };
    },
  });
  return { get: (question, signal) => kept.get(JSON.stringify(question), signal) };
}

/** DuckDB cannot run every statement once for each row of another: not one with a semi, anti or full join of selected rows. */
async function partRows(
  database: QueryDatabase,
  statement: string,
  limits: { schema: string; signal: AbortSignal; timeLimitMs: number },
): Promise<Record<string, unknown>[]> {
  try {
    return await database.rows(statement, {}, limits);
  } catch (error) {
    throw isNotPlanned(error) ? untraceable() : error;
  }
}

/** The statement once for each part, in one. */
function inAllParts(question: MarkQuestion, { part }: Tracing): string {
  const { statement, selection, keys, counts } = question;
  const [before, after] = selectionAround(selection);
  const gathered = [
    ...keys.map((_, at) => `key_${at}`),
    "list(number order by number) as in_parts",
    ...counts.map((_, at) => `list(count_${at} order by number) as count_${at}`),
  ];
  return `with part as (
  select distinct ${part("m.mark")} as name
  from build_mark as m
  where m.programme = default_programme(${literal(statement.params.programme ?? null)})
),
selected as (
  select concat('0x', part.name)::uinteger as number, concat(${literal(before)}, part.name, ${literal(after)}) as selection
  from part
),
answers as (
  select selected.number, each.*
  from selected, lateral (
    ${ofSelection(question, "selected.selection")}
  ) as each
)
select ${gathered.join(", ")}
from answers
group by all`;
}

/** The rows of the statement for a selection that stands in SQL as `selection`. */
function ofSelection({ statement, keys, counts }: MarkQuestion, selection: string): string {
  const sql = replaceParameters(statement.sql, (name) =>
    name === "selection" ? selection : literal(statement.params[name] ?? null),
  );
  const columns = [
    ...keys.map((name, at) => `answer.${quoted(name)} as key_${at}`),
    ...counts.map((name, at) => `answer.${quoted(name)} as count_${at}`),
  ];
  return `select ${columns.join(", ")}
    from (
${sql}
    ) as answer`;
}

/** The selection as JSON around the number of the part. */
function selectionAround(selection: Selection): [string, string] {
  const others = JSON.stringify(selection).slice(1);
  return [`{"${partKey}":"`, others === "}" ? '"}' : `",${others}`];
}

/** DuckDB cannot run every statement once for each row of another. */
function isNotPlanned(error: unknown): boolean {
  return error instanceof Refusal && /Not implemented|INTERNAL|Binder/.test(error.detail ?? "");
}

/** Who a number counts cannot be followed, so that it cannot be held against other numbers. */
export function untraceable(): Refusal {
  return new Refusal("untraceable", {
    sv: "Siffran visas inte i styrgruppens rum: det går inte att följa vilka personer den räknar. En vy kan följas när alla dess antal kommer ur urvalet ($selection).",
    en: "The figure is not shown in the steering room: it cannot be traced which persons it counts. A view can be traced when all its counts come from the selection ($selection) and pass no semi join, anti join or full join.",
  });
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

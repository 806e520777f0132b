import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { trimmed } from "./cell.ts";
import type { RawColumn, RawTable } from "./raw-table.ts";
import { quoted } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";
import { itemColumn } from "./wide-columns.ts";

/**
 * The table `answer` from the wide form, or undefined if `response` has no items. An empty cell is a blank answer, unless
 * nobody answers that item in that instrument: then it stands there for another one.
 */
export async function unpivotAnswers(
  database: BuildDatabase,
  response: RawTable,
  answer: TableDefinition,
): Promise<RawTable | undefined> {
  const items = response.columns.filter(({ name }) => itemColumn.test(name));
  const has = (wanted: string) => response.columns.some(({ name }) => name === wanted);
  if (items.length === 0 || !has("response")) return undefined;
  const relation = "memory.raw.answer";
  const names = items.map(({ name }) => literal(itemColumn.exec(name)?.[1] ?? name)).join(", ");
  const counts = items.map(({ name }) => `count(${quoted(name)})`).join(", ");
  const values = items.map(({ name }) => quoted(name)).join(", ");
  const instrument = has("instrument") ? `lower(${trimmed("instrument")})` : "null";
  await database.run(`create or replace table ${relation} as
    with counted as (
        select ${instrument} as instrument, unnest([${names}]) as item, unnest([${counts}]) as n
        from ${response.relation} group by all),
      asked as (select instrument, list(item) as items from counted where n > 0 group by all),
      long as (
        select rowid as record, ${instrument} as instrument, response, unnest([${names}]) as item, unnest([${values}]) as value
        from ${response.relation})
    select long.* exclude (instrument), case when long.value is null then 'blank' end as missing
    from long join asked on asked.instrument is not distinct from long.instrument
    where list_contains(asked.items, long.item)`);
  const [{ rows = 0 } = {}] = await database.all(`select count(*)::double as rows from ${relation}`);
  const columns: RawColumn[] = answer.columns.map((definition) => ({
    name: definition.name,
    heading: definition.name,
    definition,
  }));
  return {
    ...response,
    table: "answer",
    relation,
    record: "record",
    columns,
    wide: true,
    rows: Number(rows),
    broken: [],
  };
}

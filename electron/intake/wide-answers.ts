import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import type { RawColumn, RawTable } from "./raw-table.ts";
import { quoted } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";
import { itemColumn } from "./wide-columns.ts";

/** The table `answer` from the wide form, or undefined if `response` has no items. An empty cell is a blank answer. */
export async function unpivotAnswers(
  database: BuildDatabase,
  response: RawTable,
  answer: TableDefinition,
): Promise<RawTable | undefined> {
  const items = response.columns.filter(({ name }) => itemColumn.test(name));
  if (items.length === 0 || !response.columns.some(({ name }) => name === "response")) return undefined;
  const relation = "memory.raw.answer";
  const names = items.map(({ name }) => literal(itemColumn.exec(name)?.[1] ?? name)).join(", ");
  const values = items.map(({ name }) => quoted(name)).join(", ");
  await database.run(`create or replace table ${relation} as
    with long as (
      select rowid as record, response, unnest([${names}]) as item, unnest([${values}]) as value from ${response.relation})
    select *, case when value is null then 'blank' end as missing from long`);
  const columns: RawColumn[] = answer.columns.map((definition) => ({
    name: definition.name,
    heading: definition.name,
    definition,
  }));
  const rows = response.rows * items.length;
  return { ...response, table: "answer", relation, record: "record", columns, wide: true, rows, broken: [] };
}

import type { LoadReport, Text } from "../contract.ts";
import type { BuildDatabase } from "../engine/database.ts";
import { literal } from "../engine/literal.ts";
import { parentJoins } from "./build-table.ts";
import { quoted } from "./sql.ts";
import type { TableDefinition } from "./table-definition.ts";

type Flag = LoadReport["flags"][number];

/** Counts the rows of a built table that are kept but doubtful, one flag a check, in one pass. */
export async function countFlags(database: BuildDatabase, definition: TableDefinition): Promise<Flag[]> {
  const checks = definition.checks.filter(({ level }) => level === "flag");
  if (checks.length === 0) return [];
  const name = quoted(definition.name);
  const [row = {}] = await database.all(`
    with scale as (from memory.main.scale), scale_item as (from memory.main.scale_item),
      judged as (
        select ${checks.map(({ condition }, index) => `(${condition}) as check_${index}`).join(", ")}
        from build.main.${name} as ${name} ${parentJoins(definition)} cross join memory.main.manifest as manifest)
    select ${checks.map((_, index) => `count_if(check_${index})::double as count_${index}`).join(", ")} from judged`);
  return checks
    .map(({ rule, message }, index) => ({
      rule,
      table: definition.name,
      count: Number(row[`count_${index}`]),
      message,
    }))
    .filter(({ count }) => count > 0);
}

/** A table whose file has a header and nothing else. */
export function noRowsFlag(table: string, file: string): Flag {
  const message: Text = { sv: `${file} har rubriker men inga rader.`, en: `${file} has headings but no rows.` };
  return { rule: "no_rows", table, count: 1, message };
}

export async function storeFlags(database: BuildDatabase, flags: Flag[]): Promise<void> {
  if (flags.length === 0) return;
  const values = flags.map(
    ({ table, rule, count }) => `(${[table, rule, count].map((each) => literal(each)).join(", ")})`,
  );
  await database.run(`insert into build.main.flag values ${values.join(", ")}`);
}

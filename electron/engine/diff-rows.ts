import type { TableChange } from "../contract.ts";
import type { TableDefinition } from "../intake/table-definition.ts";
import { openQuery } from "./database.ts";

/** Compares the rows of two build files of one supplier, by their keys, or where they have none as they stand. */
export async function diffRows(
  tables: readonly TableDefinition[],
  paths: { before: string; after: string },
  signal?: AbortSignal,
): Promise<TableChange[]> {
  const attach = Object.entries(paths).map(([name, path]) => ({ alias: `build_${name}`, path }));
  const database = await openQuery({ attach });
  try {
    await database.lock();
    const changes: TableChange[] = [];
    for (const table of tables) {
      const [row = {}] = await database.rows(diffSql(table), {}, { signal });
      changes.push({
        table: table.name,
        before: Number(row.before),
        after: Number(row.after),
        new: Number(row.new),
        gone: Number(row.gone),
        changed: row.changed === null ? null : Number(row.changed),
      });
    }
    return changes;
  } finally {
    await database.close();
  }
}

/** One row of counts. Only the format's own columns are compared: the build's are made from them. */
export function diffSql({ name, columns }: TableDefinition): string {
  const key = columns.find((column) => column.key)?.name;
  const listed = columns.map((column) => `"${column.name}"`).join(", ");
  const rows = (build: string) => `select ${listed} from build_${build}."${name}"`;
  const both = `with earlier as (${rows("before")}), later as (${rows("after")})`;
  const counted = `(select count(*) from earlier)::double as before, (select count(*) from later)::double as after`;
  if (key === undefined) {
    return `${both}
select
  ${counted},
  (select count(*) from (from later except all from earlier))::double as new,
  (select count(*) from (from earlier except all from later))::double as gone,
  null::double as changed`;
  }
  const others = columns.filter((column) => !column.key).map((column) => column.name);
  const differs = others.map((column) => `e."${column}" is distinct from l."${column}"`).join(" or ") || "false";
  return `${both}, paired as (
  select e."${key}" is null as is_new, l."${key}" is null as is_gone, ${differs} as differs
  from earlier as e
  full join later as l on l."${key}" = e."${key}"
)
select
  ${counted},
  count(*) filter (p.is_new)::double as new,
  count(*) filter (p.is_gone)::double as gone,
  count(*) filter (not p.is_new and not p.is_gone and p.differs)::double as changed
from paired as p`;
}

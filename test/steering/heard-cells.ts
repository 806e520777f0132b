import type { ReadTable } from "../../electron/cli/table.ts";
import type { FigureRequest, Scope } from "../../electron/contract.ts";
import { countsOf } from "./answer-checks.ts";
import { keyOf, type Members } from "./members.ts";
import type { HeardCell } from "./open-cells.ts";
import { rowsOf } from "./workspace.ts";

/** Of these views a row is there because its count has somebody. */
const rowsOfSomebody = ["age_at_start_by_sex", "exit_reasons", "exit_reasons_by_sex", "inflow", "returners"];

/** What somebody hears of persons in an answer: its counts, told or hidden, which rows it has, and what its sentence says. */
export async function heardCells(
  members: Members,
  { scope, figure, table }: { scope: Scope; figure: FigureRequest; table: ReadTable },
): Promise<HeardCell[]> {
  const { meta } = table;
  if (meta.fault) return [];
  const counts = countsOf(meta.columns).map(({ name }) => name);
  const rows = rowsOf(table);
  const places = new Map(rows.map((row, at) => [keyOf(meta, row), at]));
  const asked = JSON.stringify([scope, figure]);
  const isDivided = meta.columns.some(({ role }) => role === "by" || role === "time");
  const cells = (await members.cells(scope, figure)).flatMap(({ row, column, role, count, of }): HeardCell[] => {
    const at = places.get(row);
    if (at === undefined || !counts.includes(column)) return [];
    const told = !(meta.suppressed?.[at] ?? []).includes(column);
    const present = isDivided && (role === "base" || ("view" in figure && rowsOfSomebody.includes(figure.view)));
    return [{ name: `${asked} ${row} ${column}`, of, count, told, present }];
  });
  return [...cells, ...(await saidCells(members, scope, figure, meta))];
}

/** The sentence of an indicator tells n, k and who is unknown of the whole, unless something in it is a sign. */
async function saidCells(
  members: Members,
  scope: Scope,
  figure: FigureRequest,
  { sentence }: ReadTable["meta"],
): Promise<HeardCell[]> {
  if (!("indicator" in figure) || !sentence || sentence.en.includes("..")) return [];
  const { indicator, denominator, cutoff } = figure;
  const whole = { indicator, ...(denominator && { denominator }), ...(cutoff && { cutoff }) };
  return (await members.cells(scope, whole)).flatMap(({ column, count, of }): HeardCell[] =>
    new RegExp(`\\b${count}\\b`).test(sentence.en)
      ? [{ name: `the sentence of ${JSON.stringify([scope, whole])} ${column}`, of, count, told: true, present: false }]
      : [],
  );
}

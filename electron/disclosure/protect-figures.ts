import { baseColumn, type Figure } from "./figure.ts";
import { dimensionsOf, type FigureTable, type Groups, type Key, toTables, withoutSums } from "./figure-tables.ts";
import { placeOf } from "./lattice.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { smallCells } from "./primary.ts";
import { protectSystem } from "./protect.ts";
import type { Solver } from "./solver.ts";
import { linkTables, type System } from "./system.ts";

/** Figures that are shown together, and by what rules. */
export interface FigureSet {
  figures: readonly Figure[];
  policy: DisclosurePolicy;
  groups?: Groups;
}

/** Which rows of a figure's column are hidden, and which are in what is left of their base. */
interface HiddenRows {
  own: boolean[];
  rest: boolean[];
}

/**
 * Protects figures that are shown together, as one set of linked tables. Gives, for each figure and each of its rows, the names
 * of the columns that are hidden there: small counts, what would give them away, and all that follows from either.
 */
export function protectFigures(solver: Solver, { figures, policy, groups = {} }: FigureSet): string[][][] {
  const tables = toTables(figures, groups);
  const hidden = new Map<string, HiddenRows>();
  for (const linked of bySystem(tables)) {
    const rows = protectLinked(solver, linked, groups, policy.smallestCount, (system, table) => {
      return sensitiveRows(table, policy).flatMap(({ key, restKey }) => [
        cellAt(system, key),
        cellAt(system, restKey!),
      ]);
    });
    for (const [{ figure, column }, each] of rows) hidden.set(`${figure} ${column}`, each);
  }
  const ofMeans = new Map<string, HiddenRows>();
  const bases = tables.filter(
    ({ figure, column }) => hasMean(figures[figure]!) && column === baseColumn(figures[figure]!),
  );
  for (const linked of bySystem(bases)) {
    const rows = protectLinked(solver, linked, groups, policy.smallestCount, (system, { figure, column, rows }) => {
      const already = hidden.get(`${figure} ${column}`)!.own;
      const few = rows.filter(({ count }, row) => count > 0 && (count < policy.smallestMean || already[row]));
      return few.map(({ key }) => cellAt(system, key));
    });
    for (const [{ figure }, each] of rows) ofMeans.set(String(figure), each);
  }
  return figures.map((figure, at) =>
    figure.rows.map((_, row) => {
      const isHidden = (column: string): boolean => hidden.get(`${at} ${column}`)?.own[row] ?? false;
      const isRestHidden = (column: string): boolean => hidden.get(`${at} ${column}`)?.rest[row] ?? false;
      return hiddenColumns(figure, isHidden, isRestHidden, ofMeans.get(String(at))?.own[row] ?? false);
    }),
  );
}

/** All that follows from what is hidden in a row is hidden with it. */
function hiddenColumns(
  figure: Figure,
  isHidden: (column: string) => boolean,
  isRestHidden: (column: string) => boolean,
  isMeanHidden: boolean,
): string[] {
  const isShareHidden = ({ count, base }: { count: string; base: string }): boolean =>
    isHidden(count) || isHidden(base) || isRestHidden(count);
  const shares = figure.columns.flatMap(({ role, of }) => (role === "share" && of ? [of] : []));
  const counts = figure.columns.filter(({ role }) => role === "base" || role === "count");
  const anyHidden =
    isMeanHidden || shares.some(isShareHidden) || counts.some(({ name }) => isHidden(name) || isRestHidden(name));
  return figure.columns
    .filter(({ name, role, of }) => {
      if (role === "by" || role === "time") return false;
      if (role === "base" || role === "count") return isHidden(name);
      if (role === "mean") return isMeanHidden;
      if (role === "share" && of) return isShareHidden(of);
      return anyHidden;
    })
    .map(({ name }) => name);
}

/** Protects tables of one system. `more`: cells of a table that are hidden by a rule other than the smallest count. */
function protectLinked(
  solver: Solver,
  tables: readonly FigureTable[],
  groups: Groups,
  width: number,
  more: (system: System, table: FigureTable) => number[],
): Map<FigureTable, HiddenRows> {
  const system = linkTables(
    dimensionsOf(tables, groups),
    tables.map(({ table }) => table),
  );
  const wrong = tables.filter(({ rows }) =>
    rows.some(({ key, count }) => system.values[cellAt(system, key)] !== count),
  );
  if (wrong.length > 0) {
    // Persons in two rows at once: then no row follows from others, and each stands for itself.
    const answers = wrong.map((table) => {
      const alone = protectLinked(solver, [withoutSums(table)], {}, width, more);
      return [table, [...alone.values()][0]!] as const;
    });
    const right = tables.filter((table) => !wrong.includes(table));
    return new Map([...answers, ...(right.length > 0 ? protectLinked(solver, right, groups, width, more) : [])]);
  }
  const primary = smallCells(system, width);
  for (const table of tables) for (const cell of more(system, table)) primary[cell] = 1;
  const { states } = protectSystem(solver, system, primary, width);
  const isHidden = (key: Key | undefined): boolean => key !== undefined && states[cellAt(system, key)] !== "shown";
  return new Map(
    tables.map((table) => [
      table,
      { own: table.rows.map(({ key }) => isHidden(key)), rest: table.rows.map(({ restKey }) => isHidden(restKey)) },
    ]),
  );
}

/** Rows of which neither the count nor what is left of its base may be told: few in all, or none, or all, where that is sensitive. */
function sensitiveRows({ column, rows }: FigureTable, policy: DisclosurePolicy): FigureTable["rows"] {
  const sensitive = policy.sensitive?.includes(column) ?? false;
  return rows.filter(({ count, base, restKey }) => {
    if (restKey === undefined || base === 0) return false;
    return base < policy.smallestBase || (sensitive && (count === 0 || count === base));
  });
}

function hasMean({ columns }: Figure): boolean {
  return columns.some(({ role }) => role === "mean");
}

function cellAt({ lattice, cellAt: find }: System, key: Key): number {
  return find(placeOf(lattice, key));
}

function bySystem(tables: readonly FigureTable[]): FigureTable[][] {
  const names = [...new Set(tables.map(({ system }) => system))];
  return names.map((name) => tables.filter(({ system }) => system === name));
}

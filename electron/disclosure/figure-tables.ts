import type { Dimension } from "./dimension.ts";
import { baseColumn, type Figure, groupColumns } from "./figure.ts";
import type { CountTable } from "./margins.ts";

/** Codes by dimension; totals left out. */
export type Key = Readonly<Record<string, string>>;

/** Codes that add up to others, by column: code → the group above it. */
export type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A table of counts that a figure shows, and where in it the figure's rows stand. */
export interface FigureTable {
  figure: number;
  /** The column whose counts it holds. */
  column: string;
  /** Counts in different systems have no sum in common. */
  system: string;
  table: CountTable;
  /** The cell of each row, and its count. */
  rows: { key: Key; count: number; base: number; restKey: Key | undefined }[];
}

/** What is part of a base and what is not: a dimension of its own, named after the column, with two codes. */
const [inside, outside] = ["yes", "no"];

/** The counts behind figures: bases, and counts with what is left of their base beside them. */
export function toTables(figures: readonly Figure[], groups: Groups): FigureTable[] {
  return figures.flatMap((figure, at) => {
    if (figure.rows.length === 0) return [];
    const base = baseColumn(figure);
    return figure.columns
      .filter(({ name, role }) => (role === "base" || role === "count") && isCounted(figure, name))
      .map(({ name }): FigureTable => {
        if (name === base) return ofColumn(figure, at, name, figure.population, groups);
        if (base !== undefined && isPart(figure, name, base)) return ofPart(figure, at, name, base, groups);
        return ofColumn(figure, at, name, `${figure.population} ${name}`, groups);
      });
  });
}

/** The same counts with no sum among them, for rows that overlap. */
export function withoutSums({ figure, column, table, rows }: FigureTable): FigureTable {
  const name = "* row";
  const keys = rows.map(({ count }, at) => ({ codes: [String(at)], count }));
  return {
    figure,
    column,
    system: `${figure} ${column}`,
    table: { ...table, by: [name], fixed: {}, untotalled: [name], cells: keys },
    rows: rows.map((row, at) => ({ ...row, key: { [name]: String(at) }, restKey: undefined })),
  };
}

/** All dimensions of linked tables, each with every code that any of them has. */
export function dimensionsOf(tables: readonly FigureTable[], groups: Groups): Dimension[] {
  const codes = new Map<string, Set<string>>();
  const add = (name: string, code: string): void => {
    const known = codes.get(name) ?? new Set();
    codes.set(name, isGroup(groups, name, code) ? known : known.add(code));
  };
  for (const { table } of tables) {
    for (const cell of table.cells) for (const [at, code] of cell.codes.entries()) add(table.by[at]!, code);
    for (const [name, code] of Object.entries(table.fixed ?? {})) add(name, code);
  }
  // Of a dimension that no table goes through, there are codes that nobody sees.
  const whole = new Set(tables.flatMap(({ table }) => table.by));
  return Array.from(codes, ([name, each]) => ({
    name,
    codes: [...each].sort(),
    parents: groups[name],
    open: !whole.has(name),
  }));
}

function ofColumn(figure: Figure, at: number, column: string, system: string, groups: Groups): FigureTable {
  // A column that is null in every row groups nothing: the row is the whole.
  const by = groupColumns(figure).filter((name) => figure.rows.some((row) => row[name] !== null));
  const { fixed = {} } = figure;
  const keys = figure.rows.map((row): Key => {
    const codes = by.flatMap((name) => (row[name] === null ? [] : [[name, String(row[name])] as const]));
    return { ...fixed, ...Object.fromEntries(codes) };
  });
  const rows = keys.map((key, row) => {
    const count = Number(figure.rows[row]![column] ?? 0);
    return { key, count, base: count, restKey: undefined };
  });
  const isInner = (key: Key): boolean =>
    by.every((name) => key[name] !== undefined && !isGroup(groups, name, key[name]));
  const cells = rows
    .filter(({ key }) => isInner(key))
    .map(({ key, count }) => ({ codes: by.map((name) => key[name]!), count }));
  const untotalled = by.filter((name) => keys.every((key) => key[name] !== undefined));
  return { figure: at, column, system, table: { by, fixed, untotalled, cells }, rows };
}

function ofPart(figure: Figure, at: number, column: string, base: string, groups: Groups): FigureTable {
  const whole = ofColumn(figure, at, base, figure.population, groups);
  const dimension = `* ${column}`;
  const rows = whole.rows.map(({ key, count }, row) => ({
    key: { ...key, [dimension]: inside },
    restKey: { ...key, [dimension]: outside },
    count: Number(figure.rows[row]![column] ?? 0),
    base: count,
  }));
  const { by } = whole.table;
  const innerKeys = new Set(whole.table.cells.map(({ codes }) => JSON.stringify(codes)));
  const cells = rows
    .filter(({ key }) => innerKeys.has(JSON.stringify(by.map((name) => key[name]))))
    .flatMap(({ key, count, base: all }) => {
      const codes = by.map((name) => key[name]!);
      return [
        { codes: [...codes, inside], count },
        { codes: [...codes, outside], count: all - count },
      ];
    });
  return { ...whole, column, table: { ...whole.table, by: [...by, dimension], cells }, rows };
}

function isCounted({ rows }: Figure, column: string): boolean {
  return rows.every((row) => row[column] === null || (Number.isInteger(row[column]) && Number(row[column]) >= 0));
}

function isPart({ rows }: Figure, column: string, base: string): boolean {
  return rows.every((row) => Number(row[column] ?? 0) <= Number(row[base] ?? 0));
}

function isGroup(groups: Groups, name: string, code: string): boolean {
  return Object.values(groups[name] ?? {}).includes(code);
}

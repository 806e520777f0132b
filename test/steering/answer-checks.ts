import { expect } from "vitest";
import type { ReadTable } from "../../electron/cli/table.ts";
import type { Catalog, ColumnMeta, FigureRequest } from "../../electron/contract.ts";
import { rowsOf } from "./workspace.ts";

/** How many counts of persons an answer showed, and how many it hid. */
export interface Seen {
  answers: number;
  refused: number;
  shown: number;
  hidden: number;
}

export const nothingSeen = (): Seen => ({ answers: 0, refused: 0, shown: 0, hidden: 0 });

const refusals = [
  "untraceable",
  "steering_room",
  "unknown_breakdown",
  "unknown_denominator",
  "unknown_column",
  "compare_alone",
];
const tooFew = [1, 2, 3, 4];
const smallestBase = 10;
/** What these hold is known whoever is counted. */
const open = ["margin", "target", "comparator", "suppressed"];
/** Of an indicator's share these follow from k and n alone. */
const ofShare = ["estimate", "lower", "upper", "attained", "low_precision", "targets"];

/** Holds an answer of the steering room against what is true: nothing too small, and nothing that follows from what is hidden. */
export function checkAnswer(
  catalog: Catalog,
  figure: FigureRequest,
  table: ReadTable,
  truth: ReadTable,
  seen: Seen,
): void {
  const { meta } = table;
  const asked = JSON.stringify(figure);
  seen.answers += 1;
  for (const word of ["reasons", "earlier", "changed"] as const) expect(meta[word], asked).toBeUndefined();
  expect([meta.set_aside, meta.milliseconds], asked).toEqual([[], 0]);
  if (meta.fault) {
    seen.refused += 1;
    expect(refusals, `${asked} ${meta.fault.message.en}`).toContain(meta.fault.code);
    expect([meta.fault.detail, table.columns], asked).toEqual([undefined, []]);
    return;
  }
  expect(truth.meta.fault, asked).toBeUndefined();
  if (isOfOrganisation(catalog, figure)) {
    const sorted = (each: ReadTable) =>
      rowsOf(each)
        .map((row) => JSON.stringify(row))
        .sort();
    expect([meta.suppressed, sorted(table)], asked).toEqual([{}, sorted(truth)]);
    return;
  }
  const keys = meta.columns.filter(({ role }) => role === "by" || role === "time").map(({ name }) => name);
  const keyOf = (row: Record<string, unknown>) => JSON.stringify(keys.map((name) => row[name]));
  const byKey = new Map(rowsOf(truth).map((row) => [keyOf(row), row]));
  const rows = rowsOf(table);
  expect(meta.rows, asked).toBe(rows.length);
  expect(rows.map(keyOf), `${asked} in the order of what the rows are called`).toEqual(
    inOrder(catalog, meta.columns, rows).map(keyOf),
  );
  const counts = countsOf(meta.columns);
  const hiddenOf = (at: number) => meta.suppressed?.[at] ?? [];
  const isAnyHidden = rows.some((_, at) => hiddenOf(at).some((name) => !name.startsWith("modes")));
  rows.forEach((row, at) => {
    const real = byKey.get(keyOf(row))!;
    const hidden = hiddenOf(at);
    for (const column of meta.columns) {
      const told = row[column.name];
      const where = `${asked} ${keyOf(row)} ${column.name}`;
      if (hidden.includes(column.name)) expect(told, where).toBeNull();
      else if (column.name !== "suppressed") expect(told, where).toEqual(asShown(real[column.name], column));
    }
    for (const { name } of counts) {
      if (hidden.includes(name)) seen.hidden += 1;
      else {
        seen.shown += 1;
        expect(tooFew, `${asked} ${keyOf(row)} ${name}`).not.toContain(row[name]);
      }
    }
    for (const column of meta.columns) {
      if (row[column.name] === null || keys.includes(column.name) || open.includes(column.name)) continue;
      if (counts.includes(column)) continue;
      checkDerived({ catalog, figure, columns: meta.columns, row, hidden, isAnyHidden }, column);
    }
  });
}

interface Derived {
  catalog: Catalog;
  figure: FigureRequest;
  columns: ColumnMeta[];
  row: Record<string, unknown>;
  hidden: readonly string[];
  isAnyHidden: boolean;
}

/** A column that is no count is told only where all that it comes from is. */
function checkDerived({ catalog, figure, columns, row, hidden, isAnyHidden }: Derived, column: ColumnMeta): void {
  const where = `${JSON.stringify(figure)} ${JSON.stringify(row)} ${column.name}`;
  const counts = countsOf(columns).map(({ name }) => name);
  const isCompared = "indicator" in figure && figure.compare !== undefined;
  if (isCompared && columns.indexOf(column) > columns.findIndex(({ name }) => name === "targets")) {
    expect(isAnyHidden, `${where} comes from all rows`).toBe(false);
    expect(column.name, `${where} counts by something else`).not.toMatch(/^modes/);
    return;
  }
  const definition = "indicator" in figure ? definitionOf(catalog, figure.indicator) : undefined;
  const isShare = definition?.kind === "share" && definition.unknown !== "bounds" && ofShare.includes(column.name);
  if (definition?.kind === "count" && definition.count !== "hours" && column.name === "estimate") {
    expect(hidden, `${where} is k`).not.toContain("k");
    return;
  }
  const of = column.of ?? (isShare ? { count: "k", base: "n" } : undefined);
  // A mean of all in a row tells nothing of how many of them something else holds.
  const bases = columns.filter(({ role }) => role === "base").map(({ name }) => name);
  const isOfMean = column.role === "mean" || column.of_mean;
  const from = of ? [of.count, of.base] : isOfMean ? bases : counts;
  for (const name of from) expect(hidden, `${where} follows from ${name}`).not.toContain(name);
  if (of && column.role !== "mean") {
    const [k, n] = [Number(row[of.count]), Number(row[of.base])];
    expect(n === 0 || n >= smallestBase, `${where} of too few`).toBe(true);
    expect(tooFew, `${where} of all but a few`).not.toContain(n - k);
  }
  if (!isOfMean && column.unit !== "hours") return;
  const ofHours = columns.find(({ role, unit }) => role === "base" && unit === "persons");
  const base = of?.count ?? (column.unit === "hours" ? ofHours!.name : bases[0]!);
  expect(Number(row[base]), `${where} of too few`).toBeGreaterThanOrEqual(smallestBase);
}

export function countsOf(columns: readonly ColumnMeta[]): ColumnMeta[] {
  const isOfHours = columns.some(({ unit }) => unit === "hours");
  return columns.filter(
    ({ name, role, unit, type }) =>
      (role === "base" || role === "count") &&
      unit !== "hours" &&
      type !== "double" &&
      (!isOfHours || name === "persons"),
  );
}

interface Definition {
  kind: string;
  count: string | null;
  unknown: string;
}

function definitionOf(catalog: Catalog, indicator: string): Definition | undefined {
  return catalog.indicators.find(({ name }) => name === indicator)?.definition as Definition | undefined;
}

export function isOfOrganisation(catalog: Catalog, figure: FigureRequest): boolean {
  if ("view" in figure) return catalog.views.some(({ name, about }) => name === figure.view && about !== undefined);
  const definition = definitionOf(catalog, figure.indicator);
  return definition?.kind === "milestone" || definition?.count === "contacts";
}

/** As a reader sees it: what tells of counts in its decimals has few of them. */
function asShown(value: unknown, { role, unit }: ColumnMeta): unknown {
  const isRounded = unit === "hours" || role === "share" || role === "mean" || role === "interval";
  if (typeof value !== "number" || !isRounded) return value;
  const isOfTen = unit === "hours" || !(unit === "share" || unit === undefined);
  const [step, most] = isOfTen ? [0.1, 0.0501] : [0.0001, 0.000601];
  return expect.toSatisfy((told: unknown) => {
    const steps = Number(told) / step;
    return typeof told === "number" && Math.abs(told - value) < most && Math.abs(steps - Math.round(steps)) < 1e-6;
  });
}

/** By what rows are called, totals last. */
function inOrder(
  { codes }: Catalog,
  columns: readonly ColumnMeta[],
  rows: readonly Record<string, unknown>[],
): Record<string, unknown>[] {
  const keys = columns.filter(({ role }) => role === "by" || role === "time");
  // Which list names the codes of a group is told by the request, so that they come as they are written.
  const places = keys.map(({ name, codes: list }) =>
    name === "group" ? [] : (codes[list ?? name] ?? []).map(({ code }) => code),
  );
  const totals = (row: Record<string, unknown>) =>
    row.margin === undefined ? 0 : keys.filter(({ name }) => row[name] === null).length;
  const place = (row: Record<string, unknown>, at: number): [number, unknown] => {
    const value = row[keys[at]!.name];
    const listed = value === null ? -1 : places[at]!.indexOf(String(value));
    return [value === null ? 2e9 : listed < 0 ? 1e9 : listed, value];
  };
  return [...rows].sort((a, b) => {
    if (totals(a) !== totals(b)) return totals(a) - totals(b);
    for (const at of keys.keys()) {
      const [[one, valueOfOne], [other, valueOfOther]] = [place(a, at), place(b, at)];
      if (one !== other) return one - other;
      if (one === 1e9 && valueOfOne !== valueOfOther) return (valueOfOne as string) < (valueOfOther as string) ? -1 : 1;
    }
    return 0;
  });
}

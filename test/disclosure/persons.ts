import type { Mark, TracedColumn, TracedFigure } from "../../electron/disclosure/traced.ts";

/** Anybody with attributes; a date is a day number, or undefined when it has not come. */
export type Person = Readonly<Record<string, string | number | undefined>>;

/** A count of persons that a figure makes: who is counted, and which row and column they are in. */
export interface Question {
  measure: string;
  by: readonly string[];
  margins: boolean;
  base: (person: Person) => boolean;
  /** Counts within the base, by column. */
  counts?: Readonly<Record<string, (person: Person) => boolean>>;
  /** Shows a mean too. */
  mean?: boolean;
}

/** As many parts as there are persons, rounded up to a power of two, unless fewer are asked for. */
export function partsFor(persons: readonly Person[], parts?: number): number {
  return parts ?? 2 ** Math.ceil(Math.log2(Math.max(1, persons.length)));
}

/** The mark of units by their numbers. */
export function markOf(units: readonly number[], parts: number): Mark {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(unit % parts, (counts.get(unit % parts) ?? 0) + 1);
  const filled = [...counts.keys()].sort((a, b) => a - b);
  return { parts, filled, counts: filled.map((part) => counts.get(part)!) };
}

/** The figure as the engine would answer it: rows that have somebody, with null for totals. */
export function ask(persons: readonly Person[], question: Question, parts = partsFor(persons)): TracedFigure {
  const { by, margins, base, counts = {}, mean, measure } = question;
  const groups = new Map<string, number[]>();
  persons.forEach((person, number) => {
    if (!base(person)) return;
    for (const keys of rowsOf(person, by, margins)) {
      const name = JSON.stringify(keys);
      groups.set(name, [...(groups.get(name) ?? []), number]);
    }
  });
  const rows: Record<string, unknown>[] = [];
  const marks: Record<string, Mark[]> = { n: [] };
  for (const name of Object.keys(counts)) marks[name] = [];
  for (const [name, members] of groups) {
    const keys = JSON.parse(name) as (string | null)[];
    const row: Record<string, unknown> = Object.fromEntries(by.map((column, at) => [column, keys[at]]));
    row.n = members.length;
    marks.n!.push(markOf(members, parts));
    for (const [column, holds] of Object.entries(counts)) {
      const some = members.filter((member) => holds(persons[member]!));
      row[column] = some.length;
      row[`${column}_share`] = some.length / members.length;
      marks[column]!.push(markOf(some, parts));
    }
    if (mean) row.mean = 4.2;
    rows.push(row);
  }
  const columns: TracedColumn[] = [
    ...by.map((name): TracedColumn => ({ name, role: "by" })),
    { name: "n", role: "base" },
    ...Object.keys(counts).flatMap((name): TracedColumn[] => [
      { name, role: "count" },
      { name: `${name}_share`, role: "share", of: { count: name, base: "n" } },
    ]),
    ...(mean ? [{ name: "mean", role: "mean" } as const] : []),
  ];
  return { measure, columns, rows, marks };
}

function rowsOf(person: Person, by: readonly string[], margins: boolean): (string | null)[][] {
  const own = by.map((name) => String(person[name]));
  if (!margins) return [own];
  return own.reduce<(string | null)[][]>(
    (rows, code) =>
      rows.flatMap((row) => [
        [...row, code],
        [...row, null],
      ]),
    [[]],
  );
}

/** So many persons with the same attributes. */
export function many(count: number, person: Person): Person[] {
  return Array.from({ length: count }, () => person);
}

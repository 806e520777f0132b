/** A column with what disclosure control needs to know of it. */
export interface FigureColumn {
  name: string;
  role?: "by" | "time" | "base" | "count" | "share" | "mean" | "interval";
  /** The columns that a share is made of. */
  of?: { count: string; base: string };
}

/** A table of figures about one population. Its rows are groups that do not overlap, and perhaps totals over them. */
export interface Figure {
  /** Who is counted. Figures with the same population are linked: the same group has the same count in all of them. */
  population: string;
  /** Where the population is one part of that of the linked figures: the column that says so, and its code. */
  fixed?: Readonly<Record<string, string>>;
  columns: readonly FigureColumn[];
  /** By column. In a column with role by or time, null stands for all: the row is a total. */
  rows: readonly Readonly<Record<string, unknown>>[];
}

/** Columns that say to which group a row belongs. */
export function groupColumns({ columns }: Figure): string[] {
  return columns.filter(({ role }) => role === "by" || role === "time").map(({ name }) => name);
}

/** The base of the figure's counts, where it has one. */
export function baseColumn({ columns }: Figure): string | undefined {
  return columns.find(({ role }) => role === "base")?.name;
}

/** A column with what disclosure control needs to know of it. */
export interface FigureColumn {
  name: string;
  role?: "by" | "time" | "base" | "count" | "share" | "mean" | "interval";
  /** The columns that a share is made of. */
  of?: { count: string; base: string };
}

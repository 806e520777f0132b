/** A column with what disclosure control needs to know of it. */
export interface FigureColumn {
  name: string;
  role?: "by" | "time" | "base" | "count" | "share" | "mean" | "interval";
  /** The counts that a share is made of; of another column, what it follows from and nothing else. */
  of?: { count: string; base: string };
  /** It follows from what the row's mean follows from, and from nothing else. */
  of_mean?: boolean;
}

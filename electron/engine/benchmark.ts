import { z } from "zod";
import { day, name, source, text } from "./definition-fields.ts";

/** What is known of a file of outside figures; it stands beside the file, under the same name with `.json`. */
export const benchmarkSchema = z.strictObject({
  benchmark: name,
  title: text,
  /** Who publishes the figures, and under which name or number. */
  source,
  /** When they were fetched. */
  date: day,
  /** Of the values as they are written: 54.2 is a percent, 0.542 a share. */
  unit: z.enum(["percent", "share", "number"]),
});

/** Whom a value is about: a municipality, a county or the country. */
export type Level = "municipality" | "county" | "country";

/** One value as it was published. */
export interface BenchmarkValue {
  level: Level;
  /** The code of the municipality or the county; 00 is the country. */
  area: string;
  sex: "T" | "F" | "M";
  year: number;
  /** Null where a symbol stands in its place. */
  value: number | null;
  /** What stands in place of a value, as it was written: `-`, `.` or `..`. Its publisher says what it means. */
  symbol: string | null;
}

export type Benchmark = z.infer<typeof benchmarkSchema> & { values: BenchmarkValue[] };

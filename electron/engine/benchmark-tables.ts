import type { Benchmark } from "./benchmark.ts";
import { filledTable } from "./definition-tables.ts";

/** Outside figures as tables: `benchmark`, one row a file, and `benchmark_value`, one row a value as it was published. */
export function benchmarkTables(benchmarks: Benchmark[]): string[] {
  return [
    ...filledTable(
      "benchmark",
      "benchmark varchar, title_sv varchar, title_en varchar, unit varchar, source varchar, date date",
      benchmarks.map(({ benchmark, title, unit, source, date }) => [benchmark, title.sv, title.en, unit, source, date]),
    ),
    ...filledTable(
      "benchmark_value",
      "benchmark varchar, level varchar, area varchar, sex varchar, year integer, value double, symbol varchar",
      benchmarks.flatMap(({ benchmark, values }) =>
        values.map(({ level, area, sex, year, value, symbol }) => [benchmark, level, area, sex, year, value, symbol]),
      ),
    ),
  ];
}

import { DISTRIBUTIONS } from "./sql-distributions.ts";
import type { SqlFunction } from "./sql-function.ts";
import { PROPORTIONS } from "./sql-proportions.ts";
import { RELIABILITY } from "./sql-reliability.ts";
import { SAMPLES } from "./sql-samples.ts";
import { UNITS } from "./sql-units.ts";

/** Every statistic that SQL can use. Views, the app, the command line and typed SQL all go through this list. */
export const SQL_FUNCTIONS: readonly SqlFunction[] = [
  ...DISTRIBUTIONS,
  ...PROPORTIONS,
  ...UNITS,
  ...SAMPLES,
  ...RELIABILITY,
];

import { DISTRIBUTIONS } from "./sql-distributions.ts";
import type { SqlFunction } from "./sql-function.ts";
import { PROPORTIONS } from "./sql-proportions.ts";

/** Every statistic that SQL can use. Views, the app, the command line and typed SQL all go through this list. */
export const SQL_FUNCTIONS: readonly SqlFunction[] = [...DISTRIBUTIONS, ...PROPORTIONS];

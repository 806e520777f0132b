import type { BuildDatabase } from "../engine/database.ts";
import type { Findings } from "./report.ts";

/** What reading a file of a package needs. */
export interface ReadContext {
  database: BuildDatabase;
  /** A folder for files made on the way. */
  scratch: string;
  findings: Findings;
  signal: AbortSignal;
}

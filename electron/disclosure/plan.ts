import type { Evidence } from "./evidence.ts";

/** What is hidden, and the moves that prove that hiding it is enough. */
export interface Plan {
  /** 1 for a hidden cell. */
  hidden: Uint8Array;
  evidence: Evidence;
}

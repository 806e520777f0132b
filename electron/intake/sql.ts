import { literal } from "../engine/literal.ts";

/** A name as SQL takes it, whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A path for a function of DuckDB's that would take some of its signs for a pattern. */
export function pathLiteral(path: string): string {
  return literal(path.replaceAll(/[[*?]/g, "[$&]"));
}

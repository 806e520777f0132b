/** The steps from the population to the units that are counted, each a CTE, and the name of the one that holds them. */
export interface Steps {
  steps: string[];
  result: string;
}

export function step(name: string, select: string): string {
  return `${name} as (\n  ${select}\n)`;
}

/** Conditions joined as they are read, one a line. */
export function all(conditions: readonly string[], indent = "    "): string {
  return conditions.join(`\n${indent}and `);
}

export function indented(sql: string, spaces: number): string {
  return sql.replaceAll(/^(?=.)/gm, " ".repeat(spaces));
}

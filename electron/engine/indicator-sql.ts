/** The steps from the population to the units that are counted, each a CTE, and the name of the one that holds them. */
export interface Steps {
  steps: string[];
  result: string;
}

export function step(name: string, select: string, options: { inline?: boolean } = {}): string {
  return `${name} as ${options.inline ? "not materialized " : ""}(\n  ${select}\n)`;
}

/** Conditions joined as they are read, one a line. */
export function all(conditions: readonly string[], indent = "    "): string {
  return conditions.join(`\n${indent}and `);
}

export function indented(sql: string, spaces: number): string {
  return sql.replaceAll(/^(?=.)/gm, " ".repeat(spaces));
}

/**
 * Sets a select of (extract_no, key, …) beside the units by its key and returns what it is called there. A join, for what DuckDB
 * makes of a subquery on each unit takes twice the time.
 */
export type Beside = (select: string, key: string) => string;

/** Collects what is set beside the units of `unit`. */
export function besides(unit: string): { beside: Beside; joins: string[] } {
  const joins: string[] = [];
  const beside: Beside = (select, key) => {
    const name = `found_${joins.length + 1}`;
    joins.push(`left join (
    ${select}
  ) as ${name} on ${name}.extract_no = ${unit}.extract_no and ${name}.${key} = ${unit}.${key}`);
    return name;
  };
  return { beside, joins };
}

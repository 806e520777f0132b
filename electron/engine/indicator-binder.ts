import type { Value } from "../contract.ts";

/** Gives a value its parameter and returns what stands for it in the SQL, cast to its type. */
export type Bind = (name: string, value: Value, type: string) => string;

/** Parameters collected while SQL is written: no value is ever pasted into it. */
export function binder(): { bind: Bind; params: Record<string, Value> } {
  const params: Record<string, Value> = {};
  const bind: Bind = (name, value, type) => {
    let free = name;
    for (let count = 2; Object.hasOwn(params, free) && !same(params[free], value); count++) free = `${name}_${count}`;
    params[free] = value;
    return `$${free}::${type}`;
  };
  return { bind, params };
}

function same(a: Value | undefined, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

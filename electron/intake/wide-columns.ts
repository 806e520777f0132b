import type { ColumnDefinition } from "./table-definition.ts";

/** A column of the wide form of `response`: one item's answers. */
export const itemColumn = /^item_(.+)$/;

/** An item's column is checked as the column `value` of `answer` is. */
export function itemDefinition(name: string): ColumnDefinition {
  return {
    name,
    type: "integer",
    key: false,
    references: undefined,
    optional: true,
    codes: undefined,
    scale: false,
    description: "",
  };
}

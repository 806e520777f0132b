import type { Code, ColumnMeta, Value, ViewEntry } from "../contract.ts";
import { codeLists } from "./indicator-columns.ts";
import type { Breakdown } from "./indicator-definition.ts";

type Grouped = Pick<ViewEntry, "columns" | "params">;

/**
 * The lists for columns that say `codes=$by`, whose codes are those of the column that a reader chooses by. Each is the chosen
 * column's own list with what only a group can be: everybody, those who did not answer, or unknown (the list `group`).
 */
export function groupCodes(views: readonly Grouped[], codes: Record<string, Code[]>): Record<string, Code[]> {
  const choices = new Set(views.flatMap(choosing).flatMap((param) => codes[param?.codes ?? ""] ?? []));
  const lists = [...choices].flatMap(({ code: choice }): [string, Code[]][] => {
    const own = codes[listOf(choice)] ?? (choice === "none" ? [] : undefined);
    if (own === undefined) return [];
    const beside = (codes.group ?? []).filter(({ code }) => !own.some((each) => each.code === code));
    return [[groupList(choice), [...own, ...beside]]];
  });
  return Object.fromEntries(lists);
}

/** A view's columns as it was asked: `codes=$by` is the list of what was chosen, where there is one. */
export function columnsAsked(
  { columns, params }: Grouped,
  asked: Record<string, Value>,
  codes: Record<string, Code[]>,
): ColumnMeta[] {
  return columns.map((column) => {
    const param = chosenBy(column, params);
    if (param === undefined) return column;
    const { codes: _, ...rest } = column;
    const list = groupList(String(asked[param.name] ?? param.default));
    return codes[list] === undefined ? rest : { ...rest, codes: list };
  });
}

/** The parameter whose value names a column's codes. */
export function chosenBy<Param extends { name: string }>(
  { codes }: ColumnMeta,
  params: readonly Param[],
): Param | undefined {
  return codes?.startsWith("$") ? params.find(({ name }) => `$${name}` === codes) : undefined;
}

function choosing({ columns, params }: Grouped) {
  return columns.map((column) => chosenBy(column, params));
}

function groupList(choice: string): string {
  return `group_${choice}`;
}

function listOf(choice: string): string {
  return codeLists[choice as Breakdown] ?? choice;
}

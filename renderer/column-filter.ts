import type { Catalog, ColumnMeta, TableWindow } from "../electron/contract.ts";
import type { Wording } from "./wording.ts";

type Filter = NonNullable<TableWindow["filter"]>[number];

/** What a reader means who searches a column: codes and truths are looked for by the words that the grid shows. */
export function columnFilter(column: ColumnMeta, text: string, codes: Catalog["codes"], wording: Wording): Filter {
  const words = text.trim().toLowerCase();
  const list = column.codes === undefined ? undefined : codes[column.codes];
  const fits = (shown: string) => shown.toLowerCase().includes(words);
  if (list !== undefined) {
    const found = list.filter(({ code, title }) => fits(wording.say(title)) || code.toLowerCase() === words);
    return { column: column.name, oneOf: found.map(({ code }) => code) };
  }
  if (column.type === "boolean") {
    const found = ["true", "false"].filter((value) => fits(wording.t(value === "true" ? "yes" : "no")));
    return { column: column.name, oneOf: found };
  }
  return { column: column.name, contains: text.trim() };
}

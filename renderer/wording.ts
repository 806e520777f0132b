import type { Catalog, ColumnMeta, Language, Text } from "../electron/contract.ts";
import { createFormat, type Format } from "./format.ts";
import { type Cell, isHiddenCell, isTime } from "./table.ts";

/** Where the workspace has not chosen another. */
const defaultGlyph = "..";

/** Looks up a sentence of the product by its key in locales/*.json. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** How the product speaks to one reader: their language, their numbers, and what this workspace's codes are called. */
export interface Wording {
  language: Language;
  format: Format;
  t: Translate;
  say(text: Text): string;
  /** What stands in the place of a hidden number, as the workspace has it: `..`. */
  glyph: string;
  /** The code's name in its list; the code itself where the list does not know it. */
  code(list: string | undefined, code: string): string;
  /** A cell as a reader sees it. Null is an empty string: which kind of nothing it is, the row tells. */
  cell(column: ColumnMeta, value: Cell): string;
}

export function createWording(
  language: Language,
  codes: Catalog["codes"],
  t: Translate,
  glyph: string = defaultGlyph,
): Wording {
  const format = createFormat(language);
  const names = new Map(
    Object.entries(codes).map(([list, entries]) => [list, new Map(entries.map((e) => [e.code, e.title[language]]))]),
  );
  const code = (list: string | undefined, value: string) => (list && names.get(list)?.get(value)) || spanned(value);
  return { language, format, t, say: (text) => text[language], glyph, code, cell };

  function cell(column: ColumnMeta, value: Cell): string {
    if (value === null) return "";
    if (isHiddenCell(value)) return glyph;
    if (value instanceof Date) return column.type === "date" ? format.date(value) : isoTime(value);
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") {
      if (isShare(column)) return format.share(value, 1);
      // A number that names a group, such as a year, is no amount.
      if (column.role === "by") return String(value);
      return isWhole(column) ? format.count(value) : format.decimal(value, 3);
    }
    return code(column.codes, value);
  }
}

/** An age band is its own code, and is read with a dash: `15–19`. */
function spanned(code: string): string {
  return /^\d{1,2}-\d{1,2}$/.test(code) ? code.replace("-", "–") : code;
}

/** Shares and their limits are fractions, read as per cent. */
export function isShare(column: ColumnMeta): boolean {
  return column.unit === "share" || column.role === "share";
}

/** Whether a column is set as a number or a day, to the right and in even figures. */
export function isNumeric(column: ColumnMeta): boolean {
  return (
    /^(u?(tiny|small|big|huge)?int|integer|uinteger|float|double|decimal|real)/.test(column.type) && !isTime(column)
  );
}

function isWhole(column: ColumnMeta): boolean {
  return /int/.test(column.type) || column.role === "count" || column.role === "base";
}

function isoTime(time: Date): string {
  return time.toISOString().slice(0, 16).replace("T", " ");
}

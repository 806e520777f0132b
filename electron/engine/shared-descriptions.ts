import type { ColumnMeta, ParamMeta, Problem, Text } from "../contract.ts";
import { csvFields } from "./codes.ts";
import type { TextFile } from "./library-files.ts";

/** Swedish by English, of descriptions that several views have word for word. */
export type SharedDescriptions = ReadonlyMap<string, string>;

/** Reads files of `en,sv`. What is said twice is reported, and the first holds. */
export function readSharedDescriptions(files: Pick<TextFile, "file" | "text">[]): {
  shared: SharedDescriptions;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const shared = new Map<string, string>();
  for (const { file, text } of files) {
    const report = (line: number, sv: string, en: string) =>
      problems.push({ file, where: String(line), message: { sv, en } });
    const [head, ...rows] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
    if (head !== "en,sv") {
      report(1, 'Första raden ska vara "en,sv".', 'The first line must be "en,sv".');
      continue;
    }
    for (const [index, row] of rows.entries()) {
      if (row === "") continue;
      const [en, sv, ...more] = csvFields(row);
      if (!en || !sv || more.length > 0) {
        report(index + 2, "Raden ska ha engelsk och svensk text.", "The line must have an English and a Swedish text.");
      } else if (shared.has(en)) {
        report(index + 2, `Beskrivningen "${en}" står två gånger.`, `The description "${en}" stands twice.`);
      } else shared.set(en, sv);
    }
  }
  return { shared, problems };
}

/** A view whose descriptions have the shared Swedish where its header has none. */
export function withShared<View extends { columns: ColumnMeta[]; params: ParamMeta[] }>(
  view: View,
  shared: SharedDescriptions,
): View {
  const both = ({ sv, en }: Text): Text => ({ sv: sv === en ? (shared.get(en) ?? sv) : sv, en });
  return {
    ...view,
    columns: view.columns.map((column) =>
      column.description === undefined ? column : { ...column, description: both(column.description) },
    ),
    params: view.params.map((param) => ({ ...param, description: both(param.description) })),
  };
}

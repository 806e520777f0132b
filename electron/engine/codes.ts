import type { Code, Problem } from "../contract.ts";

/** Reads a code list: `code,sv,en`, with quotes around a text that has a comma in it. */
export function readCodes(file: string, text: string): { codes: Code[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number, sv: string, en: string) =>
    problems.push({ file, where: String(line), message: { sv, en } });
  const [head, ...rows] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (head !== "code,sv,en") {
    report(1, 'Första raden ska vara "code,sv,en".', 'The first line must be "code,sv,en".');
    return { codes: [], problems };
  }
  const codes = new Map<string, Code>();
  for (const [index, row] of rows.entries()) {
    if (row === "") continue;
    const [code, sv, en, ...more] = csvFields(row);
    if (!code || !sv || !en || more.length > 0) {
      report(
        index + 2,
        "Raden ska ha kod, svensk och engelsk text.",
        "The line must have a code, a Swedish and an English text.",
      );
    } else if (codes.has(code)) {
      report(index + 2, `Koden "${code}" står två gånger.`, `The code "${code}" stands twice.`);
    } else codes.set(code, { code, title: { sv, en } });
  }
  return { codes: [...codes.values()], problems };
}

/** The fields of a line; quotes stand around a text that has a comma in it. */
export function csvFields(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
  );
}

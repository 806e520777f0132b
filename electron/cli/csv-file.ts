import { readFile } from "node:fs/promises";
import type { Text } from "../contract.ts";
import { Refusal } from "../refusal.ts";

export interface CsvFile {
  /** Names of the header, in its order. */
  names: string[];
  records: CsvLine[];
}

interface CsvLine {
  /** Where it begins in the file; line 1 is the header. */
  line: number;
  fields: string[];
}

/** Reads a file of which each line has as many fields as the header. Empty lines are passed over. */
export async function readCsv(path: string): Promise<CsvFile> {
  const [header, ...records] = parseCsv(path, await readText(path)).filter(({ fields }) =>
    fields.some((field) => field !== ""),
  );
  if (!header) throw refused({ sv: `Filen ${path} är tom.`, en: `The file ${path} is empty.` });
  const names = header.fields.map((name) => name.trim());
  const uneven = records.find(({ fields }) => fields.length !== names.length);
  if (uneven) {
    throw refused({
      sv: `Rad ${uneven.line} har ${uneven.fields.length} fält, men rubrikraden har ${names.length}, i filen ${path}.`,
      en: `Line ${uneven.line} has ${uneven.fields.length} fields, but the header has ${names.length}, in the file ${path}.`,
    });
  }
  if (records.length === 0) {
    throw refused({
      sv: `Filen ${path} har inga rader under rubriken.`,
      en: `The file ${path} has no lines below the header.`,
    });
  }
  return { names, records };
}

/** Where the column with this name stands. */
export function columnOf(path: string, names: readonly string[], name: string): number {
  const at = names.indexOf(name);
  if (at >= 0 && names.indexOf(name, at + 1) < 0) return at;
  throw refused(
    at < 0
      ? {
          sv: `Filen ${path} har ingen kolumn "${name}". Den har ${names.join(", ")}.`,
          en: `The file ${path} has no column "${name}". It has ${names.join(", ")}.`,
        }
      : {
          sv: `Filen ${path} har flera kolumner med namnet "${name}". Låt varje namn stå en gång.`,
          en: `The file ${path} has several columns named "${name}". Let each name stand once.`,
        },
  );
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Refusal(
      "no_file",
      {
        sv: `Filen ${path} kan inte läsas. Se efter att den finns.`,
        en: `The file ${path} cannot be read. See that it is there.`,
      },
      { cause, detail: cause instanceof Error ? cause.message : undefined },
    );
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** RFC 4180 with any line break; a comma, a semicolon or a tab between fields, whichever the header has most of. */
function parseCsv(path: string, text: string): CsvLine[] {
  const header = text.split(/[\r\n]/, 1)[0]!;
  const often = (sign: string): number => header.split(sign).length;
  const delimiter = [",", ";", "\t"].reduce((best, sign) => (often(sign) > often(best) ? sign : best));
  const lines: CsvLine[] = [];
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`, "y");
  let line = 1;
  let fields: string[] = [];
  let began = 1;
  while (pattern.lastIndex < text.length || fields.length > 0) {
    const match = pattern.exec(text);
    if (!match) {
      throw refused({
        sv: `Rad ${line} har ett citattecken på fel plats, i filen ${path}.`,
        en: `Line ${line} has a quotation mark in the wrong place, in the file ${path}.`,
      });
    }
    const [, quoted, plain, end] = match;
    fields.push(quoted?.replaceAll('""', '"') ?? plain!);
    line += quoted?.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === delimiter) continue;
    lines.push({ line: began, fields });
    fields = [];
    line += 1;
    began = line;
  }
  return lines;
}

function refused(text: Text): Refusal {
  return new Refusal("bad_csv", text);
}

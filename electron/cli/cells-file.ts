import { readFile } from "node:fs/promises";
import type { Text } from "../contract.ts";
import { ALL } from "../disclosure/dimension.ts";
import { Refusal } from "../refusal.ts";

export interface CellsFile {
  /** Codes of each column of `by`, in the order in which the file has them first. */
  codes: string[][];
  cells: { codes: string[]; count: number }[];
}

/** Reads a table of inner cells. What cannot be counted is refused with its line; line 1 is the header. */
export async function readCells(path: string, by: readonly string[], count: string): Promise<CellsFile> {
  const [header, ...records] = parseCsv(await readText(path)).filter(({ fields }) =>
    fields.some((field) => field !== ""),
  );
  if (!header) throw refused({ sv: `Filen ${path} är tom.`, en: `The file ${path} is empty.` });
  const names = header.fields.map((name) => name.trim());
  const column = (name: string): number => {
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
  };
  const places = by.map(column);
  const countPlace = column(count);

  const seen = new Map<string, number>();
  const cells = records.map(({ line, fields }) => {
    if (fields.length !== names.length) {
      throw refused({
        sv: `Rad ${line} har ${fields.length} fält, men rubrikraden har ${names.length}.`,
        en: `Line ${line} has ${fields.length} fields, but the header has ${names.length}.`,
      });
    }
    const codes = places.map((place, at) => readCode(fields[place]!.trim(), by[at]!, line));
    const key = JSON.stringify(codes);
    const first = seen.get(key);
    if (first !== undefined) {
      throw refused({
        sv: `Rad ${line} har samma cell som rad ${first}: ${codes.join(", ")}. Slå ihop raderna, eller nämn fler kolumner i --by.`,
        en: `Line ${line} has the same cell as line ${first}: ${codes.join(", ")}. Merge the lines, or name more columns in --by.`,
      });
    }
    seen.set(key, line);
    return { codes, count: readWhole(fields[countPlace]!.trim(), count, line) };
  });
  if (cells.length === 0) {
    throw refused({
      sv: `Filen ${path} har inga rader under rubriken.`,
      en: `The file ${path} has no lines below the header.`,
    });
  }
  return { codes: by.map((_, at) => [...new Set(cells.map(({ codes }) => codes[at]!))]), cells };
}

function readCode(code: string, column: string, line: number): string {
  if (code === "") {
    throw refused({
      sv: `Rad ${line} saknar kod i kolumnen "${column}". Skriv en kod även för den som är okänd.`,
      en: `Line ${line} has no code in column "${column}". Write a code for what is unknown too.`,
    });
  }
  if (code === ALL) {
    throw refused({
      sv: `Rad ${line} är en summa ("${ALL}" i kolumnen "${column}"). Ta bara med inre celler: summorna bildas här.`,
      en: `Line ${line} is a total ("${ALL}" in column "${column}"). Give inner cells only: totals are formed here.`,
    });
  }
  return code;
}

function readWhole(text: string, column: string, line: number): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  const found = text === "" ? { sv: "är tomt", en: "is empty" } : { sv: `är "${text}"`, en: `is "${text}"` };
  throw refused({
    sv: `Antalet på rad ${line} i kolumnen "${column}" ${found.sv}. Det ska vara ett helt tal, noll eller större.`,
    en: `The count on line ${line} in column "${column}" ${found.en}. It must be a whole number, zero or more.`,
  });
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

interface CsvLine {
  line: number;
  fields: string[];
}

/** RFC 4180 with any line break; a comma, a semicolon or a tab between fields, whichever the header has most of. */
function parseCsv(text: string): CsvLine[] {
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
        sv: `Rad ${line} har ett citattecken på fel plats.`,
        en: `Line ${line} has a quotation mark in the wrong place.`,
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
  return new Refusal("bad_cells", text);
}

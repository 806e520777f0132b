import type { Text } from "../contract.ts";
import { ALL } from "../disclosure/dimension.ts";
import { Refusal } from "../refusal.ts";
import { columnOf, readCsv } from "./csv-file.ts";

export interface CellsFile {
  /** Codes of each column of `by`, in the order in which the file has them first. */
  codes: string[][];
  cells: { codes: string[]; count: number }[];
}

/** Reads a table of inner cells. What cannot be counted is refused with its line; line 1 is the header. */
export async function readCells(path: string, by: readonly string[], count: string): Promise<CellsFile> {
  const { names, records } = await readCsv(path);
  const places = by.map((name) => columnOf(path, names, name));
  const countPlace = columnOf(path, names, count);

  const seen = new Map<string, number>();
  const cells = records.map(({ line, fields }) => {
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

function refused(text: Text): Refusal {
  return new Refusal("bad_cells", text);
}

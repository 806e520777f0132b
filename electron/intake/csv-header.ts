import { readStart } from "./encoding.ts";

export const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

export interface CsvHeader {
  delimiter: Delimiter;
  /** As they stand there, trimmed. */
  names: string[];
  /** The physical line where the header stands; what lies before it is blank. */
  line: number;
  /** No delimiter of ours gave any known column, though another sign would have. */
  foreignDelimiter: string | undefined;
}

/** Far longer than a header of ours can be. */
const longestHeader = 1 << 20;

/** Reads the header of a UTF-8 file. undefined when there is none. `known` are the column names to look for. */
export async function readHeader(path: string, known: string[]): Promise<CsvHeader | undefined> {
  const text = (await readStart(path, longestHeader)).toString("utf8").replace(/^\ufeff/, "");
  const lines = text.split(/\r\n|\n|\r/);
  // Excel writes a first line sep=; to tell itself which delimiter follows.
  const at = lines.findIndex((line) => line.trim() !== "" && !/^"?sep=.?"?$/i.test(line.trim()));
  if (at === -1) return undefined;
  const line = lines[at] ?? "";
  const readings = delimiters.map((delimiter) => {
    const names = splitHeader(line, delimiter);
    return { delimiter, names, hits: countKnown(names, known) };
  });
  const best = readings.reduce((a, b) =>
    b.hits > a.hits || (b.hits === a.hits && b.names.length > a.names.length) ? b : a,
  );
  return {
    delimiter: best.delimiter,
    names: best.names,
    line: at + 1,
    foreignDelimiter:
      best.names.length > 1 ? undefined : ["|", ":", "^"].find((sign) => countKnown(line.split(sign), known) > 1),
  };
}

/** How a heading is compared: trimmed, in any case, with or without quotation marks. */
export function foldName(name: string): string {
  return name.trim().toLowerCase();
}

function countKnown(names: string[], known: string[]): number {
  return names.filter((name) => known.includes(foldName(name))).length;
}

function splitHeader(line: string, delimiter: Delimiter): string[] {
  const names: string[] = [];
  let name = "";
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      names.push(name.trim());
      name = "";
    } else name += sign;
  }
  return [...names, name.trim()];
}

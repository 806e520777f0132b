import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { CsvHeader } from "./csv-header.ts";
import { findIdentifiers } from "./identifiers.ts";
import type { BrokenRecord } from "./raw-table.ts";
import { type CsvRecord, readRecords } from "./records.ts";
import { type Findings, refuse } from "./report.ts";

export interface Repair {
  broken: BrokenRecord[];
  /** The physical line of each record of the repaired file. */
  lines: number[];
}

/**
 * Copies the records that are whole, each on its line, and names the others. A file that was cut, or whose rows have
 * another delimiter than its header, is refused: the findings say where, and undefined comes back.
 */
export async function repairCsv(
  path: string,
  target: string,
  file: string,
  header: CsvHeader,
  findings: Findings,
  signal: AbortSignal,
): Promise<Repair | undefined> {
  const columns = header.names.length;
  const output = createWriteStream(target, { flags: "wx" });
  const write = async (bytes: Buffer) => {
    if (!output.write(Buffer.concat([bytes, Buffer.from("\n")]))) await once(output, "drain");
  };
  const broken: BrokenRecord[] = [];
  const lines: number[] = [];
  let last: CsvRecord | undefined;
  let withoutDelimiter = 0;
  try {
    for await (const record of readRecords(path, header.delimiter)) {
      signal.throwIfAborted();
      if (record.line < header.line || (record.blank && columns > 1)) continue;
      if (record.line === header.line) {
        await write(record.bytes);
        continue;
      }
      last = record;
      if (isWhole(record, columns)) {
        lines.push(record.line);
        await write(trimTail(record, columns));
      } else {
        if (record.fields === 1) withoutDelimiter++;
        scanBroken(record, file, findings);
        broken.push({ line: record.line, rule: record.misquoted ? "quoting" : "field_count" });
      }
    }
  } finally {
    output.end();
    await finished(output);
  }
  if (withoutDelimiter > lines.length && columns > 1) {
    refuse(findings, { file, line: broken[0]?.line ?? null }, "delimiter", {
      sv: `Raderna i ${file} är inte åtskilda med samma tecken som rubrikerna. Spara filen med ett och samma tecken.`,
      en: `The rows of ${file} are not separated by the same sign as the headings. Save the file with one sign throughout.`,
    });
    return undefined;
  }
  // A short row is a mistake in the row, unless nothing comes behind it.
  const isCut = last !== undefined && last.fields < columns && (last.open || broken.length === 1);
  if (last?.unterminated || isCut) {
    refuse(findings, { file, line: last?.line }, "truncated", {
      sv: `${file} slutar mitt i raden som börjar på rad ${last?.line}. Filen är avhuggen, eller så saknas ett citattecken där. Hämta filen på nytt.`,
      en: `${file} ends inside the row that begins on line ${last?.line}. The file was cut off, or a quotation mark is missing there. Fetch the file again.`,
    });
    return undefined;
  }
  return { broken, lines };
}

function isWhole(record: CsvRecord, columns: number): boolean {
  if (record.unterminated || record.misquoted) return false;
  return record.fields === columns || (record.fields > columns && record.emptyTail >= record.fields - columns);
}

/** Spreadsheets put delimiters behind the last column. */
function trimTail(record: CsvRecord, columns: number): Buffer {
  let { bytes } = record;
  for (let extra = record.fields - columns; extra > 0; extra--) {
    const end = bytes.findLastIndex((byte) => byte !== 0x20);
    bytes = bytes.subarray(0, end);
  }
  return bytes;
}

/** A row that is set aside is kept with the package, so it must be as clean as the others. */
function scanBroken(record: CsvRecord, file: string, findings: Findings): void {
  const [found] = findIdentifiers(record.bytes.toString("utf8")).filter(({ certain }) => certain);
  if (found !== undefined) refuse(findings, { file, line: record.line }, found.rule, found.message);
}

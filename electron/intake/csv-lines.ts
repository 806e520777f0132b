import { createReadStream } from "node:fs";
import type { CsvHeader } from "./csv-header.ts";
import { readRecords } from "./records.ts";

export interface CsvFile {
  path: string;
  header: CsvHeader;
  /** The file has quotation marks, so a record may go over several lines. */
  quotes: boolean;
}

/**
 * The physical lines of records, numbered from 0 behind the header as DuckDB numbers them. `rows` is how many DuckDB found:
 * should the two readers ever disagree about where records end, no line is better than a wrong one.
 */
export async function findLines(
  { path, header, quotes }: CsvFile,
  records: number[],
  rows: number,
): Promise<Map<number, number | null>> {
  if (records.length === 0) return new Map();
  if (!quotes && !(await hasBlankLines(path))) return new Map(records.map((each) => [each, each + header.line + 1]));
  const wanted = new Set(records);
  const lines = new Map<number, number | null>();
  let record = -1;
  for await (const { line, blank } of readRecords(path, header.delimiter)) {
    if (line <= header.line || (blank && header.names.length > 1)) continue;
    record++;
    if (wanted.has(record)) lines.set(record, line);
  }
  return record + 1 === rows ? lines : new Map(records.map((each) => [each, null]));
}

/** Whether a line break follows another one. The search is done by the machine's own, without a look at each byte here. */
async function hasBlankLines(path: string): Promise<boolean> {
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const text = Buffer.concat([before, chunk]);
    if (["\n\n", "\r\r", "\n\r"].some((pair) => text.includes(pair))) return true;
    before = chunk.subarray(-1);
  }
  return false;
}

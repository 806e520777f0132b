import { createReadStream } from "node:fs";
import type { Delimiter } from "./csv-header.ts";

/** One record of a CSV file as its bytes stand in the file, without the line break behind it. */
export interface CsvRecord {
  /** The physical line where it begins, from 1. */
  line: number;
  bytes: Buffer;
  fields: number;
  /** No line break follows: the file ends here. */
  open: boolean;
  /** The file ends inside a quoted field. */
  unterminated: boolean;
  /** Something stands behind a closing quotation mark. */
  misquoted: boolean;
  /** Nothing but spaces. */
  blank: boolean;
  /** Only the delimiters behind the last filled field: a spreadsheet's empty columns. */
  emptyTail: number;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

type State = "start" | "plain" | "quoted" | "closed";

/**
 * Splits a UTF-8 CSV file into records, as RFC 4180 says and with any line break. Slower than DuckDB's reader, so it is only
 * asked where a file is damaged, or where a finding must be given its line.
 */
export async function* readRecords(path: string, delimiter: Delimiter): AsyncGenerator<CsvRecord> {
  const mark = delimiter.charCodeAt(0);
  const parts: Buffer[] = [];
  let state: State = "start";
  let line = 1;
  let began = 1;
  let fields = 1;
  let emptyTail = 0;
  let misquoted = false;
  let blank = true;
  let afterReturn = false;

  const take = (open: boolean): CsvRecord => {
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    const unterminated = open && state === "quoted";
    const record = { line: began, bytes, fields, open, unterminated, misquoted, blank, emptyTail };
    parts.length = 0;
    state = "start";
    began = line;
    fields = 1;
    emptyTail = 0;
    misquoted = false;
    blank = true;
    return record;
  };

  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (afterReturn) {
        afterReturn = false;
        if (byte === lineFeed) {
          if (state !== "quoted") from = at + 1;
          continue;
        }
      }
      if (byte === lineFeed || byte === carriageReturn) {
        line++;
        afterReturn = byte === carriageReturn;
        if (state === "quoted") continue;
        parts.push(chunk.subarray(from, at));
        from = at + 1;
        yield take(false);
      } else if (state === "quoted") {
        if (byte === quote) state = "closed";
      } else if (byte === mark) {
        fields++;
        emptyTail++;
        blank = false;
        state = "start";
      } else if (byte === quote && (state === "start" || state === "closed")) {
        // A second mark right behind the closing one stands for a mark and goes on with the field.
        state = "quoted";
        emptyTail = 0;
        blank = false;
      } else if (byte !== space) {
        misquoted ||= state === "closed";
        state = "plain";
        emptyTail = 0;
        blank = false;
      }
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) yield take(true);
}

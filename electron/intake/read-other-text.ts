import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { readHeader } from "./csv-header.ts";
import { findLines } from "./csv-lines.ts";
import { detectEncoding, readableAsUtf8 } from "./encoding.ts";
import { type Hit, judgeColumn } from "./identifier-scan.ts";
import { findIdentifiers } from "./identifiers.ts";
import { countRows, type RawTable, rawColumns, readCsv } from "./raw-table.ts";
import type { ReadContext } from "./read-context.ts";
import type { ReceivedFile } from "./received-file.ts";

/**
 * A text file that is none of the tables is only scanned for identifiers: as a table if it can be read as one, so that
 * a finding has its column, and else line by line. Nothing about its form is wrong.
 */
export async function readOtherText(
  context: ReadContext,
  file: ReceivedFile,
  relation: string,
  index: number,
): Promise<RawTable | undefined> {
  const { database, scratch, signal } = context;
  const encoding = await detectEncoding(file);
  const path = await readableAsUtf8(file, encoding, join(scratch, `${index}.utf8.csv`), signal);
  const header = await readHeader(path, []);
  if (header === undefined) return undefined;
  const columns = rawColumns(header.names, undefined);
  if (header.line > 1 || !(await readCsv(database, relation, path, header, columns))) {
    signal.throwIfAborted();
    await scanLines(context, path, file.name);
    return undefined;
  }
  const rows = await countRows(database, relation);
  return {
    table: undefined,
    file: file.name,
    relation,
    record: "rowid",
    columns,
    wide: false,
    rows,
    broken: [],
    linesOf: (records) => findLines({ path, header, quotes: file.traits.quotes }, records, rows),
    nulBytes: false,
    encoding,
    delimiter: header.delimiter,
  };
}

async function scanLines({ findings, signal }: ReadContext, path: string, file: string): Promise<void> {
  const hits: Hit[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    signal.throwIfAborted();
    line++;
    for (const identifier of findIdentifiers(text)) hits.push({ record: line, identifier });
  }
  const linesOf = async (lines: number[]) => new Map(lines.map((each) => [each, each]));
  await judgeColumn({ file, linesOf }, { heading: "" }, hits, findings);
}

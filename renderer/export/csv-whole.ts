import type { AskRows, RowOrder } from "../row-store.ts";
import { readRows } from "../table.ts";
import type { Wording } from "../wording.ts";
import { type CsvFor, csvWriter } from "./csv.ts";

// Few enough that the page goes on answering between two parts.
const rowsAtATime = 10_000;

interface WholeOptions {
  ask: AskRows;
  /** As the reader has sorted and searched: the file is what is seen. */
  order: RowOrder;
  use: CsvFor;
  wording: Wording;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** The whole answer as a CSV file, fetched part by part, so that a million rows are never held as text at once. */
export async function wholeCsv({ ask, order, use, wording, signal, onProgress }: WholeOptions): Promise<Blob> {
  const parts: Blob[] = [];
  let total = 1;
  for (let done = 0; done < total; ) {
    const figure = await ask({ ...order, offset: done, limit: rowsAtATime }, signal);
    const { meta } = figure;
    if (meta.fault !== undefined) throw { fault: meta.fault };
    const csv = csvWriter(meta.columns, false, wording, use);
    if (done === 0) parts.push(new Blob([csv.head([{ name: meta.name, figure }])]));
    const lines = csv.rows(readRows(figure));
    if (lines.length > 0) parts.push(new Blob([lines.join("\r\n"), "\r\n"]));
    total = meta.rows;
    done += Math.max(1, lines.length);
    onProgress(Math.min(done, total), total);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

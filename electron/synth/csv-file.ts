import { closeSync, openSync, writeSync } from "node:fs";

/** A CSV file that is being written. */
export interface CsvFile {
  /** Columns that are known to need no quotes. */
  write(columns: readonly string[]): void;
  /** Rows so far, without the header. */
  rows(): number;
  close(): void;
}

const chunk = 1 << 18;

/**
 * Rows gather in memory until there are enough of them for one write. Writing is synchronous: the generator is busier
 * than the disk, and so no more than one chunk a file is ever held.
 */
export function createCsvFile(path: string, header: readonly string[]): CsvFile {
  const file = openSync(path, "wx");
  let text = `${header.join(",")}\n`;
  let rows = 0;
  const flush = () => {
    const bytes = Buffer.from(text, "utf8");
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    text = "";
  };
  return {
    write(columns) {
      text += `${columns.join(",")}\n`;
      rows += 1;
      if (text.length >= chunk) flush();
    },
    rows: () => rows,
    close() {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}

/** A text as a CSV field, in quotes where it needs them. */
export function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { createHash } from "node:crypto";
import type { ReceivedFile } from "./received-file.ts";

/** The name of the table that a file of the package's top folder holds, in any case; undefined if it holds none. */
export function tableOfFile(name: string): string | undefined {
  return /^([^/]+)\.(?:csv|parquet)$/i.exec(name)?.[1]?.toLowerCase();
}

/**
 * What identifies an extract: the SHA-256 of one line `<sha256>  <file>` for each table file, in the order of the names'
 * UTF-8 bytes, each line ended by a line feed. In the package's folder that is `LC_ALL=C sha256sum *.csv *.parquet |
 * LC_ALL=C sort -k 2 | sha256sum`. A folder and its zip are therefore the same extract.
 */
export function extractIdentity(tableFiles: Pick<ReceivedFile, "name" | "sha256">[]): string {
  const sorted = [...tableFiles].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  return createHash("sha256")
    .update(sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(""))
    .digest("hex");
}

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { Text } from "../contract.ts";
import { linkMessage, type ReceiveOptions } from "./receive-options.ts";
import { type ReceivedFile, receiveFile } from "./received-file.ts";
import { refuse } from "./report.ts";

/** Bytes of all files together, unpacked. */
const largestPackage = 2 * 1024 ** 3;
/** An entry that unpacks to more than this may not be packed tighter than `largestRatio`. */
const ratioFrom = 10 * 1024 ** 2;
const largestRatio = 200;

/** What can be wrong with an archive as a whole; its files are then not looked at. */
const problems: Record<"zip_bomb" | "zip_path" | "zip_unreadable", Text> = {
  zip_bomb: {
    sv: "Zip-filen packas upp till orimligt mycket data (mer än 2 GB, eller mer än 200 gånger sin storlek). Den har inte lästs. Be leverantören skicka tabellerna som en mapp.",
    en: "The zip file unpacks to unreasonably much data (more than 2 GB, or more than 200 times its size). It was not read. Ask the supplier for the tables as a folder.",
  },
  zip_path: {
    sv: "Zip-filen innehåller en fil som pekar utanför paketet eller ligger där två gånger. Den har inte lästs. Be leverantören packa om tabellerna.",
    en: "The zip file holds a file that points outside the package or is in it twice. It was not read. Ask the supplier to pack the tables again.",
  },
  zip_unreadable: {
    sv: "Filen går inte att läsa som zip till sitt slut. Den kan vara avhuggen, krypterad eller något annat än en zip-fil. Hämta den på nytt.",
    en: "The file cannot be read as a zip to its end. It may be cut off, encrypted or something else than a zip file. Fetch it again.",
  },
};

type ZipProblem = keyof typeof problems;

/** Unpacks a .zip into the staging folder. Nothing is written outside it, whatever the entries are called. */
export async function receiveZip(options: ReceiveOptions): Promise<ReceivedFile[]> {
  let archive: ZipFile | undefined;
  try {
    archive = await openPromise(options.source, { autoClose: false });
    return await receiveEntries(archive, options);
  } catch (error) {
    options.signal.throwIfAborted();
    const problem = zipProblem(error);
    if (problem === undefined) throw error;
    refuse(options.findings, { file: "." }, problem, problems[problem]);
    return [];
  } finally {
    archive?.close();
  }
}

async function receiveEntries(archive: ZipFile, options: ReceiveOptions): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  for await (const entry of archive.eachEntry()) {
    options.signal.throwIfAborted();
    const name = entry.fileName;
    if (name.endsWith("/")) continue;
    if (isLink(entry)) {
      refuse(options.findings, { file: name }, "link", linkMessage);
      continue;
    }
    // Two entries of one name would hide one of them; case does not tell files apart on every disk.
    if (seen.has(name.toLowerCase())) throw problem("zip_path");
    seen.add(name.toLowerCase());
    const path = join(options.target, name);
    await mkdir(dirname(path), { recursive: true });
    let ofEntry = 0;
    // Counted while inflating: what the archive's headers say about sizes is the sender's word.
    const count = (bytes: number) => {
      options.signal.throwIfAborted();
      unpacked += bytes;
      ofEntry += bytes;
      const tooTight = ofEntry > ratioFrom && ofEntry > largestRatio * entry.compressedSize;
      if (unpacked > largestPackage || tooTight) throw problem("zip_bomb");
      options.onBytes(bytes);
    };
    files.push(await receiveFile(inflated(archive, entry), name, path, count));
  }
  return files;
}

async function* inflated(archive: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let checksum = 0;
  for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) throw problem("zip_unreadable");
}

/** The high half of the attributes is a Unix mode, which says what kind of file it is. */
function isLink(entry: Entry): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000;
}

function problem(kind: ZipProblem): Error {
  return Object.assign(new Error(kind), { zipProblem: kind });
}

/** undefined for what is no fault of the archive, such as a full disk. */
function zipProblem(error: unknown): ZipProblem | undefined {
  const { zipProblem: kind, code, message } = error as { zipProblem?: ZipProblem; code?: string; message: string };
  if (kind !== undefined) return kind;
  if (/relative path|absolute path|invalid characters in fileName/i.test(message)) return "zip_path";
  // The reader's own errors have no code, those of inflate begin with Z_.
  return code === undefined || code.startsWith("Z_") ? "zip_unreadable" : undefined;
}

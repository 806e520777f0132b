import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { ReceivedFile } from "./received-file.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export async function detectEncoding(file: ReceivedFile): Promise<Encoding> {
  return encodingOf(await readStart(file.path, 2), file.traits.utf8);
}

/** A mark at the beginning decides; without one, what is no UTF-8 is taken for Windows-1252, as in Excel. */
export function encodingOf(start: Uint8Array, isUtf8: boolean): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return isUtf8 ? "utf-8" : "windows-1252";
}

/** The path under which the file can be read as UTF-8: its own, or that of a copy made at `target`. */
export async function readableAsUtf8(
  file: ReceivedFile,
  encoding: Encoding,
  target: string,
  signal: AbortSignal,
): Promise<string> {
  if (encoding === "utf-8") return file.path;
  await transcode(file, encoding, target, signal);
  return target;
}

async function transcode(file: ReceivedFile, encoding: Encoding, target: string, signal: AbortSignal): Promise<void> {
  const decoder = new TextDecoder(encoding);
  await pipeline(
    createReadStream(file.path, { highWaterMark: 1 << 20 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
      yield Buffer.from(decoder.decode());
    },
    createWriteStream(target, { flags: "wx" }),
    { signal },
  );
}

/** The first bytes of a file. */
export async function readStart(path: string, bytes: number): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/** A delivered file as it lies in the staging folder. */
export interface ReceivedFile {
  /** As delivered, relative to the package's folder, with `/`. */
  name: string;
  path: string;
  bytes: number;
  sha256: string;
  /** What a look at every byte showed while it was copied. */
  traits: ByteTraits;
}

export interface ByteTraits {
  utf8: boolean;
  nulBytes: boolean;
  quotes: boolean;
}

/**
 * A file's bytes. It is opened when the reading begins: a stream that fails, or is called off, before anybody listens to
 * it would end the whole process.
 */
export async function* fileBytes(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { highWaterMark: 1 << 20, signal }) as AsyncIterable<Buffer>;
}

/** Copies a stream to a new file while it is hashed and looked at. `onBytes` may throw to stop it. */
export async function receiveFile(
  source: AsyncIterable<Buffer>,
  name: string,
  path: string,
  onBytes: (count: number) => void,
): Promise<ReceivedFile> {
  const hash = createHash("sha256");
  const traits: ByteTraits = { utf8: true, nulBytes: false, quotes: false };
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  const target = await open(path, "wx");
  try {
    for await (const chunk of source) {
      onBytes(chunk.length);
      bytes += chunk.length;
      hash.update(chunk);
      traits.nulBytes ||= chunk.includes(0);
      traits.quotes ||= chunk.includes(0x22);
      if (traits.utf8) rest = checkUtf8(traits, rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk);
      await target.writeFile(chunk);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  if (rest.length > 0) traits.utf8 = false;
  return { name, path, bytes, sha256: hash.digest("hex"), traits };
}

/** Checks a chunk and returns the beginning of a character that goes on in the next one. */
function checkUtf8(traits: ByteTraits, chunk: Buffer): Buffer {
  const end = lastWholeCharacter(chunk);
  traits.utf8 = isUtf8(chunk.subarray(0, end));
  return traits.utf8 ? Buffer.from(chunk.subarray(end)) : Buffer.alloc(0);
}

function lastWholeCharacter(chunk: Buffer): number {
  for (let back = 1; back <= 3 && back <= chunk.length; back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return chunk.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? chunk.length - back : chunk.length;
    }
  }
  return chunk.length;
}

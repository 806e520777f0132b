import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "./terminal.ts";

/** Writes to stdout, or to the file `out`, which appears when it is whole. */
export async function writeOut(
  terminal: Terminal,
  out: string | undefined,
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  if (out === undefined) {
    await writeAll(terminal.stdout, chunks, terminal.signal);
    return;
  }
  const unfinished = `${out}.${randomUUID()}`;
  const file = createWriteStream(unfinished, { flags: "wx" });
  try {
    await once(file, "open");
    await writeAll(file, chunks, terminal.signal);
    file.end();
    await once(file, "finish");
    await rename(unfinished, out);
  } catch (cause) {
    file.destroy();
    await rm(unfinished, { force: true });
    terminal.signal.throwIfAborted();
    throw new Refusal(
      "cannot_write",
      {
        sv: `Filen ${out} kan inte skrivas. Välj en mapp som finns och som du får skriva i.`,
        en: `The file ${out} cannot be written. Choose a folder that exists and that you may write to.`,
      },
      { cause, detail: cause instanceof Error ? cause.message : undefined },
    );
  }
}

async function writeAll(
  stream: NodeJS.WritableStream,
  chunks: Iterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  for (const chunk of chunks) {
    signal.throwIfAborted();
    if (!stream.write(chunk)) await once(stream, "drain");
  }
}

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { protectCommand } from "../../electron/cli/protect.ts";
import { exitCode } from "../../electron/cli/run.ts";
import type { Terminal } from "../../electron/cli/terminal.ts";

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `protect` on a file with this text. */
export async function protect(text: string | Buffer, ...args: string[]): Promise<Ended> {
  const file = await fileOf("cells.csv", text);
  const said = { out: "", err: "" };
  const stream = (key: "out" | "err"): NodeJS.WriteStream =>
    ({
      write: (chunk: string) => {
        said[key] += chunk;
        return true;
      },
    }) as unknown as NodeJS.WriteStream;
  const terminal: Terminal = {
    language: "en",
    signal: new AbortController().signal,
    stdout: stream("out"),
    stderr: stream("err"),
  };
  const command = protectCommand(terminal)
    .exitOverride()
    .configureOutput({ writeErr: (words) => terminal.stderr.write(words) });
  const code = await new Command()
    .addCommand(command)
    .exitOverride()
    .parseAsync(["node", "sammanhang", "protect", file, ...args])
    .then(
      () => 0,
      (error: unknown) => exitCode(terminal, error),
    );
  return { code, stdout: said.out, stderr: said.err };
}

/** A new file with this text, in a folder of its own. */
export async function fileOf(name: string, text: string | Buffer): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "protect-")), name);
  await writeFile(file, text);
  return file;
}

import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";

export const OUT = resolve("out/main");

export interface Ended {
  code: number | null;
  stdout: string;
  bytes: Buffer;
  stderr: string;
}

export interface Spawned {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** What has come on stdout so far. */
  said(): string;
}

/** Runs a built program as a person would: a process of its own, with no terminal. */
export function spawnBuilt(entry: string, args: string[], env: Record<string, string> = {}): Spawned {
  const child = spawn(process.execPath, [join(OUT, entry), ...args], {
    env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", LC_ALL: "en_US.UTF-8", ...env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  const ended = new Promise<Ended>((done) => {
    child.on("close", (code) => {
      const bytes = Buffer.concat(out);
      done({ code, bytes, stdout: bytes.toString(), stderr: Buffer.concat(err).toString() });
    });
  });
  return { child, ended, said: () => Buffer.concat(out).toString() };
}

/** Runs a command of the command line to its end. */
export function sammanhang(...args: string[]): Promise<Ended> {
  return spawnBuilt("cli.js", args).ended;
}

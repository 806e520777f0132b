import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { FiguresRequest, Host } from "../../electron/contract.ts";
import { remoteHost, sendOverHttp } from "../../renderer/client.ts";

/** The built engine in a process of its own, as `sammanhang web` runs it. */
export interface Engine {
  /** To be opened in a browser. */
  address: string;
  host: Host;
  /** Asks and reads the bytes, without decoding them. */
  figures(request: FiguresRequest): Promise<Uint8Array>;
  /** The most memory that the process has held, in bytes. Linux only. */
  peakMemory(): Promise<number>;
  close(): Promise<void>;
}

const command = join(import.meta.dirname, "..", "..", "out", "main", "cli.js");

export async function startEngine(workspace: string): Promise<Engine> {
  const child = spawn(process.execPath, [command, "web", "--workspace", workspace, "--no-open"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await firstLine(child);
  const { origin } = new URL(address);
  const entered = await fetch(address, { redirect: "manual" });
  const cookie = entered.headers.getSetCookie().join("; ").split(";")[0] ?? "";
  const fetcher: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie, origin } });
  const host = remoteHost(sendOverHttp(origin, fetcher));
  return {
    address,
    host,
    figures: (request) => host.figures(request),
    async peakMemory() {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024;
    },
    close: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGINT");
      }),
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the engine ended with ${code}`)));
  });
}

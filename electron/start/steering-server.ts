import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Refusal } from "../refusal.ts";
import { builtFolder } from "./built.ts";

/** The steering room of a workspace, in a process of its own. */
export interface SteeringServer {
  /** Starts it where it does not run; resolves to the address to open. */
  open(): Promise<string>;
  /** Waits until its process has ended. */
  close(): Promise<void>;
}

/** With a port and a token of its own, it knows nothing of the evaluator's, and ends with the process that asked for it. */
export function createSteeringServer(workspace: string): SteeringServer {
  let running: { child: ChildProcess; address: Promise<string> } | undefined;

  function start(): { child: ChildProcess; address: Promise<string> } {
    const args = ["web", "--workspace", workspace, "--room", "steering", "--no-open"];
    const child = fork(join(builtFolder(), "main", "cli.js"), args, {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      execArgv: [],
    });
    child.once("exit", () => {
      if (running?.child === child) running = undefined;
    });
    return { child, address: firstLine(child) };
  }

  return {
    open() {
      running ??= start();
      return running.address;
    },
    async close() {
      if (!running) return;
      const { child } = running;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout) createInterface(child.stdout).once("line", resolve);
    child.once("error", () => reject(notOpened()));
    child.once("exit", () => reject(notOpened()));
  });
}

function notOpened(): Refusal {
  return new Refusal("steering_not_opened", {
    sv: "Styrgruppens rum gick inte att öppna. Öppna det med kommandot web --room steering, så står det varför.",
    en: "The steering room could not be opened. Open it with the command web --room steering, which says why.",
  });
}

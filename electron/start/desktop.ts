import { spawn } from "node:child_process";

/**
 * Shows the window until it is closed or the signal comes. Resolves to false if it never came up, as where a library of
 * the system is missing: it then ends by itself within seconds.
 */
export function runDesktop(program: string, args: string[], signal: AbortSignal): Promise<boolean> {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "inherit", "ignore"] });
    const stop = (): void => void child.kill("SIGTERM");
    signal.addEventListener("abort", stop, { once: true });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => {
      signal.removeEventListener("abort", stop);
      const failed = code !== 0 && Date.now() - startedAt < 10_000;
      resolve(signal.aborted || !failed);
    });
  });
}

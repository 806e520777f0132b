import { CommanderError } from "commander";
import { toFault } from "../refusal.ts";
import { createTerminal, say, type Terminal } from "./terminal.ts";

/** What a command's end says to the shell that started it. */
const EXIT = { done: 0, refused: 1, usage: 2, bug: 3, interrupted: 130 };

/** Runs a program of the command line to its end: Ctrl-C, sentences for refusals, exit codes, never a stack trace. */
export async function runCommand(work: (terminal: Terminal) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  const terminal = createTerminal(controller.signal);
  const interrupt = (): void => {
    // Whoever presses twice does not want to wait.
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  // Started by another process of ours, it ends with it.
  if (process.send) process.on("disconnect", interrupt);
  process.on("uncaughtException", (error) => process.exit(exitCode(terminal, error)));
  // The reader of a pipe may leave, as `head` does: that is no error.
  process.stdout.on("error", () => process.exit(EXIT.done));

  const code = await work(terminal).then(
    () => EXIT.done,
    (error: unknown) => exitCode(terminal, error),
  );
  await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
  process.exit(code);
}

/** Says what went wrong, and with which code the program ends. */
export function exitCode(terminal: Terminal, error: unknown): number {
  // Commander has said it already, on stderr, or it was --help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const fault = toFault(error);
  if (terminal.signal.aborted) {
    say(terminal, { sv: "Avbrutet. Inget har ändrats.", en: "Interrupted. Nothing was changed." });
    return EXIT.interrupted;
  }
  say(terminal, fault.message);
  if (fault.detail) terminal.stderr.write(`${fault.detail}\n`);
  return fault.code === "bug" ? EXIT.bug : EXIT.refused;
}

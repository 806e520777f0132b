import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { exitCode } from "../../electron/cli/run.ts";
import type { Terminal } from "../../electron/cli/terminal.ts";
import { Refusal } from "../../electron/refusal.ts";

function terminal(signal: AbortSignal = new AbortController().signal): { terminal: Terminal; said: string[] } {
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream;
  return { said, terminal: { language: "sv", signal, stdout: stderr, stderr } };
}

describe("how a command ends", () => {
  test("refused: 1, with the sentence and the database's own words", () => {
    const { terminal: spoken, said } = terminal();
    const refusal = new Refusal("x", { sv: "Går inte.", en: "Cannot." }, { detail: "Binder Error" });
    expect(exitCode(spoken, refusal)).toBe(1);
    expect(said.join("")).toBe("Går inte.\nBinder Error\n");
  });

  test("a mistake of ours: 3, without a stack", () => {
    const { terminal: spoken, said } = terminal();
    expect(exitCode(spoken, new TypeError("undefined is not a function"))).toBe(3);
    expect(said.join("")).toMatch(/Det är vårt fel/);
    expect(said.join("")).not.toMatch(/\n\s+at /);
  });

  test("wrong usage: 2, and help: 0, of which all has been said", () => {
    const { terminal: spoken, said } = terminal();
    expect(exitCode(spoken, new CommanderError(1, "commander.unknownOption", "error"))).toBe(2);
    expect(exitCode(spoken, new CommanderError(0, "commander.helpDisplayed", ""))).toBe(0);
    expect(said).toEqual([]);
  });

  test("interrupted: 130, whatever was thrown on the way out", () => {
    const { terminal: spoken } = terminal(AbortSignal.abort());
    expect(exitCode(spoken, new Error("INTERRUPT"))).toBe(130);
  });
});

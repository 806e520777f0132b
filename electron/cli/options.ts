import { InvalidArgumentError, Option } from "commander";
import type { ExportForm, Language, Room } from "../contract.ts";

export type Format = "table" | "csv" | "json" | "arrow";

export interface WorkspaceOptions {
  workspace: string;
  room: Room;
  language?: Language;
}

export interface TableOptions extends WorkspaceOptions {
  format: Format;
  out?: string;
  protect?: ExportForm;
}

export function workspaceOption(): Option {
  return new Option("--workspace <folder>", "the workspace to work in").makeOptionMandatory();
}

export function roomOption(): Option {
  return new Option("--room <room>", "whose room to be in").choices(["evaluator", "steering"]).default("evaluator");
}

/** A figure as it may leave the evaluator's room; without it, as it is. */
export function protectOption(): Option {
  const text =
    "as it may leave the room: cells hidden and remembered as shown, counts rounded to 5, or noise by cell keys";
  return new Option("--protect <suppress|round|cell-key>", text).argParser(readForm);
}

export function languageOption(): Option {
  const text = "language of titles and sentences (default: the workspace's, else the system's)";
  return new Option("--language <language>", text).choices(["sv", "en"]);
}

export function formatOption(formats: Format[] = ["table", "csv", "json", "arrow"]): Option {
  return new Option("--format <format>", "how the answer is written").choices(formats).default("table");
}

export function outOption(): Option {
  return new Option("--out <file>", "write the answer to this file instead of standard output");
}

/** Collects `name=value`; commas separate several values of one name, and a name may be given again. */
export function collectPairs(text: string, previous: Record<string, string[]> = {}): Record<string, string[]> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It must be written name=value.");
  const name = text.slice(0, at);
  const values = text.slice(at + 1).split(",");
  return { ...previous, [name]: [...(previous[name] ?? []), ...values] };
}

/** Names between commas. */
export function readList(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

export function readDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf());
  if (valid && date.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError("It must be a day, written YYYY-MM-DD.");
}

export function readCount(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number, written with digits alone.");
}

export function readPort(text: string): number {
  const port = readCount(text);
  if (port > 65535) throw new InvalidArgumentError("A port is at most 65535.");
  return port;
}

function readForm(text: string): ExportForm {
  if (text === "suppress" || text === "round") return text;
  if (text === "cell-key") return "cell_key";
  throw new InvalidArgumentError("Allowed choices are suppress, round, cell-key.");
}

import { Command } from "commander";
import type { Room, ShownAnswer } from "../contract.ts";
import { type Format, formatOption, languageOption, outOption, roomOption, workspaceOption } from "./options.ts";
import { writeOut } from "./output.ts";
import { csvCell, draw } from "./print-table.ts";
import { withHost } from "./session.ts";
import type { Terminal } from "./terminal.ts";

interface LedgerOptions {
  workspace: string;
  room: Room;
  format: Exclude<Format, "arrow">;
  out?: string;
  language?: "sv" | "en";
}

export function ledgerCommand(terminal: Terminal): Command {
  return new Command("ledger")
    .description("list what the steering group has been shown, the latest first: when, which figures, of whom")
    .addOption(workspaceOption())
    .addOption(formatOption(["table", "csv", "json"]))
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((options: LedgerOptions) =>
      withHost(terminal, options, async ({ host }) => {
        const answers = await host.ledger({}, terminal.signal);
        await writeOut(terminal, options.out, [written(answers, options.format, terminal)]);
      }),
    );
}

function written(answers: readonly ShownAnswer[], format: LedgerOptions["format"], { language }: Terminal): string {
  if (format === "json") return `${JSON.stringify(answers, null, 2)}\n`;
  if (format === "csv") {
    const head = ["shown_at", "programme", "figures", "scope", "cells_shown", "cells_hidden"];
    const rows = answers.map(({ at, programme, figures, scope, shown, hidden }) => {
      return [at, programme, figures.map((figure) => figure[language]).join("; "), scope[language], shown, hidden];
    });
    return [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
  }
  const head =
    language === "sv"
      ? ["Visad (UTC)", "Program", "Siffror", "Urval", "Celler visade", "Celler dolda"]
      : ["Shown (UTC)", "Programme", "Figures", "Selection", "Cells shown", "Cells hidden"];
  const rows = answers.map(({ at, programme, figures: [first, ...more], scope, shown, hidden }) => [
    at.slice(0, 16).replace("T", " "),
    programme,
    `${first?.[language] ?? ""}${more.length > 0 ? ` (+ ${more.length})` : ""}`,
    scope[language],
    String(shown),
    String(hidden),
  ]);
  return `${draw(head, rows)}\n`;
}

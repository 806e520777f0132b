import { Command } from "commander";
import { formatOption, languageOption, outOption, roomOption, type TableOptions, workspaceOption } from "./options.ts";
import { printTable, rowLimit } from "./print-table.ts";
import { withHost } from "./session.ts";
import type { Terminal } from "./terminal.ts";

export function sqlCommand(terminal: Terminal): Command {
  return new Command("sql")
    .description("run one read-only statement")
    .argument("<select>", "the statement, in quotes")
    .addOption(workspaceOption())
    .addOption(formatOption())
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((sql: string, options: TableOptions) =>
      withHost(terminal, options, async ({ host, catalog }) => {
        const bytes = await host.sql({ sql, window: { limit: rowLimit(options.format) } }, terminal.signal);
        await printTable(terminal, bytes, { ...options, codes: catalog.codes, policy: catalog.policy });
      }),
    );
}

import { Command, Option } from "commander";
import type { Denominator, Selection } from "../contract.ts";
import {
  collectPairs,
  formatOption,
  languageOption,
  outOption,
  protectOption,
  readDate,
  readList,
  roomOption,
  type TableOptions,
  workspaceOption,
} from "./options.ts";
import { printTable, rowLimit } from "./print-table.ts";
import { withHost } from "./session.ts";
import { firstStream } from "./table.ts";
import type { Terminal } from "./terminal.ts";

interface IndicatorOptions extends TableOptions {
  programme?: string;
  by?: string[];
  cutoff?: string;
  denominator?: Denominator;
  where?: Selection;
  margins?: boolean;
  compare?: string;
  pairs?: boolean;
  standardise?: string[];
}

const DENOMINATORS = ["enrolled", "exited", "exited_known", "due", "reached", "respondents", "pairs"];

export function indicatorCommand(terminal: Terminal): Command {
  return new Command("indicator")
    .description("compute an indicator: its estimate with n, k, interval and target")
    .argument("<name>", "the indicator's name, as `catalog` lists it")
    .addOption(workspaceOption())
    .option("--programme <name>", "the programme, where several are loaded")
    .option("--by <columns>", "one row per group, such as sex,municipality", readList)
    .option("--cutoff <date>", "what was known on this day", readDate)
    .addOption(new Option("--denominator <denominator>", "of whom").choices(DENOMINATORS))
    .option("--where <column=code...>", "only these, such as municipality=1781,1765", collectPairs)
    .option("--margins", "add the totals over each grouping column")
    .option("--compare <column>", "hold its groups, such as municipality, against the programme and the rest of it")
    .option("--pairs", "with --compare: each group against each other")
    .option(
      "--standardise <columns>",
      "with --compare: as if all had the same mix of these, such as sex,age_band",
      readList,
    )
    .addOption(formatOption())
    .addOption(protectOption())
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((indicator: string, options: IndicatorOptions) =>
      withHost(terminal, options, async ({ host, catalog }) => {
        const { programme, cutoff, where: selection, by, denominator, margins, compare, pairs, standardise } = options;
        const { protect: as } = options;
        const window = { limit: rowLimit(options.format) };
        const figure = { indicator, by, denominator, cutoff, margins, compare, pairs, standardise, window };
        const bytes = await host.figures({ scope: { programme, selection }, figures: [figure], as }, terminal.signal);
        await printTable(terminal, firstStream(bytes), { ...options, codes: catalog.codes, policy: catalog.policy });
      }),
    );
}

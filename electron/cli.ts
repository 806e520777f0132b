#!/usr/bin/env node
import { Command } from "commander";
import packageFile from "../package.json" with { type: "json" };
import { benchmarkCommand } from "./cli/benchmark.ts";
import { catalogCommand } from "./cli/catalog.ts";
import { checkCommand } from "./cli/check.ts";
import { demoCommand } from "./cli/demo.ts";
import { diffCommand } from "./cli/diff.ts";
import { indicatorCommand } from "./cli/indicator.ts";
import { ledgerCommand } from "./cli/ledger.ts";
import { loadCommand } from "./cli/load.ts";
import { newCommand } from "./cli/new.ts";
import { protectCommand } from "./cli/protect.ts";
import { reportCommand } from "./cli/report.ts";
import { riskCommand } from "./cli/risk.ts";
import { runCommand } from "./cli/run.ts";
import { sqlCommand } from "./cli/sql.ts";
import { synthCommand } from "./cli/synth.ts";
import { viewCommand } from "./cli/view.ts";
import { webCommand } from "./cli/web.ts";

const COMMANDS = [
  demoCommand,
  newCommand,
  loadCommand,
  catalogCommand,
  viewCommand,
  sqlCommand,
  indicatorCommand,
  benchmarkCommand,
  protectCommand,
  riskCommand,
  reportCommand,
  diffCommand,
  ledgerCommand,
  synthCommand,
  checkCommand,
  webCommand,
];

await runCommand(async (terminal) => {
  const program = new Command("sammanhang")
    .description("From an extract to a figure: with its denominator, interval, SQL and source.")
    .version(packageFile.version)
    .showHelpAfterError("(--help says what can be written)")
    .exitOverride();
  for (const command of COMMANDS) program.addCommand(command(terminal).copyInheritedSettings(program));
  program.addHelpText("after", "\nExit codes: 0 done, 1 refused, 2 wrong usage, 3 a mistake of ours, 130 interrupted.");
  await program.parseAsync();
});

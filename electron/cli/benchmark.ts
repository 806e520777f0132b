import { Command, Option } from "commander";
import type { Language } from "../contract.ts";
import type { Benchmark } from "../engine/benchmark.ts";
import { saveBenchmark } from "../engine/save-benchmark.ts";
import { languageOption, readDate, workspaceOption } from "./options.ts";
import { withHost } from "./session.ts";
import { say, type Terminal } from "./terminal.ts";

interface BenchmarkOptions {
  workspace: string;
  language?: Language;
  title: string;
  titleEn?: string;
  source: string;
  date: string;
  unit: Benchmark["unit"];
  name?: string;
}

export function benchmarkCommand(terminal: Terminal): Command {
  return new Command("benchmark")
    .description("keep a file of outside figures, as Kolada or Statistics Sweden give them, to compare with")
    .argument("<file.csv>", "one measure: municipality, sex (T, K, M), and year and value or a column for each year")
    .addOption(workspaceOption())
    .requiredOption("--title <text>", "what the figures are of")
    .option("--title-en <text>", "the same in English")
    .requiredOption("--source <text>", "who publishes them, and under which name or number")
    .requiredOption("--date <date>", "when they were fetched", readDate)
    .addOption(
      new Option("--unit <unit>", "of the values as written")
        .choices(["percent", "share", "number"])
        .default("percent"),
    )
    .option("--name <name>", "what to call them; the file's name otherwise")
    .addOption(languageOption())
    .action((path: string, options: BenchmarkOptions) =>
      withHost(terminal, { ...options, room: "evaluator" }, async ({ catalog }) => {
        const { title, titleEn = title, source, date, unit, name } = options;
        const about = { title: { sv: title, en: titleEn }, source, date, unit, ...(name && { name }) };
        const saved = await saveBenchmark(options.workspace, path, about, catalog.codes.municipality ?? []);
        for (const { where, message } of saved.problems) {
          const line = where ? { sv: `Rad ${where}: `, en: `Line ${where}: ` } : { sv: "", en: "" };
          say(terminal, { sv: `${line.sv}${message.sv}`, en: `${line.en}${message.en}` });
        }
        say(terminal, {
          sv: `${saved.values} värden finns nu i vyn benchmark_values som "${saved.benchmark}".`,
          en: `${saved.values} values are now in the view benchmark_values as "${saved.benchmark}".`,
        });
      }),
    );
}

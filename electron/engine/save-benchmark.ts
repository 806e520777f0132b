import { mkdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Code, Problem, Text } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import { writeWhole } from "../write-whole.ts";
import { type Benchmark, benchmarkSchema } from "./benchmark.ts";
import { readBenchmarkTable } from "./benchmark-table.ts";
import { readDefinition } from "./definitions.ts";
import { summed } from "./read-benchmarks.ts";

export interface SavedBenchmark {
  benchmark: string;
  /** Values read, symbols among them. */
  values: number;
  /** Rows that were left out, and why. */
  problems: Problem[];
}

/**
 * Keeps a file of outside figures in the workspace, byte for byte, with what is known of it beside. The description comes last, so
 * that a copy that was cut short is no benchmark. Refuses a file without a value that can be read, and a name that is taken.
 */
export async function saveBenchmark(
  workspace: string,
  path: string,
  about: { name?: string; title: Text; source: string; date: string; unit: Benchmark["unit"] },
  municipalities: Code[],
): Promise<SavedBenchmark> {
  const bytes = await readFile(path).catch((cause) => {
    throw new Refusal(
      "file_unreadable",
      {
        sv: `Filen ${path} går inte att läsa. Kontrollera sökvägen.`,
        en: `The file ${path} cannot be read. Check the path.`,
      },
      { cause },
    );
  });
  const { name = nameOf(path), title, source, date, unit } = about;
  const record = { benchmark: name, title, source, date, unit };
  const file = `benchmarks/${name}.json`;
  refuse(readDefinition(benchmarkSchema, file, record).problems);
  const { values, faults } = readBenchmarkTable(bytes, municipalities);
  const problems = summed(`benchmarks/${name}.csv`, faults);
  if (values.length === 0) refuse(problems.length > 0 ? problems : [{ file: path, message: nothing }]);
  const folder = join(workspace, "benchmarks");
  await mkdir(folder, { recursive: true });
  const taken = await readFile(join(folder, `${name}.json`)).then(
    () => true,
    () => false,
  );
  if (taken) {
    throw new Refusal("benchmark_exists", {
      sv: `Arbetsytan har redan jämförelsetalen "${name}". Ange ett annat namn med --name, eller ta bort de gamla filerna i mappen benchmarks.`,
      en: `The workspace already has the benchmark "${name}". Give another name with --name, or remove the old files in the folder benchmarks.`,
    });
  }
  await writeWhole(join(folder, `${name}.csv`), bytes);
  await writeWhole(join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
  return { benchmark: name, values: values.length, problems };
}

/** A name from the file's: what is no letter or digit becomes a hyphen, and å, ä and ö lose their marks. */
function nameOf(path: string): string {
  return basename(path, extname(path))
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function refuse(problems: Problem[]): void {
  if (problems.length === 0) return;
  const told = (language: "sv" | "en") =>
    problems.map(({ where, message }) => (where ? `${where}: ${message[language]}` : message[language])).join(" ");
  throw new Refusal("benchmark_invalid", { sv: told("sv"), en: told("en") });
}

const nothing: Text = { sv: "Filen har inga värden.", en: "The file has no values." };

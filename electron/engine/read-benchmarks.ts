import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Code, Problem } from "../contract.ts";
import { type Benchmark, benchmarkSchema } from "./benchmark.ts";
import { type BenchmarkFault, readBenchmarkTable } from "./benchmark-table.ts";
import { readDefinition } from "./definitions.ts";
import { type LibraryFolder, readDefinitionFile, readTextFiles } from "./library-files.ts";

/** Reads the workspace's `benchmarks/`: of each, what is known of it (`.json`) and the figures as delivered (`.csv`). */
export async function readBenchmarks(
  folders: LibraryFolder[],
  municipalities: Code[],
): Promise<{ benchmarks: Benchmark[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const benchmarks: Benchmark[] = [];
  for (const folder of folders.filter(({ origin }) => origin === "workspace")) {
    for (const source of await readTextFiles([folder], "benchmarks", ".json")) {
      const { definition, problems: found } = readDefinitionFile(source, "benchmark", (file, json) =>
        readDefinition(benchmarkSchema, file, json),
      );
      problems.push(...found);
      if (!definition) continue;
      const file = `benchmarks/${source.name}.csv`;
      const bytes = await readFile(join(folder.path, file)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      if (!bytes) {
        problems.push({ file, message: noTable });
        continue;
      }
      const { values, faults } = readBenchmarkTable(bytes, municipalities);
      problems.push(...summed(file, faults));
      benchmarks.push({ ...definition, values });
    }
  }
  return { benchmarks, problems };
}

/** Each thing that is wrong once, with the first line and how many more there are: a file of groups would fill the page. */
export function summed(file: string, faults: BenchmarkFault[]): Problem[] {
  const kinds = new Map<string, BenchmarkFault[]>();
  for (const fault of faults) kinds.set(fault.message.en, [...(kinds.get(fault.message.en) ?? []), fault]);
  return [...kinds.values()].map(([first, ...more]) => ({
    file,
    ...(first!.line !== undefined && { where: String(first!.line) }),
    message:
      more.length === 0
        ? first!.message
        : {
            sv: `${first!.message.sv} Detsamma gäller ${more.length} rader till.`,
            en: `${first!.message.en} The same holds for ${more.length} more rows.`,
          },
  }));
}

const noTable = {
  sv: "Jämförelsetalens fil saknas. Lägg den bredvid sin beskrivning, med samma namn.",
  en: "The file of figures is missing. Put it beside its description, under the same name.",
};

import type { Code, ColumnMeta, Json, ParamMeta, Problem } from "../contract.ts";
import type { Benchmark } from "./benchmark.ts";
import { readStoredTables, type StoredTable } from "./canonical.ts";
import { readCodes } from "./codes.ts";
import { linkProblems } from "./definition-links.ts";
import { type Reading, readDefinition, readIndicator, readProgramme, readScale } from "./definitions.ts";
import { groupCodes } from "./group-codes.ts";
import { readView } from "./header.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import {
  earlierFolder,
  type LibraryFolder,
  type Origin,
  readDefinitionFile,
  readTextFiles,
  withoutDoubles,
} from "./library-files.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import { readBenchmarks } from "./read-benchmarks.ts";
import { type RegionDefinition, regionSchema } from "./region-definition.ts";
import { regionCodes, regionProblems } from "./regions.ts";
import type { ScaleDefinition } from "./scale-definition.ts";
import { readSharedDescriptions, withShared } from "./shared-descriptions.ts";
import type { LibraryView } from "./view-definitions.ts";

/** Everything that is written as text: what ships with the product, and what the workspace has of its own. */
export interface Library {
  views: LibraryView[];
  /** Macros that the views stand on. They ship with the product. */
  base: { file: string; sql: string }[];
  /** Of the extract format, declared by what ships. */
  tables: StoredTable[];
  codes: Record<string, Code[]>;
  indicators: Owned<IndicatorDefinition>[];
  /** Versions before the present one, which a workspace keeps of its own indicators, the oldest first. */
  earlier: Map<string, { version: number; definition: Json }[]>;
  programmes: Owned<ProgrammeDefinition>[];
  scales: Owned<ScaleDefinition>[];
  /** Groups of municipalities. */
  regions: Owned<RegionDefinition>[];
  /** Outside figures to compare with, from the workspace. */
  benchmarks: Benchmark[];
  /** A file with a problem is left out, and the rest goes on working. */
  problems: Problem[];
}

/** A definition, with the file that it stands in. */
export type Owned<Definition> = Definition & { file: string; origin: Origin };

/** Reads the folders, the shipped one first. */
export async function readLibrary(folders: LibraryFolder[]): Promise<Library> {
  const problems: Problem[] = [];
  const shipped = folders.filter(({ origin }) => origin === "shipped");
  const files = async (kind: string, extension: string) =>
    withoutDoubles(await readTextFiles(folders, kind, extension), problems);
  const definitions = async <Definition extends { [key in Key]: string }, Key extends string>(
    key: Key,
    read: (file: string, json: unknown) => Reading<Definition>,
  ) => {
    const owned: Owned<Definition>[] = [];
    for (const source of await files(`${key}s`, ".json")) {
      const { definition, problems: found } = readDefinitionFile(source, key, read);
      problems.push(...found);
      if (definition) owned.push({ ...definition, file: source.file, origin: source.origin });
    }
    return owned;
  };

  const programmes = await definitions("programme", readProgramme);
  const codes: Record<string, Code[]> = { target_group: targetGroups(programmes) };
  for (const { file, name, text } of await files("codes", ".csv")) {
    const read = readCodes(file, text);
    problems.push(...read.problems);
    codes[name] = read.codes;
  }
  const descriptions = readSharedDescriptions(await files("views", ".csv"));
  problems.push(...descriptions.problems);
  const views: LibraryView[] = [];
  for (const { file, name, text, origin } of await files("views", ".sql")) {
    const read = readView(file, text);
    const found = [...nameProblems(file, name), ...read.problems];
    problems.push(...found);
    if (!read.view || found.length > 0) continue;
    views.push({ ...withShared(labelled(read.view, codes), descriptions.shared), file, origin });
  }
  Object.assign(codes, groupCodes(views, codes));
  const indicators = await definitions("indicator", readIndicator);
  const scales = await definitions("scale", readScale);
  const regions = await definitions("region", (file, json) => readDefinition(regionSchema, file, json));
  codes.region = regionCodes(regions);
  problems.push(...linkProblems({ indicators, programmes, scales, codes }));
  problems.push(...regionProblems(regions, codes.municipality ?? []));
  const benchmarks = await readBenchmarks(folders, codes.municipality ?? []);
  problems.push(...benchmarks.problems);
  return {
    views,
    // Macros are the rules that every figure stands on, so a workspace has none of its own.
    base: (await readTextFiles(shipped, "base", ".sql")).map(({ file, text }) => ({ file, sql: text })),
    tables: (await Promise.all(shipped.map(({ path }) => readStoredTables(path)))).flat(),
    codes,
    indicators,
    earlier: await earlierVersions(folders),
    programmes,
    scales,
    regions,
    benchmarks: benchmarks.benchmarks,
    problems,
  };
}

async function earlierVersions(folders: LibraryFolder[]): Promise<Library["earlier"]> {
  const earlier: Library["earlier"] = new Map();
  const read = (await readTextFiles(folders, `indicators/${earlierFolder}`, ".json")).flatMap(({ file, text }) => {
    try {
      const { definition } = readIndicator(file, JSON.parse(text));
      return definition ? [definition] : [];
    } catch {
      // A version that nobody uses any more disturbs nothing.
      return [];
    }
  });
  for (const definition of read.sort((a, b) => a.version - b.version)) {
    const { indicator, version } = definition;
    earlier.set(indicator, [...(earlier.get(indicator) ?? []), { version, definition: definition as unknown as Json }]);
  }
  return earlier;
}

/** Codes that programmes give themselves. Of two programmes with the same code, the first by name says what it is called. */
function targetGroups(programmes: ProgrammeDefinition[]): Code[] {
  const groups = new Map<string, Code>();
  for (const { code, title } of programmes.flatMap((programme) => programme.target_groups)) {
    if (!groups.has(code)) groups.set(code, { code, title: title ?? { sv: code, en: code } });
  }
  return [...groups.values()];
}

function nameProblems(file: string, name: string): Problem[] {
  if (/^[a-z][a-z0-9_]*$/.test(name)) return [];
  return [
    {
      file,
      message: {
        sv: `En vys filnamn blir dess namn i SQL: små bokstäver a–z, siffror och understreck. "${name}" är inte ett sådant.`,
        en: `A view's file name becomes its name in SQL: small letters a–z, digits and underscores. "${name}" is not one.`,
      },
    },
  ];
}

/** Puts in what columns and parameters are called, and which list names a column's codes: that of its own name, if any. */
function labelled<View extends { columns: ColumnMeta[]; params: ParamMeta[] }>(
  view: View,
  codes: Record<string, Code[]>,
): View {
  const label = (list: string, name: string) => codes[list]?.find(({ code }) => code === name)?.title;
  return {
    ...view,
    columns: view.columns.map((column) => ({
      ...column,
      label: label("column", column.name) ?? column.label,
      ...(column.codes === undefined && codes[column.name] && column.type === "varchar" && { codes: column.name }),
    })),
    params: view.params.map((param) => ({ ...param, label: label("parameter", param.name) ?? param.label })),
  };
}

import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Code, ColumnMeta, ParamMeta, Problem } from "../contract.ts";
import { readStoredTables, type StoredTable } from "./canonical.ts";
import { readCodes } from "./codes.ts";
import { type Reading, readIndicator, readProgramme, readScale } from "./definitions.ts";
import { readView } from "./header.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import type { ScaleDefinition } from "./scale-definition.ts";
import type { LibraryView } from "./view-definitions.ts";

export type Origin = "shipped" | "workspace";

/** Everything that is written as text: what ships with the product, and what the workspace has of its own. */
export interface Library {
  views: LibraryView[];
  /** Macros that the views stand on. They ship with the product. */
  base: { file: string; sql: string }[];
  /** Of the extract format, declared by what ships. */
  tables: StoredTable[];
  codes: Record<string, Code[]>;
  indicators: Owned<IndicatorDefinition>[];
  programmes: Owned<ProgrammeDefinition>[];
  scales: Owned<ScaleDefinition>[];
  /** A file with a problem is left out, and the rest goes on working. */
  problems: Problem[];
}

/** A definition, with the file that it stands in. */
export type Owned<Definition> = Definition & { file: string; origin: Origin };

export interface LibraryFolder {
  path: string;
  origin: Origin;
}

interface TextFile {
  file: string;
  name: string;
  text: string;
  origin: Origin;
}

/** Reads the folders, the shipped one first. */
export async function readLibrary(folders: LibraryFolder[]): Promise<Library> {
  const problems: Problem[] = [];
  const shipped = folders.filter(({ origin }) => origin === "shipped");
  const files = async (kind: string, extension: string) => {
    // Macros are the rules that every figure stands on, so a workspace has none of its own.
    const from = kind === "base" ? shipped : folders;
    return unique((await Promise.all(from.map((folder) => textFiles(folder, kind, extension)))).flat(), problems);
  };

  const codes = Object.fromEntries(
    (await files("codes", ".csv")).map(({ file, name, text }) => {
      const read = readCodes(file, text);
      problems.push(...read.problems);
      return [name, read.codes];
    }),
  );
  const views = (await files("views", ".sql")).flatMap(({ file, name, text, origin }) => {
    const read = readView(file, text);
    problems.push(...read.problems, ...nameProblems(file, name));
    return read.view && nameProblems(file, name).length === 0 ? [{ ...labelled(read.view, codes), file, origin }] : [];
  });
  const definitions = async <Definition>(kind: string, read: (file: string, json: unknown) => Reading<Definition>) =>
    (await files(kind, ".json")).flatMap((source): Owned<Definition>[] => {
      const { definition, problems: found } = readJson(source, read);
      problems.push(...found);
      return definition === undefined ? [] : [{ ...definition, file: source.file, origin: source.origin }];
    });
  return {
    views,
    base: (await files("base", ".sql")).map(({ file, text }) => ({ file, sql: text })),
    tables: (await Promise.all(shipped.map(({ path }) => readStoredTables(path)))).flat(),
    codes,
    indicators: await definitions("indicators", readIndicator),
    programmes: await definitions("programmes", readProgramme),
    scales: await definitions("scales", readScale),
    problems,
  };
}

async function textFiles(folder: LibraryFolder, kind: string, extension: string): Promise<TextFile[]> {
  const names = await readdir(join(folder.path, kind)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return Promise.all(
    names
      .filter((name) => extname(name) === extension)
      .sort()
      .map(async (name) => ({
        file: `${kind}/${name}`,
        name: basename(name, extension),
        text: await readFile(join(folder.path, kind, name), "utf8"),
        origin: folder.origin,
      })),
  );
}

/** What ships cannot be replaced silently: the same name would mean two things in two workspaces. */
function unique(files: TextFile[], problems: Problem[]): TextFile[] {
  const shipped = new Set(files.filter(({ origin }) => origin === "shipped").map(({ name }) => name));
  return files.filter(({ file, name, origin }) => {
    if (origin === "shipped" || !shipped.has(name)) return true;
    problems.push({
      file,
      message: {
        sv: `"${name}" följer redan med programmet. Välj ett annat namn på filen.`,
        en: `"${name}" is already shipped with the product. Choose another name for the file.`,
      },
    });
    return false;
  });
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

function readJson<Definition>(
  { file, text }: TextFile,
  read: (file: string, json: unknown) => Reading<Definition>,
): Reading<Definition> {
  try {
    return read(file, JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      problems: [
        {
          file,
          message: {
            sv: `Filen är inte giltig JSON (${error.message}). Rätta den i en textredigerare.`,
            en: `The file is not valid JSON (${error.message}). Correct it in a text editor.`,
          },
        },
      ],
    };
  }
}

/** Puts in what columns and parameters are called, and which list names a column's codes. */
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

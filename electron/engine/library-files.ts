import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Problem } from "../contract.ts";
import type { Reading } from "./definitions.ts";

export type Origin = "shipped" | "workspace";

/** Where a workspace keeps the versions before the present one, in the folder of the definitions. */
export const earlierFolder = "earlier";

export interface LibraryFolder {
  path: string;
  origin: Origin;
}

export interface TextFile {
  /** Path in its folder, as problems name it. */
  file: string;
  name: string;
  text: string;
  origin: Origin;
}

/** The files of one kind, such as `views/*.sql`. A folder that is not there has none. */
export async function readTextFiles(folders: LibraryFolder[], kind: string, extension: string): Promise<TextFile[]> {
  return (await Promise.all(folders.map((folder) => readFolder(folder, kind, extension)))).flat();
}

async function readFolder({ path, origin }: LibraryFolder, kind: string, extension: string): Promise<TextFile[]> {
  const names = await readdir(join(path, kind)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const wanted = names.filter((name) => extname(name) === extension).sort();
  return Promise.all(
    wanted.map(async (name) => ({
      file: `${kind}/${name}`,
      name: basename(name, extension),
      text: await readFile(join(path, kind, name), "utf8"),
      origin,
    })),
  );
}

/** Leaves out what has the name of something shipped: one name must not mean two things in two workspaces. */
export function withoutDoubles(files: TextFile[], problems: Problem[]): TextFile[] {
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

/** Reads a definition whose own name, under `key`, must be the file's: that is how it is found and kept apart. */
export function readDefinitionFile<Definition extends { [key in Key]: string }, Key extends string>(
  { file, name, text }: TextFile,
  key: Key,
  read: (file: string, json: unknown) => Reading<Definition>,
): Reading<Definition> {
  const parsed = parseJson(text);
  if (parsed instanceof SyntaxError) {
    return refused(file, undefined, {
      sv: `Filen är inte giltig JSON (${parsed.message}). Rätta den i en textredigerare.`,
      en: `The file is not valid JSON (${parsed.message}). Correct it in a text editor.`,
    });
  }
  const reading = read(file, parsed);
  const own = reading.definition?.[key];
  if (own === undefined || own === name) return reading;
  return refused(file, key, {
    sv: `Filen heter "${name}" men definierar "${own}". Låt båda heta likadant.`,
    en: `The file is called "${name}" but defines "${own}". Give both the same name.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function refused(file: string, where: string | undefined, message: Problem["message"]): { problems: Problem[] } {
  return { problems: [{ file, ...(where && { where }), message }] };
}

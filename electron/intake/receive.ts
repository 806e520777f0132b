import { lstat, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";
import { hasIdentityNumber } from "./identifiers.ts";
import { linkMessage, type ReceiveOptions } from "./receive-options.ts";
import { receiveZip } from "./receive-zip.ts";
import { fileBytes, type ReceivedFile, receiveFile } from "./received-file.ts";
import { type Findings, note, refuse } from "./report.ts";

/** What operating systems put into folders and archives by themselves. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$|~\$[^/]*$)/i;

/** Copies a package into the staging folder. What is wrong with it as a package goes into the findings. */
export async function receivePackage(options: ReceiveOptions): Promise<ReceivedFile[]> {
  const found = await stat(options.source).catch((error: unknown) => {
    throw new Refusal(
      "package_missing",
      {
        sv: `Det finns ingen fil eller mapp ${options.source}. Kontrollera sökvägen.`,
        en: `There is no file or folder ${options.source}. Check the path.`,
      },
      { cause: error },
    );
  });
  const files = found.isDirectory() ? await receiveFolder(options) : await receiveZip(options);
  const kept = withoutTopFolder(files.filter(({ name }) => !litter.test(name)));
  const named = kept.filter(({ name }) => !hasIdentityNumber(name));
  if (kept.length < files.length) {
    note(
      options.findings,
      "Filer som operativsystemet lägger till (till exempel __MACOSX och Thumbs.db) har lämnats därhän.",
      "Files that an operating system adds by itself (such as __MACOSX and Thumbs.db) were passed over.",
    );
  }
  if (named.length < kept.length) {
    refuse(options.findings, { file: "." }, "identifier_file_name", {
      sv: "Ett filnamn innehåller ett personnummer. Namnet visas och sparas inte. Be leverantören byta namn på filen och skicka paketet på nytt.",
      en: "A file's name holds a personal identity number. The name is neither shown nor kept. Ask the supplier to rename the file and to send the package again.",
    });
  }
  if (kept.length === 0 && options.findings.refusals.length === 0) {
    refuse(options.findings, { file: "." }, "empty_package", {
      sv: "Paketet är tomt. Det ska innehålla extract.json och en fil för varje tabell.",
      en: "The package is empty. It should hold extract.json and one file for each table.",
    });
  }
  return named;
}

async function receiveFolder({ source, target, findings, onBytes, signal }: ReceiveOptions): Promise<ReceivedFile[]> {
  const names = await listFolder(source, findings);
  let total = 0;
  for (const name of names) total += (await stat(join(source, name))).size;
  const files: ReceivedFile[] = [];
  for (const name of names) {
    const path = join(target, name);
    await mkdir(dirname(path), { recursive: true });
    const bytes = fileBytes(join(source, name), signal);
    files.push(await receiveFile(bytes, name, path, (count) => onBytes(count, total)));
  }
  return files;
}

async function listFolder(folder: string, findings: Findings, below = ""): Promise<string[]> {
  const names: string[] = [];
  for (const entry of (await readdir(join(folder, below))).sort()) {
    const name = below === "" ? entry : `${below}/${entry}`;
    const found = await lstat(join(folder, name));
    if (found.isDirectory()) names.push(...(await listFolder(folder, findings, name)));
    else if (found.isFile()) names.push(name);
    else refuse(findings, { file: name }, "link", linkMessage);
  }
  return names;
}

/** Zipping a folder often puts everything into one folder of its name; that folder is the package. */
function withoutTopFolder(files: ReceivedFile[]): ReceivedFile[] {
  const top = files[0]?.name.match(/^[^/]+\//)?.[0];
  if (top === undefined || !files.every(({ name }) => name.startsWith(top))) return files;
  return withoutTopFolder(files.map((file) => ({ ...file, name: file.name.slice(top.length) })));
}

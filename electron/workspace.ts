import { access, constants, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Language } from "./contract.ts";
import { diskRefusal } from "./disk-refusal.ts";
import { removeStaleStaging } from "./intake/staging.ts";
import { makeFolder } from "./make-folder.ts";
import { Refusal } from "./refusal.ts";
import { type WorkspaceSettings, workspaceSettings } from "./workspace-settings.ts";
import { writeWhole } from "./write-whole.ts";

/** A folder of plain files that one evaluation lives in. */
export interface Workspace {
  folder: string;
  settings: WorkspaceSettings;
}

const settingsFile = "workspace.json";

// What a person writes is fit for git. Participant data and what is derived from it are not, nor what hidden numbers are.
const ignoredByGit = "extracts/\nledger/\n.build/\n";

/** Makes the folder, which may exist if it is empty. */
export async function createWorkspace(
  folder: string,
  settings: { name: string; language: Language; programmes: string[] },
): Promise<Workspace> {
  checkPath(folder);
  try {
    await makeFolder(folder);
    if ((await readdir(folder)).length > 0) throw notEmpty(folder);
    for (const name of ["extracts", "views", "indicators", "programmes", "scales", "mappings", ".build"]) {
      await mkdir(join(folder, name));
    }
    await writeFile(join(folder, ".gitignore"), ignoredByGit);
    // Last, so that a folder with this file is a whole workspace.
    await writeWhole(join(folder, settingsFile), `${JSON.stringify(workspaceSettings.parse(settings), null, 2)}\n`);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EEXIST" || code === "ENOTDIR") throw notFolder(folder, error);
    throw diskRefusal(error, folder) ?? error;
  }
  return openWorkspace(folder);
}

/** Opens a workspace for reading and writing, and removes what a crashed load left behind. */
export async function openWorkspace(folder: string): Promise<Workspace> {
  checkPath(folder);
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EACCES" ? notReadable(folder, error) : notThere(folder, error);
  });
  if (!found.isDirectory()) throw notFolder(folder);
  const settings = parseSettings(folder, await readSettings(folder));
  await proveWritable(folder);
  await removeStaleStaging(folder);
  return { folder, settings };
}

/** DuckDB takes what follows a question mark in a database's path for something else and cannot write there. */
function checkPath(folder: string): void {
  if (!resolve(folder).includes("?")) return;
  throw new Refusal("folder_name", {
    sv: `Sökvägen ${folder} innehåller ett frågetecken, vilket databasen inte klarar. Välj en mapp utan frågetecken i namnet.`,
    en: `The path ${folder} has a question mark in it, which the database cannot handle. Choose a folder without one in its name.`,
  });
}

async function readSettings(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, settingsFile), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw notReadable(folder, error);
    throw new Refusal("not_a_workspace", {
      sv: `Mappen ${folder} är ingen arbetsyta: filen workspace.json finns inte. Välj en annan mapp, eller skapa en arbetsyta.`,
      en: `The folder ${folder} is no workspace: it has no workspace.json. Choose another folder, or create a workspace.`,
    });
  }
}

function parseSettings(folder: string, text: string): WorkspaceSettings {
  const refuse = (detail: string) =>
    new Refusal(
      "workspace_invalid",
      {
        sv: `Filen workspace.json i ${folder} går inte att förstå. Rätta den i en textredigerare.`,
        en: `The file workspace.json in ${folder} cannot be understood. Correct it in a text editor.`,
      },
      { detail },
    );
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw refuse((error as Error).message);
  }
  const parsed = workspaceSettings.safeParse(json);
  if (parsed.success) return parsed.data;
  throw refuse(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
}

/** Rights alone do not tell: a disk can be mounted read-only, and an administrator has every right. */
async function proveWritable(folder: string): Promise<void> {
  const probe = join(folder, ".build", `.probe-${process.pid}`);
  try {
    await access(folder, constants.W_OK);
    await makeFolder(join(folder, ".build"));
    await makeFolder(join(folder, "extracts"));
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw diskRefusal(error, folder) ?? notFolder(join(folder, ".build"), error);
  }
}

function notThere(folder: string, cause: unknown): Refusal {
  return new Refusal(
    "workspace_missing",
    {
      sv: `Det finns ingen mapp ${folder}. Kontrollera sökvägen, eller skapa en arbetsyta där.`,
      en: `There is no folder ${folder}. Check the path, or create a workspace there.`,
    },
    { cause },
  );
}

function notReadable(folder: string, cause: unknown): Refusal {
  return new Refusal(
    "workspace_unreadable",
    {
      sv: `Arbetsytan ${folder} går inte att läsa. Be om läsrättighet till mappen.`,
      en: `The workspace ${folder} cannot be read. Ask for the right to read the folder.`,
    },
    { cause },
  );
}

function notFolder(path: string, cause?: unknown): Refusal {
  return new Refusal(
    "not_a_folder",
    {
      sv: `${path} är en fil, men där behövs en mapp. Välj en annan plats.`,
      en: `${path} is a file where a folder is needed. Choose another place.`,
    },
    { cause },
  );
}

function notEmpty(folder: string): Refusal {
  return new Refusal("folder_not_empty", {
    sv: `Mappen ${folder} är inte tom. Välj en tom eller ny mapp för arbetsytan.`,
    en: `The folder ${folder} is not empty. Choose an empty or new folder for the workspace.`,
  });
}

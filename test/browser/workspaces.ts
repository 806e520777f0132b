import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { createDemo } from "../../electron/synth/demo.ts";
import { writePackage } from "../../electron/synth/package.ts";
import { readRecipe } from "../../electron/synth/read-recipe.ts";
import { createWorkspace } from "../../electron/workspace.ts";

/** The programme that the tests look at. */
export const programme = "varmlands-arbetskraft-2";

/** The demonstration, with a view of the evaluator's own that has a parameter, and one that has an error. */
export async function demonstration(folder: string): Promise<string> {
  await createDemo({ folder });
  await writeFile(join(folder, "views", "left_for.sql"), leftFor);
  await writeFile(join(folder, "views", "broken.sql"), leftFor.replace("as e\n", "as e join nowhere on true\n"));
  return folder;
}

export async function emptyWorkspace(folder: string): Promise<string> {
  await createWorkspace(folder, { name: "Ny utvärdering", language: "sv", programmes: [programme] });
  return folder;
}

/** A package as a supplier would deliver it. */
export async function deliveredPackage(out: string, participants?: number): Promise<string> {
  const recipe = await readRecipe(join(shippedQueries(), "synth", `${programme}.json`));
  await writePackage({ recipe, seed: 7, out, participants });
  return out;
}

/** A package of the intake's tests, made out for a programme that the workspace knows. */
export async function dirtyPackage(name: string, out: string): Promise<string> {
  const source = resolve(import.meta.dirname, "../intake/packages", name, "package");
  await mkdir(out, { recursive: true });
  await cp(source, out, { recursive: true });
  const manifest = JSON.parse(await readFile(join(out, "extract.json"), "utf8"));
  await writeFile(join(out, "extract.json"), JSON.stringify({ ...manifest, programme }));
  return out;
}

const leftFor = `-- Persons who have left for one reason, per sex.
--
-- Counts the last exit of each person.
--
-- @title.sv Avslutade av en viss orsak, efter kön
-- @description.sv Räknar varje persons sista avslut.
-- @param programme varchar = current
-- @param cutoff date = as_of
-- @param selection varchar = null
-- @param reason varchar = work in exit_reason  the reason that is looked at
-- @column sex varchar [by]
-- @column k integer [count]  persons
-- @chart bars x=k y=sex
select e.sex, count(*)::integer as k
from last_exit($programme, $cutoff, $selection) as e
where e.exit_reason = $reason
group by all
`;

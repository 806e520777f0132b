import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { type Recipe, recipeSchema } from "./recipe.ts";
import { recipeProblems } from "./recipe-problems.ts";
import { surveyProblems } from "./survey-problems.ts";

/** All recipes of a folder, by their place in the demonstration. */
export async function readRecipes(folder: string): Promise<Recipe[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const recipes = await Promise.all(files.map((name) => readRecipe(join(folder, name))));
  return recipes.sort((a, b) => a.place - b.place);
}

/** Reads a recipe file. A recipe that contradicts itself is refused with all its problems. */
export async function readRecipe(path: string): Promise<Recipe> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw refusal(path, [cause instanceof Error ? cause.message : String(cause)], cause);
  }
  return toRecipe(json, path);
}

/** The recipe, where `json` is one; `name` says in a refusal which file it was. */
export function toRecipe(json: unknown, name: string): Recipe {
  const parsed = recipeSchema.safeParse(json);
  if (!parsed.success) {
    throw refusal(
      name,
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
  }
  const problems = [...recipeProblems(parsed.data), ...surveyProblems(parsed.data)];
  if (problems.length > 0) throw refusal(name, problems);
  return parsed.data;
}

function refusal(name: string, problems: string[], cause?: unknown): Refusal {
  return new Refusal(
    "recipe",
    {
      sv: `Receptet ${name} går inte att använda: ${problems.length} fel.`,
      en: `The recipe ${name} cannot be used: ${problems.length} problems.`,
    },
    { detail: problems.join("\n"), cause },
  );
}

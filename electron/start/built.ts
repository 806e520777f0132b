import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";

/** The folder `out/`, from wherever in it, or in the sources, this code runs. */
export function builtFolder(): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    for (const built of [folder, join(folder, "out")]) {
      if (existsSync(join(built, "preload")) && existsSync(join(built, "renderer"))) return built;
    }
  }
  throw new Refusal("not_built", {
    sv: "Appen är inte byggd. Kör npm run build.",
    en: "The app has not been built. Run npm run build.",
  });
}

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder `queries/` that ships with the product: beside the sources, beside `out/`, or in the packaged app. */
export function shippedQueries(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "queries", "views"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("queries/ is not where the product was installed");
    folder = parent;
  }
  return join(folder, "queries");
}

import { InvalidArgumentError, Option } from "commander";
import type { Dimension } from "../disclosure/dimension.ts";
import { Refusal } from "../refusal.ts";
import { readHierarchy } from "./hierarchy-file.ts";
import { say, type Terminal } from "./terminal.ts";

/** Column → the file of its groups. */
export type HierarchyFiles = ReadonlyMap<string, string>;

export function hierarchyOption(): Option {
  const text = "the groups that a column's codes add up to, from a file of code,parent; once for each such column";
  return new Option("--hierarchy <column=file.csv>", text).argParser(collectFiles).default(new Map(), "none");
}

/** What a table is broken down by: each column's codes, with the groups of those that have a file of them. */
export async function readDimensions(
  terminal: Terminal,
  by: readonly string[],
  codes: readonly string[][],
  hierarchy: HierarchyFiles,
): Promise<Dimension[]> {
  const unknown = Array.from(hierarchy.keys()).find((name) => !by.includes(name));
  if (unknown !== undefined) throw notBrokenDown(unknown, by);
  const dimensions = await Promise.all(
    by.map(async (name, at) => {
      const path = hierarchy.get(name);
      const own = { name, codes: codes[at]! };
      return path === undefined ? own : { ...own, parents: await readHierarchy(path, name, own.codes) };
    }),
  );
  sayUngrouped(terminal, dimensions);
  return dimensions;
}

/** A code that is misspelt in one of the files would otherwise be missing from its group's sum without a word. */
function sayUngrouped(terminal: Terminal, dimensions: readonly Dimension[]): void {
  for (const { name, codes, parents } of dimensions) {
    const ungrouped = parents ? codes.filter((code) => !Object.hasOwn(parents, code)) : [];
    if (ungrouped.length === 0) continue;
    const named = ungrouped.slice(0, 10).join(", ") + (ungrouped.length > 10 ? ", …" : "");
    say(terminal, {
      sv: `Utan grupp i kolumnen "${name}", alltså direkt under alla: ${named}.`,
      en: `Without a group in column "${name}", so directly under all: ${named}.`,
    });
  }
}

function collectFiles(text: string, previous: HierarchyFiles): HierarchyFiles {
  const at = text.indexOf("=");
  const [column, path] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || path === "") throw new InvalidArgumentError("It must be written column=file.csv.");
  if (previous.has(column)) throw new InvalidArgumentError("Give each column one file.");
  return new Map([...previous, [column, path]]);
}

function notBrokenDown(name: string, by: readonly string[]): Refusal {
  return new Refusal("unknown_column", {
    sv: `--hierarchy nämner kolumnen "${name}", som inte står i --by. Där står ${by.join(", ")}.`,
    en: `--hierarchy names the column "${name}", which is not in --by. There are ${by.join(", ")}.`,
  });
}

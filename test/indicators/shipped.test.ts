import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readIndicator, readProgramme } from "../../electron/engine/definitions.ts";

const queries = join(import.meta.dirname, "../../queries");
const files = (folder: string) =>
  readdirSync(join(queries, folder))
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ file, json: JSON.parse(readFileSync(join(queries, folder, file), "utf8")) as unknown }));
const indicators = files("indicators").map(({ file, json }) => ({ file, ...readIndicator(file, json) }));
const programmes = files("programmes").map(({ file, json }) => ({ file, ...readProgramme(file, json) }));

describe("shipped definitions", () => {
  it.each([...indicators, ...programmes])("$file has no problem", ({ problems }) => {
    expect(problems).toEqual([]);
  });

  it("are named as their files are", () => {
    for (const { file, definition } of indicators) expect(`${definition?.indicator}.json`).toBe(file);
    for (const { file, definition } of programmes) expect(`${definition?.programme}.json`).toBe(file);
  });

  it("list only indicators that exist, in programmes, goals, nodes and reported figures", () => {
    const known = new Set(indicators.map(({ definition }) => definition?.indicator));
    for (const { definition } of programmes) {
      const named = [
        ...definition!.indicators,
        ...definition!.goals.flatMap((goal) => goal.indicators),
        ...(definition!.theory?.nodes ?? []).flatMap((node) => node.indicators),
      ];
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    }
  });
});

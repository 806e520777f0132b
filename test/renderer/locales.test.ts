import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { pages } from "../../renderer/pages/pages.ts";

const renderer = resolve(import.meta.dirname, "../../renderer");
const read = (language: string) =>
  flatten(JSON.parse(readFileSync(join(renderer, `locales/${language}.json`), "utf8")));
const swedish = read("sv");
const english = read("en");

it("both languages have the same sentences", () => {
  expect([...english.keys()]).toEqual([...swedish.keys()]);
});

it.each([...swedish.keys()])("%s has the same gaps in both languages", (key) => {
  const gaps = (text: string | undefined) => [...(text ?? "").matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();
  expect(gaps(english.get(key))).toEqual(gaps(swedish.get(key)));
});

it.each(pages.map((page) => page.name))("the page %s has a name", (name) => {
  expect(swedish.get(`page.${name}`)).toBeTruthy();
});

it("every sentence that is asked for is there", () => {
  const asked = sources(renderer).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bt\("([\w.]+)"/g)].map((match) => match[1] as string),
  );
  const known = (key: string) => swedish.has(key) || swedish.has(`${key}_one`);
  expect(asked.filter((key) => !known(key))).toEqual([]);
});

function flatten(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, inner]) => [...flatten(inner, path === "" ? key : `${path}.${key}`)]));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readLibrary } from "../../electron/engine/library.ts";
import { regionMacro } from "../../electron/engine/regions.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { indicator, workplace } from "../indicators/ask.ts";
import { leavers } from "./made.ts";

const folder = mkdtempSync(join(tmpdir(), "regions-"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = { sv: "Väst", en: "West" };

async function libraryWith(regions: Record<string, unknown>) {
  await rmSync(join(folder, "regions"), { recursive: true, force: true });
  await mkdir(join(folder, "regions"));
  for (const [name, json] of Object.entries(regions)) {
    await writeFile(join(folder, "regions", `${name}.json`), JSON.stringify({ region: name, ...(json as object) }));
  }
  return readLibrary([
    { path: shippedQueries(), origin: "shipped" },
    { path: folder, origin: "workspace" },
  ]);
}

it("knows 290 municipalities, each in one of the 21 counties", async () => {
  const { codes } = await libraryWith({});
  const counties = codes.county!.map(({ code }) => code);
  expect(counties).toHaveLength(21);
  expect(codes.municipality).toHaveLength(290);
  expect(new Set(codes.municipality!.map(({ code }) => code.slice(0, 2)))).toEqual(new Set(counties));
});

it("groups and compares by county, the first two digits of the municipality", async () => {
  // Arboga (19), Boden (25), Dals-Ed (14), Eda (17), Falun (20), Gävle (21), Habo and Jönköping (06).
  const place = await workplace(leavers([1, 2, 3, 4, 5, 6, 7, 8], [10, 10, 10, 10, 10, 10, 10, 10]));
  try {
    const rows = await place.ask(indicator(), {
      by: ["county"],
      comparison: { unit: "county", pairs: false, standardise: [] },
    });
    // In the order of their names, from Dalarna to Västra Götaland.
    expect(rows.map(({ county, k, n }) => `${county} ${k}/${n}`)).toEqual([
      "20 5/10",
      "21 6/10",
      "06 15/20",
      "25 2/10",
      "17 4/10",
      "19 1/10",
      "14 3/10",
    ]);
  } finally {
    await place.close();
  }
});

it("groups by the regions of the workspace; a municipality in none is unknown", async () => {
  const { regions, codes, problems } = await libraryWith({
    west: { title: text, municipalities: ["1984", "1438"], source: "test" },
  });
  expect(problems).toEqual([]);
  expect(codes.region).toEqual([
    { code: "west", title: text },
    { code: "U", title: { sv: "Ingen region", en: "No region" } },
  ]);
  const place = await workplace(leavers([1, 2, 3], [10, 10, 10]), { regions });
  try {
    const rows = await place.ask(indicator(), { by: ["region"] });
    expect(rows.map(({ region, k, n }) => `${region} ${k}/${n}`)).toEqual(["U 2/10", "west 4/20"]);
  } finally {
    await place.close();
  }
});

it("tells of a municipality in two regions, and of a code that is none", async () => {
  const { problems } = await libraryWith({
    east: { title: text, municipalities: ["1984", "0000"], source: "test" },
    west: { title: text, municipalities: ["1984"], source: "test" },
    wrong: { title: text, municipalities: [] },
  });
  expect(problems.map(({ file, where, message }) => `${file} ${where} ${message.en}`)).toEqual([
    'regions/wrong.json $.municipalities "municipalities" must not be empty.',
    'regions/wrong.json $.source The field "source" is missing. Give it.',
    'regions/east.json $.municipalities[1] There is no municipality with the code "0000". Write four digits, such as 1781.',
    'regions/west.json $.municipalities[0] The municipality 1984 already belongs to the region "east" and is counted there. Remove it from one of them.',
  ]);
});

it("is null for every municipality where the workspace has no regions", () => {
  expect(regionMacro([])).toBe("create macro region_of(municipality) as (case when true then null::varchar end)");
});

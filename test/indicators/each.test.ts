import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFigures } from "../../electron/cli/table.ts";
import type { Denominator } from "../../electron/contract.ts";
import { openHost } from "../../electron/engine/host.ts";
import { type Breakdown, breakdowns } from "../../electron/engine/indicator-definition.ts";
import { createDemo } from "../../electron/synth/demo.ts";
import { indicator, programme, type Tables, workplace } from "./ask.ts";
import { mood } from "./mood.ts";
import type { RawDefinition } from "./naive.ts";
import { days, dice, randomDefinition, randomPackage, seeded } from "./random.ts";
import { randomOther, withSurveys } from "./random-surveys.ts";

// Divided by each of its columns at once, an indicator says what it says divided by one after the other.

type Row = Record<string, unknown>;

/** The rows of one column, or of the total, as they would be by themselves. Only a year can be unknown and null. */
function partOf(rows: Row[], by: readonly string[], column: string | undefined): Row[] {
  const whose = (row: Row) => (row.margin ? undefined : (by.find((each) => row[each] !== null) ?? "year"));
  return rows
    .filter((row) => whose(row) === column)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name === column || !by.includes(name))));
}

/** With the last digits off: sums of fractions come in another order. */
function plain(rows: Row[]): Row[] {
  return rows.map(({ margin: _, ...row }) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === "number" ? Number(value.toFixed(9)) : value]),
    ),
  );
}

const scopes = [
  {},
  { sex: "F" },
  { municipality: "1781" },
  { municipality: "1781", sex: "F" },
  { age_band: "15-19" },
  { foreign_born: "Y", sex: "M" },
];
const targets = scopes.flatMap((scope, index) =>
  [
    { unit: "share", value: 0.1 * index + 0.2 },
    { unit: "count", value: index + 1 },
    { unit: "score", value: index },
  ].map((promise) => ({ indicator: "case", comparator: ">=", scope, source: `${index}`, ...promise })),
);
const selections: Record<string, string[]>[] = [
  {},
  { municipality: ["1781"] },
  { municipality: ["1781", "1784"] },
  { sex: ["F"] },
  { sex: ["F", "M"], age_band: ["15-19"] },
];

describe("an indicator divided by each of several columns", () => {
  it.each(Array.from({ length: 8 }, (_, seed) => seed + 1))("says what each says alone, package %i", async (seed) => {
    const roll = dice(seeded(seed * 104_729));
    const data = withSurveys(randomPackage(roll), roll);
    const asked = programme({ indicators: ["case"], targets });
    const options = { programme: asked, as_of: "2023-12-31", scales: [mood] };
    const place = await workplace({ ...data } as unknown as Tables, options);
    try {
      for (let pair = 0; pair < 30; pair++) {
        const other = [indicator({ ...randomDefinition(roll, "other", null) })];
        const raw: RawDefinition = roll.chance(0.5) ? randomOther(roll) : randomDefinition(roll, "case", "other");
        const definition = indicator({ ...raw });
        const answers =
          ["respondents", "pairs"].includes(raw.denominator!) || raw.count === "contacts" || raw.kind === "milestone";
        const columns = answers ? breakdowns : breakdowns.filter((column) => column !== "mode");
        const by: Breakdown[] = roll.some(columns, 5);
        const question = {
          denominator: raw.denominator! as Denominator,
          cutoff: roll.one(days),
          selection: roll.one(selections),
        };
        const each = await place.ask(definition, { ...question, by, margins: "each" }, other);
        const spot = JSON.stringify({ seed, raw, by, question });
        const total = await place.ask(definition, question, other);
        expect(each.filter(({ margin }) => margin).length, spot).toBe(1);
        expect(each.at(-1)?.margin, spot).toBe(true);
        expect(plain(partOf(each, by, undefined)), spot).toEqual(plain(total));
        for (const column of by) {
          const alone = await place.ask(definition, { ...question, by: [column] }, other);
          expect(plain(partOf(each, by, column)), `${column} ${spot}`).toEqual(plain(alone));
        }
      }
    } finally {
      await place.close();
    }
  });

  it("does so for every indicator of the demonstration, in one Table with the columns in their order", async () => {
    const folder = await mkdtemp(join(tmpdir(), "each-"));
    await createDemo({ folder: join(folder, "workspace") });
    const host = await openHost({ workspace: join(folder, "workspace"), room: "evaluator" });
    const { programmes, indicators } = await host.catalog({});
    let compared = 0;
    for (const { name: programmeName, indicators: listed } of programmes) {
      for (const { name, breakdowns: by } of indicators.filter((entry) => listed.includes(entry.name))) {
        const figures = [
          { indicator: name, by, margins: "each" as const },
          { indicator: name },
          ...by.map((column) => ({ indicator: name, by: [column] })),
        ];
        const read = readFigures(await host.figures({ scope: { programme: programmeName }, figures }));
        const tables = read.map(({ columns, length, value, meta }) => {
          expect(meta.fault).toBeUndefined();
          return Array.from(
            { length },
            (_, row): Row => Object.fromEntries(columns.map((column, index) => [column, value(row, index)])),
          );
        });
        const [each, total, ...alone] = tables;
        if (by.length === 0) continue;
        expect(read[0]!.columns.slice(0, by.length + 1)).toEqual([...by, "margin"]);
        expect(plain(partOf(each!, by, undefined)), name).toEqual(plain(total!));
        for (const [index, column] of by.entries())
          expect(plain(partOf(each!, by, column)), `${name} ${column}`).toEqual(plain(alone[index]!));
        compared += by.length;
      }
    }
    expect(compared).toBeGreaterThan(100);
    await host.close();
    await rm(folder, { recursive: true, force: true });
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Value } from "../../electron/contract.ts";
import { readIndicator, readProgramme } from "../../electron/engine/definitions.ts";
import { compileIndicator } from "../../electron/engine/indicator.ts";
import type { IndicatorQuestion } from "../../electron/engine/indicator-context.ts";
import type { IndicatorDefinition } from "../../electron/engine/indicator-definition.ts";
import { type Library, readLibrary } from "../../electron/engine/library.ts";
import type { ProgrammeDefinition } from "../../electron/engine/programme-definition.ts";
import type { ScaleDefinition } from "../../electron/engine/scale-definition.ts";
import { openSession } from "../../electron/engine/session.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { type FixtureRow, writeBuild } from "../fixtures/build.ts";

// Its macros only; the views are other tests' business.
const library = readLibrary([{ path: shippedQueries(), origin: "shipped" }]);

export type Tables = Record<string, FixtureRow[]>;

const text = { sv: "…", en: "…" };

/** A programme of 2021–2022 in two municipalities, with whatever the case needs beside. */
export function programme(given: Record<string, unknown> = {}): ProgrammeDefinition {
  const { definition, problems } = readProgramme("programme.json", {
    programme: "case",
    title: text,
    description: text,
    source: "test",
    starts_on: "2021-01-01",
    ends_on: "2022-12-31",
    municipalities: ["1781", "1784"],
    funder: text,
    target_group: text,
    age_bands: [
      { label: "15-19", from: 15, to: 19 },
      { label: "20-24", from: 20, to: 24 },
      { label: "25-29", from: 25, to: 29 },
    ],
    ...given,
  });
  if (!definition) throw new Error(JSON.stringify(problems));
  return definition;
}

/** A share to work or studies among the exited, unless the case says otherwise. */
export function indicator(given: Record<string, unknown> = {}): IndicatorDefinition {
  const share = given.kind === undefined || given.kind === "share";
  const { definition, problems } = readIndicator("indicator.json", {
    indicator: "case",
    title: text,
    description: text,
    source: "test",
    kind: "share",
    ...(share ? { numerator: { exit_reason: ["work", "studies"] }, denominator: "exited" } : {}),
    ...given,
  });
  if (!definition) throw new Error(JSON.stringify(problems));
  return definition;
}

export interface Workplace {
  ask(
    definition: IndicatorDefinition,
    question?: Partial<IndicatorQuestion>,
    others?: IndicatorDefinition[],
  ): Promise<Record<string, unknown>[]>;
  rows(sql: string, params?: Record<string, Value>): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A session on a hand-made package, delivered as of the programme's last day unless told otherwise. */
export async function workplace(
  tables: Tables,
  options: {
    programme?: ProgrammeDefinition;
    as_of?: string;
    scales?: ScaleDefinition[];
    regions?: Library["regions"];
    also?: Tables;
  } = {},
): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), "indicators-"));
  const path = join(folder, "build.duckdb");
  const asked = options.programme ?? programme();
  const manifest = { extract: "a".repeat(64), programme: asked.programme, as_of: options.as_of ?? asked.ends_on };
  const paths = [path, join(folder, "also.duckdb")].slice(0, options.also ? 2 : 1);
  await writeBuild(path, manifest, tables);
  if (options.also) await writeBuild(paths[1]!, { ...manifest, extract: "b".repeat(64) }, options.also);
  const shipped = await library;
  const session = await openSession({
    library: {
      ...shipped,
      views: [],
      regions: options.regions ?? [],
      programmes: [{ ...asked, file: "", origin: "shipped" }],
    },
    extracts: paths.map((file, index) => ({
      ...manifest,
      extract: "ab".charAt(index).repeat(64),
      completeness: "final",
      supplied_by: `supplier ${index}`,
      note: null,
      synthetic: true,
      path: file,
    })),
    database: { threads: 1 },
  });
  return {
    async ask(definition, question = {}, others = []) {
      const { sql, params } = compileIndicator(
        definition,
        asked,
        {
          by: [],
          denominator: definition.denominator,
          cutoff: definition.cutoff === "as_of" ? manifest.as_of : definition.cutoff,
          selection: {},
          margins: false,
          ...question,
        },
        new Map(others.map((other) => [other.indicator, other])),
        new Map((options.scales ?? []).map((scale) => [scale.scale, scale])),
      );
      return session.database.rows(sql, params);
    },
    rows: (sql, params) => session.database.rows(sql, params),
    async close() {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

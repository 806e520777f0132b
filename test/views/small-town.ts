import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLibrary } from "../../electron/engine/library.ts";
import { type BuiltExtract, openSession, type Session } from "../../electron/engine/session.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { type FixtureRow, writeBuild } from "../fixtures/build.ts";

export const programme = "varmlands-arbetskraft-2";

/** The day of most questions; the extract is as of the end of the year. */
export const cutoff = "2022-10-01";

/**
 * Nine people who were met, small enough to count by hand: a returner with two exits (J), one who is back in and leaves
 * after the cut-off (D), one who leaves on its very day (C), one outside the target group (H), one who starts after it (I).
 */
const smallTown: Record<string, FixtureRow[]> = {
  participant: [
    { participant: "A", sex_at_enrolment: "F", birth_year: 2000 },
    { participant: "B", sex_at_enrolment: "M", birth_year: 2001 },
    { participant: "C", sex_at_enrolment: "F", birth_year: 2002 },
    { participant: "D", sex_at_enrolment: "M", birth_year: 1999 },
    { participant: "G", sex_at_enrolment: "X" },
    { participant: "H", sex_at_enrolment: "F", birth_year: 2003 },
    { participant: "I", sex_at_enrolment: "M", birth_year: 2003 },
    { participant: "J", sex_at_enrolment: "F", birth_year: 1994 },
    { participant: "K", sex_at_enrolment: "M" },
  ],
  enrolment: [
    stay("A", "1781", "2021-01-10", "2021-06-30", "work", "kaa"),
    stay("B", "1781", "2021-01-20", "2021-08-15", "studies", "open_intake_self"),
    { ...stay("C", "1781", "2021-03-01", "2022-10-01", "", "pes"), exit_reason: null },
    stay("D", "1780", "2021-02-01", "2021-05-01", "moved", "fk"),
    stay("D", "1780", "2022-01-01", "2022-11-01", "work", "existing_client"),
    stay("G", "1780", "2022-03-01", null, "unknown", "school"),
    { ...stay("H", "1781", "2022-05-01", null, "unknown", "school"), eligible: "N" },
    stay("I", "1780", "2022-11-01", null, "unknown", "pes"),
    stay("J", "1781", "2020-10-01", "2020-12-31", "no_contact", "adult_unit"),
    stay("J", "1781", "2021-09-01", "2022-02-28", "work", "existing_client"),
    { ...stay("K", "1781", "2021-04-01", "2021-07-01", "unknown", "unknown"), age_at_start: 31 },
  ],
  outcome: [
    { enrolment: "E1", kind: "job_unsubsidised", started_on: "2021-07-01" },
    { enrolment: "E1", kind: "studies_komvux", started_on: "2021-08-01" },
    { enrolment: "E3", kind: "job_subsidised", started_on: "2022-09-30" },
    { enrolment: "E4", kind: "driving_licence", started_on: "2021-04-01" },
    { enrolment: "E10", kind: "job_unsubsidised", started_on: "2022-10-02" },
  ],
  followup: [
    { enrolment: "E1", horizon: "exit_90d", due_on: "2021-09-28", contacted_on: "2021-10-01", result: "reached" },
    { enrolment: "E2", horizon: "exit_90d", due_on: "2021-11-13", contacted_on: "2021-11-20", result: "not_reached" },
    { enrolment: "E10", horizon: "exit_90d", due_on: "2022-05-29", contacted_on: "2022-10-05", result: "reached" },
  ],
  set_aside: [
    { table: "enrolment", file: "enrolment.csv", line: 4, column: "exit_reason", rule: "code" },
    { table: "enrolment", file: "enrolment.csv", line: 9, column: "exit_reason", rule: "code" },
  ],
  flag: [{ table: "outcome", rule: "future_date", count: 1 }],
  table_rows: [
    { table: "enrolment", file: "enrolment.csv", rows: 13, kept: 11, set_aside: 2 },
    { table: "outcome", file: "outcome.csv", rows: 5, kept: 5, set_aside: 0 },
  ],
};

function stay(
  participant: string,
  municipality: string,
  started_on: string,
  ended_on: string | null,
  exit_reason: string,
  inflow_route: string,
): FixtureRow {
  return { participant, municipality, started_on, ended_on, exit_reason, inflow_route };
}

export interface Town {
  session: Session;
  close(): Promise<void>;
}

/** A session on the people above, delivered once for each programme that is named; a workspace folder adds its views, `more` further tables. */
export async function openTown(
  programmes = [programme],
  workspace?: string,
  more: Record<string, FixtureRow[]> = {},
): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), "sammanhang-views-"));
  const extracts = programmes.map(
    (name, index): BuiltExtract => ({
      extract: `sha-${index + 1}`,
      programme: name,
      as_of: "2022-12-31",
      completeness: "final",
      supplied_by: `supplier ${index + 1}`,
      note: null,
      synthetic: true,
      path: join(folder, `${index + 1}.duckdb`),
    }),
  );
  for (const { path, ...manifest } of extracts) await writeBuild(path, manifest, { ...smallTown, ...more });
  const library = await readLibrary([
    { path: shippedQueries(), origin: "shipped" },
    ...(workspace === undefined ? [] : [{ path: workspace, origin: "workspace" as const }]),
  ]);
  const session = await openSession({ library, extracts, database: { threads: 2, memoryLimit: "1GB" } });
  return {
    session,
    async close() {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

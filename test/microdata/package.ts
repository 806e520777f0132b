import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Value } from "../../electron/contract.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { type BuiltExtract, openSession } from "../../electron/engine/session.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { type FixtureRow, writeBuild } from "../fixtures/build.ts";

export const programme = "varmlands-arbetskraft-2";

/** A person with one stay, as both tables have it. */
export interface Person {
  municipality: string;
  sex: string;
  age: number;
  foreign_born: string;
  inflow_route: string;
  started_on: string;
  education: string;
  disability: string;
  exit_reason: string | null;
  income_at_start: string;
}

/** The views on some persons of one programme. A second stay is a further person with the same key. */
export async function openPersons(persons: (Partial<Person> & { participant?: string })[]) {
  const folder = await mkdtemp(join(tmpdir(), "sammanhang-microdata-"));
  const extract: BuiltExtract = {
    extract: "sha",
    programme,
    as_of: "2023-12-31",
    completeness: "final",
    supplied_by: "supplier",
    note: null,
    synthetic: true,
    path: join(folder, "build.duckdb"),
  };
  const participants = new Map<string, FixtureRow>();
  const enrolment = persons.map((person, at): FixtureRow => {
    const { sex = "U", foreign_born, education, disability, age, participant = `P${at}`, ...stay } = person;
    if (!participants.has(participant))
      participants.set(participant, { participant, sex_at_enrolment: sex, foreign_born, education, disability });
    const ended_on = stay.exit_reason ? "2023-06-30" : null;
    return { participant, ...stay, exit_reason: stay.exit_reason ?? null, age_at_start: age, ended_on };
  });
  const { path, ...manifest } = extract;
  await writeBuild(path, manifest, { participant: [...participants.values()], enrolment });
  const library = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
  const session = await openSession({ library, extracts: [extract], database: { threads: 2, memoryLimit: "1GB" } });
  return {
    async view(name: string, params: Record<string, Value> = {}): Promise<Record<string, unknown>[]> {
      const { sql, params: bound } = session.viewSql(name, params);
      return session.database.rows(sql, bound);
    },
    session,
    async close() {
      await session.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

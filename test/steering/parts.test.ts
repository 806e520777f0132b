import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isForSteering } from "../../electron/engine/steering-rules.ts";
import { cutoff, openTown, programme, type Town } from "../views/small-town.ts";

// The key `part` of a selection, by which the steering room tells groups of persons apart.
let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test("a mark is MD5's last eight bytes, little endian, so that it stays when the database's own hash changes", async () => {
  const digest = createHash("md5").update(`${programme} pA`).digest();
  const [row] = await town.session.database.rows(
    `select mark_of('${programme}', 'p', 'A') = ${digest.readBigUInt64LE(8)}::ubigint as same`,
  );
  expect(row?.same).toBe(true);
});

describe("everybody is in one of the parts", () => {
  for (const source of ["known_enrolment", "known_exit", "known_response", "last_exit", "first_enrolment"]) {
    test(source, async () => {
      const count = async (selection: object | null) => {
        const given = selection ? `'${JSON.stringify(selection)}'` : "null";
        const sql = `select count(*)::integer as n from ${source}('${programme}', '${cutoff}', ${given})`;
        return Number((await town.session.database.rows(sql))[0]?.n);
      };
      for (const others of [{}, { sex: ["F"] }]) {
        const parts = await Promise.all([0, 1, 2, 3].map((at) => count({ part: [at, 4], ...others })));
        expect(parts.reduce((sum, each) => sum + each, 0)).toBe(await count(others));
        // A coarser division puts together what a finer one divides.
        expect((parts[0] ?? 0) + (parts[2] ?? 0)).toBe(await count({ part: [0, 2], ...others }));
      }
    });
  }
});

test("milestones and contacts are of nobody, so they are in every part", async () => {
  for (const source of ["known_milestone", "known_contact"]) {
    const count = (selection: string) => `(select count(*) from ${source}('${programme}', '${cutoff}', ${selection}))`;
    const [row] = await town.session.database.rows(`select ${count("null")} = ${count(`'{"part": [3, 4]}'`)} as same`);
    expect(row?.same).toBe(true);
  }
});

test("of every view that ships and counts persons, all parts are told in one statement", async () => {
  const views = town.session.views.filter((view) => isForSteering(view) && view.about !== "organisation");
  expect(views.length).toBeGreaterThan(15);
  const refused: string[] = [];
  for (const { name, columns } of views) {
    const counted = columns.filter(({ role }) => role === "by" || role === "base" || role === "count");
    const wanted = counted.map((column) => `answer."${column.name}"`).join(", ");
    const selection = `concat('{"part": [', part.number, ', 8]}')`;
    const sql = `select ${wanted} from range(8) as part(number), lateral (select * from "${name}"(selection := ${selection})) as answer`;
    await town.session.database.rows(sql).catch(() => refused.push(name));
  }
  expect(refused).toEqual([]);
});

import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe("the parts of a bit are everybody, once", () => {
  for (const source of ["known_enrolment", "known_exit", "known_response", "last_exit", "first_enrolment"]) {
    test(source, async () => {
      const count = async (selection: object | null) => {
        const given = selection ? `'${JSON.stringify(selection)}'` : "null";
        const sql = `select count(*)::integer as n from ${source}('${programme}', '${cutoff}', ${given})`;
        return Number((await town.session.database.rows(sql))[0]?.n);
      };
      const all = await count(null);
      const women = await count({ sex: ["F"] });
      for (const bit of [0, 1, 31, 62, 63]) {
        expect((await count({ part: bit })) + (await count({ part: 64 + bit }))).toBe(all);
        expect((await count({ part: bit, sex: ["F"] })) + (await count({ sex: ["F"], part: 64 + bit }))).toBe(women);
      }
      const classes = await Promise.all(Array.from({ length: 64 }, (_, at) => count({ part: 128 + at })));
      expect(classes.reduce((sum, each) => sum + each, 0)).toBe(all);
    });
  }
});

test("milestones and contacts are of nobody, so they are in every part", async () => {
  for (const source of ["known_milestone", "known_contact"]) {
    const count = (selection: string) => `(select count(*) from ${source}('${programme}', '${cutoff}', ${selection}))`;
    const [row] = await town.session.database.rows(`select ${count("null")} = ${count(`'{"part": 7}'`)} as same`);
    expect(row?.same).toBe(true);
  }
});

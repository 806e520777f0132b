import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isForSteering } from "../../electron/engine/steering-rules.ts";
import { partKey } from "../../electron/engine/tracing.ts";
import { cutoff, openTown, programme, type Town } from "../views/small-town.ts";

// The key `part` of a selection, by which the steering room tells groups of persons apart.
let town: Town;

beforeAll(async () => {
  const answered = {
    instrument: "soc13",
    wave: "baseline",
    municipality: "1781",
    answered_on: "2021-09-10",
    mode: "paper",
  };
  const response = [
    { response: "R1", participant: "A", ...answered },
    { response: "R2", participant: "B", ...answered },
    { response: "R3", participant: null, ...answered },
  ];
  town = await openTown([programme], undefined, { response });
});
afterAll(() => town.close());

test("a mark is MD5, so that it stays when the database's own hash changes", async () => {
  const digest = createHash("md5").update(`${programme} pA`).digest("hex");
  const [row] = await town.session.database.rows(`select mark_of('${programme}', 'p', 'A') = '${digest}' as same`);
  expect(row?.same).toBe(true);
});

/** How many rows a source has in each part of everybody. */
function inParts(source: string, others: object): Promise<Record<string, unknown>[]> {
  const { part, schema } = town.session.tracing;
  const rest = JSON.stringify(others).slice(1);
  const sql = `with part as (select distinct ${part("mark")} as name from build_mark),
selected as (
  select name, concat('{"${partKey}":"', name, '"${rest === "}" ? "" : ","}', '${rest}') as selection from part
)
select selected.name, answer.n
from selected, lateral (select count(*)::integer as n from ${source}('${programme}', '${cutoff}', selected.selection)) as answer`;
  return town.session.database.rows(sql, {}, { schema });
}

describe("everybody is in one of the parts", () => {
  for (const source of ["known_enrolment", "known_exit", "known_response", "last_exit", "first_enrolment"]) {
    test(source, async () => {
      for (const others of [{}, { municipality: ["1781"] }]) {
        const parts = await inParts(source, others);
        const whole = `select count(*)::integer as n from ${source}('${programme}', '${cutoff}', '${JSON.stringify(others)}')`;
        const [all] = await town.session.database.rows(whole);
        expect(Number(all?.n)).toBeGreaterThan(0);
        expect(parts.reduce((sum, { n }) => sum + Number(n), 0)).toBe(all?.n);
        expect(parts.filter(({ n }) => Number(n) > 0).length).toBeGreaterThan(1);
      }
    });
  }
});

test("milestones and contacts are of nobody, so they are in every part", async () => {
  for (const source of ["known_milestone", "known_contact"]) {
    const [all] = await town.session.database.rows(
      `select count(*)::integer as n from ${source}('${programme}', '${cutoff}')`,
    );
    const parts = await inParts(source, {});
    expect(parts.length).toBeGreaterThan(1);
    expect(new Set(parts.map(({ n }) => n))).toEqual(new Set([all?.n]));
  }
});

test("where nobody is traced, a part that a selection names is heeded by nothing", async () => {
  const count = (selection: string) => `(select count(*) from known_exit('${programme}', '${cutoff}', ${selection}))`;
  const [row] = await town.session.database.rows(`select ${count("null")} = ${count(`'{"part":"0f"}'`)} as same`);
  expect(row?.same).toBe(true);
});

test("of every view that ships and counts persons, all parts are told in one statement", async () => {
  const views = town.session.views.filter((view) => isForSteering(view) && view.about !== "organisation");
  expect(views.length).toBeGreaterThan(15);
  const refused: string[] = [];
  for (const { name, columns } of views) {
    const counted = columns.filter(({ role }) => role === "by" || role === "base" || role === "count");
    const wanted = counted.map((column) => `answer."${column.name}"`).join(", ");
    const { part, schema } = town.session.tracing;
    const selection = `concat('{"${partKey}":"', part.name, '"}')`;
    const parts = `(select distinct ${part("mark")} as name from build_mark)`;
    const sql = `select ${wanted} from ${parts} as part, lateral (select * from "${name}"(selection := ${selection})) as answer`;
    await town.session.database.rows(sql, {}, { schema }).catch(() => refused.push(name));
  }
  expect(refused).toEqual([]);
});

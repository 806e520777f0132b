import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { openPersons, type Person, programme } from "./package.ts";

/**
 * Ten persons, eleven stays. By town and sex: 1780 F 4 (A–D), 1780 M 3 (E–G), 1781 F 1 (H), 1781 M 2 (I, J). J came twice: the
 * first stay says what is known of J, the last exit why J left.
 */
const town = (participant: string, municipality: string, sex: string, rest: Partial<Person>) => ({
  participant,
  municipality,
  sex,
  started_on: "2021-01-04",
  age: 17,
  foreign_born: "N",
  inflow_route: "pes",
  ...rest,
});
const small = await openPersons([
  town("A", "1780", "F", { exit_reason: "work", age: 16 }),
  town("B", "1780", "F", { exit_reason: "work", age: 18 }),
  town("C", "1780", "F", { exit_reason: "studies", age: 19 }),
  town("D", "1780", "F", { exit_reason: "moved", age: 20 }),
  town("E", "1780", "M", { exit_reason: "work" }),
  town("F", "1780", "M", { exit_reason: "work" }),
  town("G", "1780", "M", { exit_reason: "work" }),
  town("H", "1781", "F", { exit_reason: "illness_care", inflow_route: "fk" }),
  town("I", "1781", "M", { exit_reason: null }),
  town("J", "1781", "M", { exit_reason: "moved" }),
  { ...town("J", "1785", "M", { exit_reason: "work", inflow_route: "kaa" }), started_on: "2022-01-03" },
]);

interface Case {
  columns: string | string[];
  k: number;
  subsets: { columns: string; n_columns: number; is_minimal: boolean }[];
  diversity: { l_entropy: number }[];
  coarsening: { column_name: string; way: string }[];
}
const oracle: { persons: Person[]; cases: Case[] } = JSON.parse(readFileSync("test/oracles/microdata.json", "utf8"));
const drawn = await openPersons(oracle.persons);
afterAll(async () => {
  await small.close();
  await drawn.close();
});

describe("ten persons counted by hand", () => {
  const columns = { quasi_identifiers: ["municipality", "sex"], k: 3 };

  test("classes, the smallest, the unique, and those below k", async () => {
    expect(await small.view("microdata_risk", columns)).toEqual([
      {
        quasi_identifiers: "municipality, sex",
        persons: 10,
        classes: 4,
        smallest_class: 1,
        unique_persons: 1,
        unique_share: 0.1,
        small_class_persons: 3,
        small_class_share: 0.3,
      },
    ]);
  });

  test("neither column alone has a class of fewer than three; both together are the least that has", async () => {
    const found = await small.view("microdata_subsets", columns);
    expect(
      found.map(({ quasi_identifiers, smallest_class, is_minimal }) => [quasi_identifiers, smallest_class, is_minimal]),
    ).toEqual([
      ["municipality", 3, false],
      ["sex", 5, false],
      ["municipality, sex", 1, true],
    ]);
  });

  test("reasons: three men of 1780 all left to work, so being in company protects none of them", async () => {
    const [reason] = (await small.view("microdata_diversity", { quasi_identifiers: ["municipality", "sex"] })).filter(
      ({ sensitive_column }) => sensitive_column === "exit_reason",
    );
    expect(reason).toEqual({
      sensitive_column: "exit_reason",
      l_distinct: 1,
      l_entropy: 1,
      // E, F, G and H; I is still enrolled and J's last exit was to work.
      uniform_persons: 4,
      uniform_share: 0.4,
      uniform_in_company: 3,
    });
    // All in one class of ten: work 6 (A B E F G J), studies 1, moved 1 (D), illness 1, enrolled 1.
    const [whole] = await small.view("microdata_diversity", { quasi_identifiers: ["foreign_born"] });
    expect(whole).toMatchObject({ sensitive_column: "disability", l_distinct: 1, uniform_persons: 10 });
    const entropy = -(0.6 * Math.log(0.6) + 4 * 0.1 * Math.log(0.1));
    const [, all] = await small.view("microdata_diversity", { quasi_identifiers: ["foreign_born"] });
    expect(all).toMatchObject({ sensitive_column: "exit_reason", l_distinct: 5 });
    expect(all?.l_entropy).toBeCloseTo(Math.exp(entropy), 12);
  });

  test("bands instead of ages: A, B, C become one band of the programme and D stays alone", async () => {
    const rows = await small.view("microdata_coarsening", { quasi_identifiers: ["municipality", "sex", "age"], k: 3 });
    const band = rows.find(({ column_name, way }) => column_name === "age" && way === "band");
    // Before: A, B, C, D, H alone, I and J two, E to G three. After: D and H alone, I and J two.
    expect(band).toMatchObject({ small_before: 7, small_after: 4, gained: 3, unique_before: 5, unique_after: 2 });
  });

  test("a route that few have at any stay is merged with others", async () => {
    const rows = await small.view("microdata_coarsening", { quasi_identifiers: ["inflow_route"], k: 3 });
    expect(rows.find(({ way }) => way === "rare")).toMatchObject({
      column_name: "inflow_route",
      small_before: 1,
      small_after: 1,
    });
    expect(rows.find(({ way }) => way === "leave_out")).toMatchObject({ small_before: 1, small_after: 0, gained: 1 });
  });

  test("an extract is looked at by itself", async () => {
    expect(await small.view("microdata_risk", { programme, extract_hash: "sha" })).toHaveLength(1);
    expect(await small.view("microdata_risk", { programme, extract_hash: "another" })).toEqual([]);
  });
});

describe.each(oracle.cases.map((each) => [String(each.columns), each] as const))(
  "base R's table() on 240 drawn persons: %s",
  (_, each) => {
    const { k, columns } = each;
    const params = { quasi_identifiers: [columns].flat(), k };

    test("every set of columns, and which are minimal", async () => {
      const rows = await drawn.view("microdata_subsets", params);
      const sorted = (sets: Record<string, unknown>[]) =>
        sets.sort((a, b) => String(a.columns).localeCompare(String(b.columns)));
      const ours = rows.map(({ quasi_identifiers: name, unique_share: _u, small_class_share: _s, ...rest }) => ({
        columns: name,
        ...rest,
      }));
      expect(sorted(ours)).toEqual(sorted(each.subsets));
      const sizes = rows.map(({ n_columns }) => Number(n_columns));
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    });

    test("l-diversity, distinct and by entropy", async () => {
      const rows = await drawn.view("microdata_diversity", { quasi_identifiers: params.quasi_identifiers });
      expect(rows).toHaveLength(each.diversity.length);
      rows.forEach((row, at) => {
        const { l_entropy, ...rest } = each.diversity[at]!;
        expect(row).toMatchObject(rest);
        expect(row.l_entropy).toBeCloseTo(l_entropy, 10);
      });
    });

    test("what coarser columns gain, the most first", async () => {
      const rows = await drawn.view("microdata_coarsening", params);
      const key = ({ column_name, way }: Record<string, unknown>) => `${column_name} ${way}`;
      const ours = rows.map(({ is_applicable: _a, gained: _g, ...rest }) => rest);
      const byKey = (a: object, b: object) => key(a as never).localeCompare(key(b as never));
      expect(ours.sort(byKey)).toEqual([...each.coarsening].sort(byKey));
      const gains = rows.map(({ gained }) => Number(gained));
      expect(gains).toEqual([...gains].sort((a, b) => b - a));
    });
  },
);

test("views of microdata have no roles, so that they stay in the evaluator's room", () => {
  const views = drawn.session.views.filter(({ name }) => name.startsWith("microdata_"));
  expect(views.map(({ name }) => name)).toEqual([
    "microdata_coarsening",
    "microdata_diversity",
    "microdata_risk",
    "microdata_subsets",
  ]);
  expect(views.flatMap(({ columns }) => columns.filter(({ role }) => role !== undefined))).toEqual([]);
});

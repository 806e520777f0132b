import { expect, it } from "vitest";
import { csvFile } from "../../renderer/export/csv.ts";
import { figure } from "./figures.ts";
import { wordingFor } from "./wording.ts";

const codes = { sex: [{ code: "F", title: { sv: "Kvinnor", en: "Women" } }] };
const sv = wordingFor("sv", codes);
const en = wordingFor("en", codes);

const one = figure(
  [
    { name: "sex", type: "varchar", role: "by", codes: "sex", label: { sv: "Kön", en: "Sex" } },
    { name: "share", type: "double", role: "share", label: { sv: "Andel", en: "Share" } },
    { name: "on", type: "date", label: { sv: "Dag", en: "Day" } },
  ],
  [
    ["F", 0.5, Date.UTC(2022, 9, 1)],
    ["=1+1", null, null],
  ],
  { sql: "select 1 -- a; b\nfrom t", suppressed: { 1: ["share"] } },
);
const table = (csv: string) => csv.split("\r\n").filter((line) => !line.startsWith("#"));

it("gives R and Python names, codes and points, whatever the reader's language", () => {
  const csv = csvFile([{ name: "One", figure: one }], sv, "data");
  expect(table(csv)).toEqual(["sex,share,on", "F,0.5,2022-10-01", "'=1+1,..,", ""]);
});

it("gives Excel labels, and semicolons and decimal commas in Swedish", () => {
  expect(table(csvFile([{ name: "Ett", figure: one }], sv, "excel").slice(1)).slice(0, 2)).toEqual([
    "Kön;Andel;Dag",
    "Kvinnor;0,5;2022-10-01",
  ]);
  expect(table(csvFile([{ name: "One", figure: one }], en, "excel").slice(1))[1]).toBe("Women,0.5,2022-10-01");
  expect(csvFile([{ name: "One", figure: one }], en, "excel").startsWith("\ufeff#")).toBe(true);
});

it("carries the SQL so that it still runs: a line stays a line", () => {
  expect(csvFile([{ name: "One", figure: one }], en, "data")).toContain("# select 1 -- a; b\r\n# from t\r\n");
});

it("puts several tables under each other and says which is which", () => {
  const other = figure([{ name: "share", type: "double", role: "share" }], [[0.25]]);
  const csv = csvFile(
    [
      { name: "all", figure: other },
      { name: "by sex", figure: one },
    ],
    en,
    "data",
  );
  expect(table(csv)).toEqual(["part,sex,share,on", "all,,0.25,", "by sex,F,0.5,2022-10-01", "by sex,'=1+1,..,", ""]);
});

it("takes no SQL out of the steering room", () => {
  const steering = figure([{ name: "k", type: "integer", role: "count" }], [[7]], {
    room: "steering",
    sql: "select 7",
  });
  expect(csvFile([{ name: "One", figure: steering }], en, "data")).not.toContain("select 7");
});

import { expect, it } from "vitest";
import type { ParamMeta, ViewEntry } from "../../electron/contract.ts";
import { columnFilter } from "../../renderer/column-filter.ts";
import { paramKind, paramValues, readValue, withParam } from "../../renderer/param-values.ts";
import { createWording } from "../../renderer/wording.ts";

const param = (type: string, more: Partial<ParamMeta> = {}): ParamMeta => ({
  name: "p",
  type,
  default: null,
  description: { sv: "", en: "" },
  label: { sv: "p", en: "p" },
  ...more,
});

it.each([
  [param("date"), "2022-10-01", "2022-10-01"],
  [param("date"), "1 oktober", undefined],
  [param("date"), "2022-13-01", undefined],
  [param("integer"), "12", 12],
  [param("double"), "0,25", 0.25],
  [param("double"), "1\u202f000,5", 1000.5],
  [param("double"), "tolv", undefined],
  [param("boolean"), "false", false],
  [param("boolean"), "nej", undefined],
  [param("varchar"), " as it stands ", " as it stands "],
  [param("varchar"), "  ", undefined],
  [param("varchar[]"), "a, b", ["a", "b"]],
  [param("varchar[]", { codes: "sex" }), "F,M", ["F", "M"]],
  [param("integer[]"), "1, 2", [1, 2]],
  [param("integer[]"), "1, två", undefined],
])("reads %j from %j", (meta, text, value) => {
  expect(readValue(meta, text)).toEqual(value);
});

it("a list of codes is ticked, one code is chosen", () => {
  expect([paramKind(param("varchar[]", { codes: "sex" })), paramKind(param("varchar", { codes: "sex" }))]).toEqual([
    "codes",
    "code",
  ]);
});

it("the engine gets what the address says and can be read; the page's scope is not the form's", () => {
  const view = {
    params: [
      param("integer", { name: "age" }),
      param("date", { name: "from" }),
      param("date", { name: "cutoff", scope: true }),
    ],
  } as ViewEntry;
  const addressed = { view: "v", "param.age": "25", "param.from": "not a day", "param.cutoff": "2022-10-01" };
  expect(paramValues(view, addressed)).toEqual({ age: 25 });
});

it("a parameter that is emptied leaves the address", () => {
  const age = param("integer", { name: "age" });
  const addressed = withParam({ view: "v" }, age, "25");
  expect(addressed).toEqual({ view: "v", "param.age": "25" });
  expect(withParam(addressed, age, "")).toEqual({ view: "v" });
});

it("columns are searched by the words that the grid shows", () => {
  const codes = {
    municipality: [
      { code: "1766", title: { sv: "Sunne", en: "Sunne" } },
      { code: "1715", title: { sv: "Kil", en: "Kil" } },
    ],
  };
  const wording = createWording("sv", codes, (key) => ({ yes: "ja", no: "nej" })[key] ?? key);
  const column = { name: "c", label: { sv: "c", en: "c" } };
  const search = (more: object, text: string) =>
    columnFilter({ ...column, type: "varchar", ...more }, text, codes, wording);
  expect(search({ codes: "municipality" }, "sun")).toEqual({ column: "c", oneOf: ["1766"] });
  expect(search({ codes: "municipality" }, "1715")).toEqual({ column: "c", oneOf: ["1715"] });
  expect(search({ codes: "municipality" }, "nowhere")).toEqual({ column: "c", oneOf: [] });
  expect(search({ type: "boolean" }, "nej")).toEqual({ column: "c", oneOf: ["false"] });
  expect(search({}, " P-1 ")).toEqual({ column: "c", contains: "P-1" });
});

import { expect, it } from "vitest";
import type { Catalog, ExtractEntry, ProgrammeEntry } from "../../electron/contract.ts";
import { readAddress } from "../../renderer/address.ts";
import { openingAddress, readScope } from "../../renderer/scope.ts";

const programme = (name: string, rest: Partial<ProgrammeEntry> = {}) =>
  ({
    name,
    loaded: true,
    ends_on: "2022-12-31",
    cutoffs: [],
    municipalities: [],
    ...rest,
  }) as unknown as ProgrammeEntry;
const extract = (of: string, as_of: string, current = true) =>
  ({ extract: `${of} ${as_of}`, programme: of, as_of, current }) as ExtractEntry;
const catalog = (programmes: ProgrammeEntry[], extracts: ExtractEntry[]) => ({ programmes, extracts }) as Catalog;

it("takes the first loaded programme of the catalogue, and its latest current day", () => {
  const known = catalog(
    [programme("a", { loaded: false }), programme("b"), programme("c")],
    [
      extract("b", "2022-06-30"),
      extract("b", "2022-12-31"),
      extract("b", "2023-12-31", false),
      extract("c", "2024-01-01"),
    ],
  );
  const scope = readScope(known, readAddress("#/overview"));
  expect([scope.programme?.name, scope.asOf, scope.cutoff, scope.extracts.length]).toEqual([
    "b",
    "2022-12-31",
    "2022-12-31",
    2,
  ]);
  // What the reader has not chosen is left to the engine, so that both have one rule.
  expect(scope.request).toEqual({ programme: "b" });
});

it("passes on what the reader has chosen", () => {
  const known = catalog([programme("b"), programme("c")], [extract("c", "2024-01-01")]);
  const scope = readScope(known, readAddress("#/x?programme=c&cutoff=2023-01-01&where.sex=F"));
  expect(scope.request).toEqual({ programme: "c", cutoff: "2023-01-01", selection: { sex: ["F"] } });
});

it("knows an empty workspace", () => {
  const scope = readScope(catalog([programme("a", { loaded: false })], []), readAddress(""));
  expect([scope.programme, scope.asOf, scope.request]).toEqual([undefined, null, {}]);
});

it("opens a finished programme at its reports' last day, and one that goes on as it stands", () => {
  const cutoffs = ["2022-10-01", "2021-12-31", "2022-12-31"].map((on) => ({ on, title: { sv: "", en: "" } }));
  const opening = (as_of: string) =>
    openingAddress(catalog([programme("a", { cutoffs })], [extract("a", as_of)]), "overview", "a");
  expect(opening("2022-12-31")).toEqual({
    page: "overview",
    programme: "a",
    cutoff: "2022-10-01",
    selection: {},
    params: {},
  });
  expect(opening("2022-11-30").cutoff).toBeUndefined();
});

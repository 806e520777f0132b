import { describe, expect, it, test } from "vitest";
import type { ExtractMeta, IndicatorRequest } from "../../electron/contract.ts";
import { settleIndicator } from "../../electron/engine/indicator-question.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";

const library = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
const { programme, indicators } = library.programmes.find((each) => each.indicators.length > 0)!;
const extracts: ExtractMeta[] = [
  {
    extract: "a",
    programme,
    as_of: "2022-12-31",
    completeness: "final",
    supplied_by: "test",
    note: null,
    synthetic: true,
  },
];

const settle = (request: Partial<IndicatorRequest>) =>
  settleIndicator({ library, extracts }, {}, { indicator: indicators[0]!, ...request }).question;

it("settles what is compared, with nothing left open", () => {
  expect(settle({ compare: "municipality" })).toMatchObject({
    by: ["municipality"],
    margins: false,
    comparison: { unit: "municipality", pairs: false, standardise: [] },
  });
  expect(settle({ compare: "county", standardise: ["sex", "time_in_programme"] }).comparison).toEqual({
    unit: "county",
    pairs: false,
    standardise: ["sex", "time_in_programme"],
  });
  expect(settle({ by: ["region"] }).comparison).toBeUndefined();
});

describe("refused, with a sentence", () => {
  test.for<[string, Partial<IndicatorRequest>, RegExp]>([
    ["beside other breakdowns", { compare: "municipality", by: ["sex"] }, /only breakdown/],
    ["beside totals", { compare: "municipality", margins: true }, /only breakdown/],
    ["pairs of nothing", { pairs: true }, /belong to a comparison/],
    ["standardising nothing", { by: ["sex"], standardise: ["sex"] }, /belong to a comparison/],
    ["pairs, standardised", { compare: "municipality", pairs: true, standardise: ["sex"] }, /one at a time/],
    ["a column that is none", { compare: "colour" }, /no breakdown called "colour"/],
    ["the place made alike", { compare: "municipality", standardise: ["county"] }, /no breakdown called "county"/],
    ["the unit made alike", { compare: "sex", standardise: ["sex"] }, /no breakdown called "sex"/],
  ])("%s", ([, request, message]) => {
    expect(() => settle(request)).toThrow(message);
  });
});

import { describe, expect, it } from "vitest";
import { barsChart } from "../../renderer/charts/bars.ts";
import type { ChartContext } from "../../renderer/charts/chart.ts";
import { flowChart } from "../../renderer/charts/flow.ts";
import { groupedChart } from "../../renderer/charts/grouped.ts";
import { intervalChart } from "../../renderer/charts/interval.ts";
import { drawFigure } from "../../renderer/charts/kinds.ts";
import { mirrorChart } from "../../renderer/charts/mirror.ts";
import { filePalette } from "../../renderer/charts/palette.ts";
import { type Column, figure } from "./figures.ts";
import { expectGolden } from "./golden.ts";
import { wordingFor } from "./wording.ts";

const codes = {
  town: [
    { code: "01", title: { sv: "Norrby", en: "Norrby" } },
    { code: "02", title: { sv: "Söderby", en: "Söderby" } },
    { code: "03", title: { sv: "Västerby", en: "Västerby" } },
  ],
  sex: [
    { code: "F", title: { sv: "Kvinnor", en: "Women" } },
    { code: "M", title: { sv: "Män", en: "Men" } },
  ],
  step: [
    { code: "met", title: { sv: "Anmälda", en: "Registered" } },
    { code: "in", title: { sv: "Inskrivna", en: "Enrolled" } },
    { code: "out", title: { sv: "Avslutade", en: "Left" } },
  ],
};
const context: ChartContext = {
  width: 560,
  fontSize: 12,
  palette: filePalette,
  wording: wordingFor("sv", codes),
  cutoff: "2022-03-01",
};
const english: ChartContext = { ...context, wording: wordingFor("en", codes) };

const town: Column = { name: "town", type: "varchar", role: "by", codes: "town" };
const sex: Column = { name: "sex", type: "varchar", role: "by", codes: "sex" };
const count: Column = { name: "k", type: "integer", role: "count" };
const base: Column = { name: "n", type: "integer", role: "base", unit: "persons" };
const estimate: Column[] = [
  base,
  count,
  { name: "share", type: "double", role: "share", of: { count: "k", base: "n" } },
  { name: "lower", type: "double", role: "interval", unit: "share" },
  { name: "upper", type: "double", role: "interval", unit: "share" },
  { name: "low_precision", type: "boolean" },
  { name: "targets", type: "varchar" },
];
const target = (value: number, attained: string, scope = {}) => ({ value, comparator: ">=", attained, scope });

describe("interval", () => {
  const rows = [
    [
      "01",
      38,
      24,
      24 / 38,
      0.4728,
      0.7662,
      true,
      JSON.stringify([target(0.6, "undecided"), target(0.5, "undecided", { town: "01" })]),
    ],
    ["02", 64, 25, 25 / 64, 0.2806, 0.5131, false, JSON.stringify([target(0.6, "no")])],
    ["03", null, null, null, null, null, null, JSON.stringify([target(0.6, null as never)])],
  ];
  const shares = figure([town, ...estimate], rows, {
    chart: { kind: "interval", channels: { x: "share", y: "town" } },
    suppressed: { 2: ["n", "k", "share", "lower", "upper"] },
  });

  it("draws estimates, intervals, targets, and a hidden group as hidden", () => {
    expectGolden("interval", intervalChart(shares, context));
  });

  it("says the same in words", () => {
    expect(intervalChart(shares, context).summary.replaceAll("\u00a0", " ")).toBe(
      "Norrby: 63 % (24 av 38), 95 % osäkerhet 47\u2060–\u206077 %; mål 60 %: går inte att avgöra; mål 50 % (Norrby): går inte att avgöra. " +
        "Söderby: 39 % (25 av 64), 95 % osäkerhet 28\u2060–\u206051 %; mål 60 %: målet är inte nått. " +
        "Västerby: visas inte, för att skydda enskilda.",
    );
    expect(intervalChart(shares, english).summary).toContain(
      "Norrby: 63% (24 of 38), 95% uncertainty 47\u2060–\u206077%",
    );
  });

  it("tells an empty group from a hidden one", () => {
    const empty = figure([town, ...estimate], [["01", 0, 0, null, null, null, null, "[]"]]);
    expect(intervalChart(empty, context).summary).toBe("Norrby: ingen att räkna på.");
  });

  it("draws two grouping columns as groups", () => {
    const share = (k: number, n: number) => [n, k, k / n, k / n - 0.1, k / n + 0.1, false, "[]"];
    const groups = figure(
      [town, sex, ...estimate],
      [
        ["01", "F", ...share(9, 15)],
        ["01", "M", ...share(15, 23)],
        ["02", "F", ...share(12, 30)],
        ["02", "M", ...share(13, 34)],
      ],
      { chart: { kind: "interval", channels: { x: "share", y: "town", color: "sex" } } },
    );
    expectGolden("interval-groups", intervalChart(groups, english));
  });
});

describe("bars", () => {
  const bars = figure(
    [town, count, base, { name: "point", type: "boolean" }],
    [
      ["01", 15, 40, true],
      ["02", 1204, 40, false],
      ["03", null, 40, false],
    ],
    { chart: { kind: "bars", channels: { x: "k", y: "town", emphasis: "point" } }, suppressed: { 2: ["k"] } },
  );

  it("draws counts with their numbers, and a hidden one as hidden", () => {
    expectGolden("bars", barsChart(bars, context));
    expect(barsChart(bars, context).summary).toBe("Norrby 15; Söderby 1\u202f204; Västerby: visas inte.");
  });

  it("says that there are no rows", () => {
    const none = figure([town, count], [], { chart: { kind: "bars", channels: { x: "k", y: "town" } } });
    expect(barsChart(none, context).summary).toBe("Tabellen har inga rader.");
    expectGolden("bars-none", barsChart(none, context));
  });
});

it("flow draws the steps with what falls away", () => {
  const flow = figure(
    [{ name: "step", type: "varchar", role: "by", codes: "step" }, count, { name: "dropped", type: "integer" }],
    [
      ["met", 76, null],
      ["in", 64, 12],
      ["out", 38, 26],
    ],
    { chart: { kind: "flow", channels: { x: "k", y: "step", dropped: "dropped" } } },
  );
  expectGolden("flow", flowChart(flow, context));
  expect(flowChart(flow, context).summary).toBe(
    "Anmälda 76; Inskrivna 64 (12 färre än i steget före); Avslutade 38 (26 färre än i steget före).",
  );
});

it("mirror draws both directions in calendar months, whatever the clock's zone, with the cut-off", () => {
  const month = (index: number) => Date.UTC(2021, index, 1);
  const months = figure(
    [
      { name: "month", type: "date", role: "time" },
      { name: "enrolled", type: "integer", role: "count", label: { sv: "Inskrivna", en: "Enrolled" } },
      { name: "exited", type: "integer", role: "count", label: { sv: "Avslutade", en: "Left" } },
    ],
    Array.from({ length: 18 }, (_, index) => [month(index), (index * 3) % 5, (index * 2) % 4]),
    { cutoff: "2022-06-30", chart: { kind: "mirror", channels: { x: "month", up: "enrolled", down: "exited" } } },
  );
  expectGolden("mirror", mirrorChart(months, context));
  expect(mirrorChart(months, english).summary).toBe(
    "From Jan 2021 to Jun 2022. Enrolled: most in Apr 2021, 4. Left: most in Feb 2021, 2.",
  );
});

it("grouped draws counts against their targets", () => {
  const groups = figure(
    [town, sex, count, { name: "target", type: "double" }],
    [
      ["01", "F", 25, 22],
      ["01", "M", 39, 33],
      ["02", "F", 12, null],
    ],
    { chart: { kind: "grouped", channels: { x: "k", y: "town", color: "sex", target: "target" } } },
  );
  expectGolden("grouped", groupedChart(groups, context));
  expect(groupedChart(groups, context).summary).toBe(
    "Norrby · Kvinnor 25 · mål 22; Män 39 · mål 33; Söderby · Kvinnor 12.",
  );
});

it("a figure is drawn as its view asks, and not at all where it asks for nothing", () => {
  const plain = figure([town, count], [["01", 1]]);
  expect(drawFigure(plain, context)).toBeUndefined();
  const meta = { chart: { kind: "bars", channels: { x: "k", y: "town" } } };
  expect(drawFigure(figure([town, count], [["01", 1]], meta), context)?.summary).toBe("Norrby 1.");
});

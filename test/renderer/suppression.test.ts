import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { IndicatorEntry } from "../../electron/contract.ts";
import { barsChart } from "../../renderer/charts/bars.ts";
import type { ChartContext, Drawing } from "../../renderer/charts/chart.ts";
import { drawSvg } from "../../renderer/charts/draw.ts";
import { flowChart } from "../../renderer/charts/flow.ts";
import { groupedChart } from "../../renderer/charts/grouped.ts";
import { intervalChart } from "../../renderer/charts/interval.ts";
import { mirrorChart } from "../../renderer/charts/mirror.ts";
import { filePalette } from "../../renderer/charts/palette.ts";
import { emptyState } from "../../renderer/empty-cell.ts";
import { type Estimate, readEstimate } from "../../renderer/estimate.ts";
import { listHeadline } from "../../renderer/pages/indicators-headline.ts";
import { overviewHeadline } from "../../renderer/pages/overview-headline.ts";
import { safelyOrdered } from "../../renderer/row-order.ts";
import { splitSentence } from "../../renderer/sentence.ts";
import { suppressionCost, withMarks } from "../../renderer/suppression-marks.ts";
import { readRows } from "../../renderer/table.ts";
import { type Column, figure } from "./figures.ts";
import { expectGolden } from "./golden.ts";
import { wordingFor } from "./wording.ts";

const codes = {
  town: ["Norrby", "Söderby", "Västerby"].map((name, at) => ({ code: `0${at + 1}`, title: { sv: name, en: name } })),
};
const wording = wordingFor("sv", codes);
const context: ChartContext = { width: 560, fontSize: 12, palette: filePalette, wording, cutoff: null };
const town: Column = { name: "town", type: "varchar", role: "by", codes: "town" };
const count: Column = { name: "k", type: "integer", role: "count" };
const base: Column = { name: "n", type: "integer", role: "base", unit: "persons" };
const share: Column = { name: "share", type: "double", role: "share", of: { count: "k", base: "n" } };
const limits: Column[] = ["lower", "upper"].map((name) => ({ name, type: "double", role: "interval", unit: "share" }));
const month: Column = { name: "month", type: "date", role: "time" };
const { document } = new JSDOM("").window;
const svg = (drawing: Drawing) => drawSvg(drawing, document).outerHTML;

describe("a hidden number in a chart", () => {
  const hidden = { suppressed: { 1: ["k", "share", "lower", "upper", "dropped"] } };
  const chart = (kind: string) => ({ ...hidden, chart: { kind, channels: { x: "k", y: "town", dropped: "dropped" } } });
  const counts = (kind: string) =>
    figure(
      [town, count, { name: "dropped", type: "integer", role: "count" }],
      [
        ["01", 15, 2],
        ["02", null, null],
        ["03", 9, 6],
      ],
      chart(kind),
    );

  it.each([
    ["bars", barsChart],
    ["flow", flowChart],
    ["grouped", groupedChart],
  ])("keeps its row in %s, with the sign, and sets no scale", (kind, draw) => {
    const drawing = draw(counts(kind), context);
    expect(drawing.options.x?.domain).toEqual([0, 15]);
    expect(svg(drawing)).toContain(">Söderby<");
    expect(svg(drawing)).toContain("..  visas inte");
    expect(drawing.summary).toContain("visas inte");
    expect(drawing.summary).not.toMatch(/Söderby:? (0|okänt)/);
  });

  it("is told in a step whose number is shown and whose loss is not", () => {
    const flow = figure(
      [town, count, { name: "dropped", type: "integer", role: "count" }],
      [
        ["01", 40, 0],
        ["02", 38, null],
      ],
      { ...chart("flow"), suppressed: { 1: ["dropped"] } },
    );
    expect(svg(flowChart(flow, context))).toContain("38  (−..)");
    expect(flowChart(flow, context).summary).toContain("38 (hur många färre än i steget före visas inte)");
  });

  it("leaves the target of the others a line through the chart", () => {
    const target = JSON.stringify([{ value: 0.6, comparator: ">=", scope: {}, attained: "undecided" }]);
    const shares = figure(
      [town, base, count, share, ...limits, { name: "targets", type: "varchar" }],
      [
        ["01", 38, 24, 0.63, 0.47, 0.77, target],
        ["02", 12, null, null, null, null, null],
      ],
      { suppressed: { 1: ["k", "share", "lower", "upper", "targets"] } },
    );
    const drawing = intervalChart(shares, context);
    expect(svg(drawing)).toContain(">mål 60&nbsp;%<");
    expect(drawing.summary).toContain("Söderby: visas inte, för att skydda enskilda.");
  });

  it("stands in its month, and the rest of the period is told without it", () => {
    const months = figure(
      [
        month,
        { ...count, name: "up", label: { sv: "Inskrivna", en: "Enrolled" } },
        { ...count, name: "down", label: { sv: "Avslutade", en: "Left" } },
      ],
      [
        [Date.UTC(2022, 0, 1), 9, null],
        [Date.UTC(2022, 1, 1), null, null],
        [Date.UTC(2022, 2, 1), 7, null],
        [Date.UTC(2022, 3, 1), 12, null],
      ],
      {
        chart: { kind: "mirror", channels: { x: "month", up: "up", down: "down" } },
        suppressed: { 0: ["down"], 1: ["up", "down"], 2: ["down"], 3: ["down"] },
      },
    );
    const drawing = mirrorChart(months, context);
    expectGolden("mirror-hidden", drawing);
    expect(drawing.summary).toBe(
      "Från jan 2022 till apr 2022. Inskrivna: flest av dem som visas i apr 2022, 12. " +
        "Inskrivna: 1 period visas inte, för att skydda enskilda. Avslutade: 4 perioder visas inte, för att skydda enskilda.",
    );
    expect(svg(drawing)).toContain("Inskrivna ..");
  });
});

describe("the order of rows", () => {
  const rows = [
    ["03", 30],
    ["01", null],
    ["02", 12],
    [null, 45],
  ];

  it("is that of the code list where something is hidden, totals last", () => {
    const ordered = safelyOrdered(figure([town, count], rows, { suppressed: { 1: ["k"] } }), codes);
    expect(readRows(ordered).map((row) => [row.town, row.k])).toEqual([
      ["01", { hidden: true, reason: null }],
      ["02", 12],
      ["03", 30],
      [null, 45],
    ]);
    expect(readRows(ordered, 1, 3).map((row) => row.town)).toEqual(["02", "03"]);
  });

  it("stays where nothing is", () => {
    const open = figure([town, count], rows);
    expect(safelyOrdered(open, codes)).toBe(open);
  });
});

describe("a headline", () => {
  const indicator = { kind: "share", denominator: "exited" } as IndicatorEntry;
  const own = (suppressed: string[], sentence: string) =>
    figure([base, count, share, ...limits], [[38, null, null, null, null]], {
      title: { sv: "Till arbete", en: "To work" },
      sentence: { sv: sentence, en: sentence },
      suppressed: { 0: suppressed },
    });

  it("says that its number is hidden, and computes it from nothing", () => {
    const hidden = own(["k", "share", "lower", "upper"], "Av de 38 gick .. till arbete. Var och en räknas en gång.");
    const enrolled = figure([base, count, share, ...limits], [[64, 25, 0.39, 0.28, 0.51]]);
    expect(overviewHeadline({ own: hidden }, indicator, wording)).toEqual({
      title: "Till arbete: visas inte, för att skydda enskilda.",
      lede: "",
    });
    expect(overviewHeadline({ own: hidden, enrolled }, indicator, wording)?.title).toBe(
      "Till arbete: visas inte, för att skydda enskilda. Räknat på alla 64 inskrivna är det 25.",
    );
  });

  it("does not take the sign of a hidden number for the end of a sentence", () => {
    expect(splitSentence("Av de .. personerna gick .. till arbete. Sist.")).toEqual({
      first: "Av de .. personerna gick .. till arbete.",
      rest: "Sist.",
    });
    expect(splitSentence("Det är ... Sist.").first).toBe("Det är ...");
    expect(splitSentence("Av de 38 gick 24.5 % dit. Sist.").first).toBe("Av de 38 gick 24.5 % dit.");
  });
});

describe("a list of indicators", () => {
  const entry = (name: string) => ({ name, kind: "share", definition: { numerator: {} } }) as unknown as IndicatorEntry;
  const columns: Column[] = [
    base,
    count,
    share,
    ...limits,
    { name: "target", type: "double", unit: "share" },
    { name: "attained", type: "varchar" },
    { name: "targets", type: "varchar" },
  ];
  const written = JSON.stringify([{ value: 0.6, unit: "share", attained: "no" }]);
  const read = (cells: unknown[], hidden: string[]) =>
    readEstimate(entry("work"), figure(columns, [cells], { suppressed: { 0: hidden } }), wording) as Estimate;

  it("judges no target of what is hidden, and says how many are", () => {
    const shown = read([38, 10, 0.26, 0.15, 0.42, 0.6, "no", written], []);
    const hidden = read(
      [12, null, null, null, null, 0.6, null, null],
      ["k", "share", "lower", "upper", "attained", "targets"],
    );
    expect(hidden.row.targets).toMatchObject([{ value: 0.6, attained: null }]);
    expect(listHeadline([shown, hidden], wording)).toEqual({
      title: "Alla två indikatorer går att mäta. Målet är inte nått.",
      lede: "En indikator visas inte, för att skydda enskilda, och dess mål prövas inte här.",
    });
    expect(listHeadline([hidden], wording).title).toBe("Indikatorn går att mäta.");
  });
});

describe("an empty cell", () => {
  const meta = figure([town, month, base, count, share, ...limits], [], { cutoff: "2022-06-30" }).meta;
  const column = (name: string) => meta.columns.find((each) => each.name === name)!;
  const january = new Date("2022-01-01");

  it("is not applicable of nobody, missing otherwise, and not yet there after the cut-off", () => {
    expect(emptyState({ n: 0, share: null, month: january }, column("share"), meta)).toBe("not_applicable");
    expect(emptyState({ n: 9, k: null, month: january }, column("k"), meta)).toBe("missing");
    expect(emptyState({ n: null, month: new Date("2022-07-01") }, column("n"), meta)).toBe("not_yet");
  });
});

describe("what the steering room would hide", () => {
  const own = figure(
    [town, count, base],
    [
      ["03", 3, 20],
      ["01", 8, 20],
      ["02", 9, 20],
    ],
  );
  const steering = figure(
    [town, count, base],
    [
      ["01", null, 20],
      ["02", 9, 20],
    ],
    { suppressed: { 0: ["k"] }, reasons: { 0: { k: "secondary" } } },
  );

  it("is marked by group, whatever the order, a row that is not there as a whole", () => {
    const { marks } = withMarks(own, steering);
    expect([...(marks ?? [])].map(([row, cells]) => [row, [...cells]])).toEqual([
      [
        0,
        [
          ["k", null],
          ["n", null],
        ],
      ],
      [1, [["k", "secondary"]]],
    ]);
    expect(
      svg(
        barsChart(
          { ...own, marks, meta: { ...own.meta, chart: { kind: "bars", channels: { x: "k", y: "town" } } } },
          context,
        ),
      ),
    ).toContain(">8 ⊘<");
  });

  it("is counted, with its reasons", () => {
    expect(suppressionCost(steering)).toEqual({ hidden: 1, cells: 4, reasons: { secondary: 1 } });
  });
});

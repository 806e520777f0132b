import { expect, it } from "vitest";
import type { ExtractMeta, TableMeta } from "../../electron/contract.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { type Compared, unlikeExtracts, unlikeFigures } from "../../electron/engine/unlike-figures.ts";

const { codes } = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);

const extract: ExtractMeta = {
  extract: "a",
  programme: "case",
  as_of: "2022-12-31",
  completeness: "final",
  supplied_by: "one",
  note: null,
  synthetic: false,
};

function figure(given: Partial<TableMeta> = {}, modes?: Compared["modes"]): Compared {
  const meta: TableMeta = {
    kind: "indicator",
    name: "mood",
    title: { sv: "Stämning", en: "Mood" },
    sql: "",
    params: {},
    programme: "case",
    cutoff: "2022-12-31",
    selection: {},
    extracts: [extract],
    definition: { version: 1, hash: "1" },
    counted: { denominator: "respondents", survey: { instrument: "soc13", wave: "exit" } },
    columns: [],
    rows: 0,
    truncated: false,
    milliseconds: 0,
    room: "evaluator",
    set_aside: [],
    product: "test",
    database: "test",
    ...given,
  };
  return { meta, ...(modes && { modes }) };
}

const told = (a: Compared, b: Compared) =>
  unlikeFigures(a, b, codes).map(({ code, blocks, message }) => `${code}${blocks ? "!" : ""} ${message.sv}`);

it("says nothing of two figures that are alike", () => {
  const mix = [
    { mode: "web", n: 80 },
    { mode: "interview", n: 20 },
  ];
  expect(
    told(
      figure({}, mix),
      figure({}, [
        { mode: "web", n: 7 },
        { mode: "interview", n: 3 },
      ]),
    ),
  ).toEqual([]);
});

it("refuses another indicator, version, denominator, questionnaire, wave and day, and says what to do", () => {
  expect(told(figure(), figure({ name: "other", title: { sv: "Annan", en: "Other" } }))).toEqual([
    'indicator! Siffrorna gäller olika indikatorer: "Stämning" och "Annan". Välj samma indikator för båda.',
  ]);
  expect(told(figure(), figure({ definition: { version: 2, hash: "2" } }))).toEqual([
    "definition! Indikatorn är definierad på olika sätt: version 1 och version 2. Räkna båda med samma version.",
  ]);
  const counted = { denominator: "pairs", survey: { instrument: "soc13", wave: "baseline" } } as const;
  expect(told(figure(), figure({ counted }))).toEqual([
    'denominator! Nämnarna är olika: "Svarande" och "Svarande vid båda tillfällena". Välj samma nämnare för båda.',
    'instrument! Svaren är från olika tillfällen: "Vid avslut" och "Vid start". Jämför bara samma formulär vid samma tillfälle.',
  ]);
  const soc29 = { denominator: "respondents", survey: { instrument: "soc29", wave: "exit" } } as const;
  expect(told(figure(), figure({ counted: soc29 })).map((each) => each.slice(0, 55))).toEqual([
    'instrument! Svaren är på olika frågeformulär: "KASAM-13',
  ]);
  expect(told(figure(), figure({ cutoff: "2022-10-01" }))).toEqual([
    "cutoff! Brytdatumen är olika: 2022-12-31 och 2022-10-01. Välj samma dag för båda.",
  ]);
});

it("refuses modes that differ by more than a fifth", () => {
  const web = [{ mode: "web", n: 50 }];
  const mixed = (interviews: number) => [
    { mode: "web", n: 100 - interviews },
    { mode: "interview", n: interviews },
  ];
  expect(told(figure({}, web), figure({}, mixed(20)))).toEqual([]);
  expect(told(figure({}, web), figure({}, mixed(60)))).toEqual([
    "modes! Frågorna är besvarade på olika sätt: Webb 100 % i den ena, Intervju 60 % i den andra. Svar till en intervjuare och svar i ett formulär är inte samma mätning. Jämför inom ett svarssätt.",
  ]);
});

it("tells of extracts of different days and completeness, and refuses made-up data beside real", () => {
  const later = { ...extract, as_of: "2023-03-31", completeness: "preliminary" } as const;
  expect(unlikeExtracts([extract, later]).map(({ code, blocks }) => [code, blocks])).toEqual([
    ["as_of", false],
    ["completeness", false],
  ]);
  expect(unlikeExtracts([extract, later])[0]!.message.en).toBe(
    "The extracts are of different days: 2022-12-31 and 2023-03-31. Set the cut-off to 2022-12-31 or earlier, so that as much is known of all.",
  );
  expect(unlikeExtracts([extract, { ...extract, synthetic: true }]).map(({ code, blocks }) => [code, blocks])).toEqual([
    ["synthetic", true],
  ]);
});

import type {
  Catalog,
  Denominator,
  FigureRequest,
  IndicatorEntry,
  Scope,
  Selection,
  ViewEntry,
} from "../../electron/contract.ts";

/** What a reader may ask of an indicator besides its name. */
const denominators: Denominator[] = ["enrolled", "exited", "exited_known", "due", "reached", "respondents", "pairs"];
const derived = ["county", "time_in_programme"];

/** Every way of asking for every view and indicator, from the catalogue as the steering room has it. */
export function everyFigure(catalog: Catalog, programme: string): FigureRequest[] {
  const own = catalog.programmes.find(({ name }) => name === programme)!.indicators;
  return [
    ...catalog.views.flatMap((view) => ofView(view, catalog)),
    ...catalog.indicators.flatMap((indicator) =>
      own.includes(indicator.name) ? ofIndicator(indicator) : [{ indicator: indicator.name }],
    ),
  ];
}

/** The days that the programme names, with no selection and those that a page offers; the first is everybody at the first day. */
export function everyScope(catalog: Catalog, programme: string): (Scope & { programme: string; cutoff: string })[] {
  const { cutoffs, municipalities } = catalog.programmes.find(({ name }) => name === programme)!;
  const asOf = catalog.extracts.find((extract) => extract.programme === programme)!.as_of;
  const days = [...new Set([...cutoffs.map(({ on }) => on), asOf])];
  const [first, second, third] = municipalities;
  const some = [second, third].flatMap((code) => code ?? []);
  const selections: (Selection | undefined)[] = [
    undefined,
    { municipality: [first!] },
    ...(some.length > 0 ? [{ municipality: some }] : []),
    { sex: ["F"] },
    { sex: ["F", "M"] },
    { sex: ["M"], municipality: [first!, ...some] },
    { foreign_born: ["Y"] },
    { disability: ["N"] },
  ];
  return selections.flatMap((selection) =>
    days.map((cutoff) => ({ programme, cutoff, ...(selection && { selection }) })),
  );
}

function ofView({ name, params }: ViewEntry, { codes, scales }: Catalog): FigureRequest[] {
  const own = params.filter(({ scope }) => !scope);
  const by = own.find((param) => param.name === "by");
  const scale = own.find((param) => param.name === "scale");
  const groups = by?.codes ? codes[by.codes]!.map(({ code }) => code) : [undefined];
  const instruments = scale ? [undefined, ...scales.map((each) => each.name)] : [undefined];
  return instruments.flatMap((instrument) =>
    groups.map((group) => ({
      view: name,
      params: { ...(instrument && { scale: instrument }), ...(group && { by: group }) },
    })),
  );
}

function ofIndicator({ name, breakdowns, kind }: IndicatorEntry): FigureRequest[] {
  const columns = [...breakdowns, ...derived];
  const pairs = columns.flatMap((one, at) => columns.slice(at + 1).map((other) => [one, other]));
  const indicator = name;
  return [
    { indicator },
    ...denominators.flatMap((denominator): FigureRequest[] => [
      { indicator, denominator },
      ...columns.map((column) => ({ indicator, denominator, by: [column] })),
    ]),
    ...columns.map((column) => ({ indicator, by: [column], margins: true })),
    ...columns.map((column) => ({ indicator, compare: column })),
    { indicator, compare: "municipality", pairs: true },
    ...(kind === "share" ? [{ indicator, compare: "municipality", standardise: ["sex"] }] : []),
    ...pairs.flatMap((by): FigureRequest[] => [
      { indicator, by },
      { indicator, by, margins: true },
      { indicator, by, margins: "each" },
    ]),
    { indicator, by: columns.slice(0, 3), margins: "each" },
    { indicator, by: columns.slice(0, 4), margins: "each" },
  ];
}

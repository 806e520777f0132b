import type {
  Catalog,
  FigureRequest,
  IndicatorEntry,
  ProgrammeEntry,
  TableWindow,
  Text,
} from "../../electron/contract.ts";
import { listedIndicators } from "./indicators-listed.ts";

/** Something that municipalities can be compared by: an indicator, or the scores of a questionnaire's scale. */
export interface Measure {
  /** As in the address. */
  id: string;
  title: Text;
  /** An indicator's share or mean is compared by the engine; a view's score stands with its interval only. */
  indicator: IndicatorEntry | null;
  /** One row for each municipality. */
  units(window?: TableWindow): FigureRequest;
  whole: FigureRequest;
}

const comparable: readonly IndicatorEntry["kind"][] = ["share", "mean", "change"];

/** What the programme's municipalities can be compared by, its own indicators first. */
export function listMeasures(catalog: Catalog, programme: ProgrammeEntry): Measure[] {
  const indicators = listedIndicators(catalog, programme)
    .filter(({ kind, breakdowns }) => comparable.includes(kind) && breakdowns.includes("municipality"))
    .map((indicator): Measure => {
      const { name, title } = indicator;
      return {
        id: name,
        title,
        indicator,
        units: (window) => ({ indicator: name, compare: "municipality", ...(window && { window }) }),
        whole: { indicator: name },
      };
    });
  return [...indicators, ...scoreMeasures(catalog)];
}

/** The whole scale's score at the waves, and its change between them. */
function scoreMeasures(catalog: Catalog): Measure[] {
  const view = (name: string) => catalog.views.find((entry) => entry.name === name);
  const wave = (code: string) => catalog.codes.wave?.find((entry) => entry.code === code)?.title;
  const change = view("kasam_change");
  const score = view("kasam_score");
  const total = { column: "subscale", oneOf: ["total"] };
  const measures: Measure[] = [];
  if (change !== undefined) measures.push(scoreMeasure(change.name, change.name, change.title, [total]));
  for (const code of score === undefined ? [] : ["baseline", "exit"]) {
    const at = wave(code);
    if (score === undefined || at === undefined) continue;
    const title = { sv: `${score.title.sv}: ${at.sv}`, en: `${score.title.en}: ${at.en}` };
    measures.push(scoreMeasure(`${score.name}.${code}`, score.name, title, [total, { column: "wave", oneOf: [code] }]));
  }
  return measures;
}

function scoreMeasure(id: string, view: string, title: Text, filter: NonNullable<TableWindow["filter"]>): Measure {
  return {
    id,
    title,
    indicator: null,
    units: (window) => ({ view, params: { by: "municipality" }, window: { ...window, filter } }),
    whole: { view, window: { filter } },
  };
}

import type { Catalog, FigureRequest, IndicatorEntry, ProgrammeEntry, TableWindow } from "../../electron/contract.ts";
import type { Wording } from "../wording.ts";
import { listedIndicators } from "./indicators-listed.ts";

type Filter = NonNullable<TableWindow["filter"]>[number];

/** Something that municipalities can be compared by: an indicator, or the scores of a questionnaire's scale. */
export interface Measure {
  /** As in the address. */
  id: string;
  title: string;
  /** An indicator's share or mean is compared by the engine; a view's score stands with its interval only. */
  indicator: IndicatorEntry | null;
  /** One row for each municipality. */
  units(window?: TableWindow): FigureRequest;
  whole: FigureRequest;
  /** The columns that hold how many there are and how it went. */
  size: string;
  result: string;
}

const comparable: readonly IndicatorEntry["kind"][] = ["share", "mean", "change"];

/** What the programme's municipalities can be compared by, its own indicators first. */
export function listMeasures(catalog: Catalog, programme: ProgrammeEntry, wording: Wording): Measure[] {
  const indicators = listedIndicators(catalog, programme)
    .filter(({ kind, breakdowns }) => comparable.includes(kind) && breakdowns.includes("municipality"))
    .map((indicator): Measure => {
      const { name, title } = indicator;
      return {
        id: name,
        title: wording.say(title),
        indicator,
        units: (window) => ({ indicator: name, compare: "municipality", ...(window && { window }) }),
        whole: { indicator: name },
        size: "n",
        result: "estimate",
      };
    });
  return [...indicators, ...scoreMeasures(catalog, wording)];
}

/** The whole scale's score at the waves, and its change between them. */
function scoreMeasures({ views }: Catalog, { t, code }: Wording): Measure[] {
  const has = (name: string) => views.some((view) => view.name === name);
  const total = { column: "subscale", oneOf: ["total"] };
  const score = (id: string, view: string, title: string, filter: Filter[], columns: [string, string]): Measure => ({
    id,
    title,
    indicator: null,
    units: (window) => ({ view, params: { by: "municipality" }, window: { ...window, filter } }),
    whole: { view, window: { filter } },
    size: columns[0],
    result: columns[1],
  });
  return [
    ...(has("kasam_change")
      ? [score("kasam_change", "kasam_change", t("compare.score_change"), [total], ["n", "change"])]
      : []),
    ...(has("kasam_score") ? ["baseline", "exit"] : []).map((wave) =>
      score(
        `kasam_score.${wave}`,
        "kasam_score",
        t("compare.score_at", { wave: code("wave", wave).toLowerCase() }),
        [total, { column: "wave", oneOf: [wave] }],
        ["n_scored", "mean"],
      ),
    ),
  ];
}

import { type IntervalRow, readIntervals } from "../charts/interval-rows.ts";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import type { OverviewFigure } from "./overview-requests.ts";

type Figures = Partial<Record<OverviewFigure, Figure>>;

const words: Partial<Record<OverviewFigure, string>> = {
  own: "row_exited",
  known: "row_known",
  enrolled: "row_enrolled",
  enrolledAtEnd: "row_enrolled",
  bySex: "part_sex",
  byMunicipality: "part_municipality",
};

/** What a figure is called beside the others of its card. */
export function figureName(name: OverviewFigure, figure: Figure | undefined, { t, format }: Wording): string {
  const day = figure?.meta.cutoff == null ? "" : format.date(figure.meta.cutoff);
  return t(`overview.${words[name] ?? "row_all"}`, { day });
}

/** One indicator on several denominators beside each other, and below them the sexes. */
export function denominatorRows(figures: Figures, wording: Wording): IntervalRow[] {
  const hasDenominators = figures.known !== undefined;
  const named = (name: OverviewFigure): IntervalRow[] => {
    const figure = figures[name];
    if (figure === undefined) return [];
    const label = hasDenominators ? figureName(name, figure, wording) : wording.t("overview.row_all");
    return readIntervals(figure, wording).map((row) => ({ ...row, label }));
  };
  const sexes = figures.bySex === undefined ? [] : readIntervals(figures.bySex, wording);
  return [
    ...named("own"),
    ...named("known"),
    ...named("enrolled"),
    ...named("enrolledAtEnd"),
    ...sexes.map((row, index) => ({
      ...row,
      apart: index === 0,
      label: hasDenominators ? wording.t("overview.row_sex", { sex: row.label }) : row.label,
    })),
  ];
}

/** The municipalities beside each other, under the whole that they are parts of. */
export function municipalityRows(figures: Figures, wording: Wording): IntervalRow[] {
  const { own, byMunicipality } = figures;
  if (byMunicipality === undefined) return [];
  const whole = own === undefined ? [] : readIntervals(own, wording);
  const parts = readIntervals(byMunicipality, wording);
  return [
    ...whole.map((row) => ({ ...row, label: wording.t("overview.row_whole") })),
    ...parts.map((row, index) => ({ ...row, apart: index === 0 && whole.length > 0 })),
  ];
}

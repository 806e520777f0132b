import { type IntervalRow, readIntervals } from "../charts/interval-rows.ts";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import type { OverviewFigure } from "./overview-requests.ts";

type Figures = Partial<Record<OverviewFigure, Figure>>;

/** One indicator on several denominators beside each other, and below them the sexes. */
export function denominatorRows(figures: Figures, wording: Wording): IntervalRow[] {
  const named = (name: OverviewFigure, key: string): IntervalRow[] => {
    const figure = figures[name];
    if (figure === undefined) return [];
    const day = figure.meta.cutoff === null ? "" : wording.format.date(figure.meta.cutoff);
    return readIntervals(figure, wording).map((row) => ({ ...row, label: wording.t(`overview.${key}`, { day }) }));
  };
  const hasDenominators = figures.known !== undefined;
  const sexes = figures.bySex === undefined ? [] : readIntervals(figures.bySex, wording);
  return [
    ...named("own", hasDenominators ? "row_exited" : "row_all"),
    ...named("known", "row_known"),
    ...named("enrolled", "row_enrolled"),
    ...named("enrolledAtEnd", "row_enrolled"),
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

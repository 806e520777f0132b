import type { IndicatorEntry } from "../../electron/contract.ts";
import { type IntervalRow, readIntervals } from "../charts/interval-rows.ts";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import { denominators, hasDenominators, type OverviewFigure } from "./overview-requests.ts";

export type OverviewFigures = Partial<Record<OverviewFigure, Figure>>;

/** The figures of one indicator on its denominators, the own one first, and below them the sexes. */
export const denominatorFigures: readonly OverviewFigure[] = ["own", ...denominators, "enrolledAtEnd", "bySex"];

/** What a figure is called beside the others of its card: whom it counts, and until when. */
export function figureName(
  name: OverviewFigure,
  figures: OverviewFigures,
  indicator: IndicatorEntry,
  { t, format }: Wording,
): string {
  const cutoff = figures[name]?.meta.cutoff ?? null;
  const day = cutoff === null ? "" : format.date(cutoff);
  if (name === "bySex" || name === "byMunicipality") return t(`overview.part_${name}`);
  if (name === "enrolledAtEnd") return t("overview.row_enrolled", { day });
  if (name !== "own") return t(`overview.row_${name}`, { day });
  return t(hasDenominators(indicator) ? `overview.row_${indicator.denominator}` : "overview.row_all", { day });
}

/** One indicator on several denominators beside each other, and below them the sexes. */
export function denominatorRows(figures: OverviewFigures, indicator: IndicatorEntry, wording: Wording): IntervalRow[] {
  return denominatorFigures.flatMap((name) => {
    const figure = figures[name];
    if (figure === undefined) return [];
    const rows = readIntervals(figure, wording);
    if (name === "bySex") return rows.map((row, index) => ({ ...row, apart: index === 0 }));
    return rows.map((row) => ({ ...row, label: figureName(name, figures, indicator, wording) }));
  });
}

/** The municipalities beside each other, under the whole that they are parts of. */
export function municipalityRows({ own, byMunicipality }: OverviewFigures, wording: Wording): IntervalRow[] {
  if (byMunicipality === undefined) return [];
  const whole = own === undefined ? [] : readIntervals(own, wording);
  return [
    ...whole.map((row) => ({ ...row, label: wording.t("overview.row_whole") })),
    ...readIntervals(byMunicipality, wording).map((row, index) => ({ ...row, apart: index === 0 && whole.length > 0 })),
  ];
}

/** Whether the programme has promised something for a row of the figure. */
export function hasTargets(figure: Figure | undefined): boolean {
  const target = figure?.data.getChild("target");
  return target !== undefined && target !== null && target.nullCount < target.length;
}

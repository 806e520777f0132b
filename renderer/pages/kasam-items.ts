import { type CellState, cellState, numeric } from "../charts/chart.ts";
import type { ItemRow } from "../charts/items.ts";
import { type Figure, findColumn, isHidden, rowsOf } from "../table.ts";
import type { Wording } from "../wording.ts";

/** A row for each item that was answered, in the questionnaire's order, and the times it was answered at. */
export function itemRows(
  items: Figure | undefined,
  answers: Figure | undefined,
  wording: Wording,
): { rows: ItemRow[]; waves: string[] } {
  const given = rowsOf(answers);
  const fits = rowsOf(items);
  const waves = [...new Set(given.map(({ wave }) => String(wave)))];
  const share = answers && findColumn(answers, "share");
  const rows = [...new Set(given.map(({ item }) => String(item)))].map((item): ItemRow => {
    const reversed = fits.find((row) => row.item === item)?.reversed === true;
    const name = wording.code("item", item);
    return {
      label: reversed ? wording.t("kasam.item_reversed", { item: name }) : name,
      waves: waves.map((wave) => {
        const own = given.filter((row) => row.item === item && row.wave === wave);
        const fit = fits.find((row) => row.item === item && row.wave === wave);
        const state: CellState = fit === undefined ? "empty" : isHidden(fit, "item_rest_r") ? "hidden" : "shown";
        return {
          answers: own.map((row) => ({
            answer: numeric(row.answer) ?? 0,
            share: numeric(row.share),
            state: isHidden(row, "k") ? "hidden" : cellState(row, share),
          })),
          rest: numeric(fit?.item_rest_r),
          alpha: numeric(fit?.alpha_without),
          state,
        };
      }),
    };
  });
  return { rows, waves: waves.map((wave) => wording.code("wave", wave)) };
}

import { useCallback } from "react";
import type { ScaleEntry } from "../../electron/contract.ts";
import { numeric } from "../charts/chart.ts";
import { drawIntervals } from "../charts/interval.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import { drawItems } from "../charts/items.ts";
import { apart, readScores } from "../charts/score-rows.ts";
import { drawScores } from "../charts/scores.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { KasamNumber } from "../parts/kasam-number.tsx";
import { KasamTests } from "../parts/kasam-tests.tsx";
import { readRows } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";
import { isTotal } from "./kasam-charts.ts";
import { type KasamFigures, totalRow } from "./kasam-headline.ts";
import { itemRows } from "./kasam-items.ts";

/** How much the change can be leant on: estimates by two ways, reliability, and changes beyond error of measurement. */
export function KasamCertainty({ figures, scale }: { figures: KasamFigures; scale: ScaleEntry }) {
  const { catalog, wording } = useWorkbench();
  const { t, code } = wording;
  const { change, reliability, items, itemAnswers, reliable } = figures;
  const drawEstimates = useCallback<Draw>(
    (context, see) => {
      const seen = change && see(change);
      const { t } = context.wording;
      return drawScores(
        [
          ...readScores(
            seen,
            { estimate: "change", lower: "lower", upper: "upper" },
            () => t("kasam.mean_change"),
            isTotal,
          ),
          ...readScores(
            seen,
            { estimate: "hodges_lehmann", lower: "hl_lower", upper: "hl_upper" },
            () => t("kasam.hodges_lehmann"),
            isTotal,
          ),
        ],
        { change: true },
        context,
      );
    },
    [change],
  );
  const drawReliability = useCallback<Draw>(
    (context, see) => {
      const { code, t } = context.wording;
      const seen = reliability && see(reliability);
      const waves = [...new Set(seen === undefined ? [] : readRows(seen).map(({ wave }) => wave))];
      const rows = waves.flatMap((wave) =>
        apart(
          readScores(
            seen,
            { estimate: "alpha", lower: "lower", upper: "upper" },
            ({ subscale }) =>
              t("kasam.alpha_of", {
                subscale: code("subscale", String(subscale)),
                wave: code("wave", String(wave)).toLowerCase(),
                k: scale.subscales.find(({ name }) => name === subscale)?.items ?? "",
              }),
            (row) => row.wave === wave,
          ),
        ),
      );
      const least = Math.min(0, ...rows.map(({ lower }) => lower ?? 0));
      return drawScores(rows, { digits: 2, domain: [Math.max(-1, least), 1] }, context);
    },
    [reliability, scale],
  );
  const drawItemAnswers = useCallback<Draw>(
    (context, see) => {
      const { rows, waves } = itemRows(items && see(items), itemAnswers && see(itemAnswers), context.wording);
      return drawItems(rows, waves, context);
    },
    [items, itemAnswers],
  );
  const drawReliable = useCallback<Draw>(
    (context, see) => {
      const seen = reliable && see(reliable);
      if (seen === undefined || seen.meta.fault !== undefined) return undefined;
      const rows = readRows(seen);
      return drawIntervals(
        readIntervals(seen, context.wording).flatMap((row, index) => {
          const own = rows[index];
          if (own === undefined || !isTotal(own)) return [];
          return [{ ...row, label: context.wording.code("direction", String(own.direction)), apart: false, series: 0 }];
        }),
        context,
      );
    },
    [reliable],
  );
  const total = totalRow(reliable);
  const used = numeric(total?.reliability);
  const needed = numeric(total?.needed);
  return (
    <section className="kasam-section" aria-labelledby="kasam-certainty">
      <h2 id="kasam-certainty">{t("kasam.certainty_section")}</h2>
      <div className="grid">
        <Panel
          className="full"
          title={t("kasam.tests")}
          definition={t("kasam.tests_mean")}
          figures={[change]}
          draw={drawEstimates}
        >
          {change === undefined ? null : <KasamTests figure={change} />}
        </Panel>
        <Panel
          className="full"
          title={t("kasam.reliability")}
          definition={t("kasam.reliability_means")}
          figures={[reliability]}
          draw={drawReliability}
          method={t("kasam.feldt")}
        />
        {catalog.room === "steering" ? null : (
          <Panel
            className="full"
            title={t("kasam.items")}
            definition={t("kasam.items_mean")}
            figures={[items, itemAnswers]}
            draw={drawItemAnswers}
          />
        )}
        {catalog.room === "steering" ? null : (
          <Panel
            className="full"
            title={t("kasam.reliable")}
            definition={
              used === null || needed === null
                ? t("kasam.reliable_unknown")
                : t("kasam.reliable_means", {
                    needed: wording.format.decimal(needed),
                    reliability: wording.format.decimal(used, 2),
                    from: code("reliability_from", String(total?.reliability_from)).toLowerCase(),
                  })
            }
            figures={[reliable]}
            draw={drawReliable}
            method={t("method.wilson")}
          >
            <div className="kasam-fields">
              <KasamNumber name="reliability" label={t("kasam.reliability_used")} standard={used} most={1} />
              <small>{t("kasam.reliability_choice")}</small>
            </div>
          </Panel>
        )}
      </div>
    </section>
  );
}

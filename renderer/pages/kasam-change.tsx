import { useCallback } from "react";
import type { ScaleEntry } from "../../electron/contract.ts";
import { numeric } from "../charts/chart.ts";
import type { Draw } from "../figure.tsx";
import { capitalised, numberWords } from "../number-words.ts";
import { Panel } from "../panel.tsx";
import { KasamChoice } from "../parts/kasam-choice.tsx";
import { KasamNumber } from "../parts/kasam-number.tsx";
import { seenFigures } from "../seen-figures.ts";
import { readRows } from "../table.ts";
import type { Wording } from "../wording.ts";
import { useWorkbench } from "../workbench.tsx";
import {
  changeByGroup,
  changeInContext,
  distribution,
  meansByGroup,
  startAndEnd,
  subscaleChanges,
} from "./kasam-charts.ts";
import type { KasamChoices } from "./kasam-choices.ts";
import { type KasamFigures, totalRow } from "./kasam-headline.ts";

interface KasamChangeProps {
  figures: KasamFigures;
  choices: KasamChoices;
  scale: ScaleEntry;
}

/** Start, end and change: of all, of the scale's parts, and of groups. */
export function KasamChange({ figures, choices, scale }: KasamChangeProps) {
  const { catalog, wording } = useWorkbench();
  const { t, code, say } = wording;
  const drawn = useDraws(figures, scale);
  const regression = figures.regression === undefined ? undefined : readRows(figures.regression)[0];
  const groups = (catalog.codes.survey_group ?? []).filter(({ code: group }) => group !== "none");
  const [subscales = ""] = numberWords([scale.subscales.length - 1], wording.language, "common");
  const total = scale.subscales.find(({ name }) => name === "total");
  return (
    <section className="kasam-section" aria-labelledby="kasam-change">
      <h2 id="kasam-change">{t("kasam.change_section")}</h2>
      <div className="grid">
        <Panel
          className="full"
          title={t("kasam.start_end")}
          definition={t("kasam.start_end_means", {
            lowest: wording.format.decimal(total?.lowest ?? 0),
            highest: wording.format.decimal(total?.highest ?? 0),
          })}
          figures={[figures.change, figures.score]}
          names={[t("kasam.both_times"), t("kasam.all_answers")]}
          draw={drawn.startAndEnd}
          basis={pairedBasis(figures, wording)}
          method={t("method.t")}
        />
        <Panel
          className="full"
          title={t("kasam.context")}
          definition={t("kasam.context_means")}
          figures={[figures.change, figures.sensitivity, figures.regression]}
          names={[t("kasam.change_measured"), t("kasam.change_if_unchanged"), t("kasam.change_expected")]}
          draw={drawn.changeInContext}
          method={t("method.t")}
        >
          <div className="kasam-fields">
            <KasamNumber name="mu" label={t("kasam.mu")} standard={numeric(regression?.mu)} most={total?.highest} />
            <KasamNumber name="rho" label={t("kasam.rho")} standard={numeric(regression?.rho)} most={1} />
            <small>
              {regression === undefined
                ? t("kasam.regression_unknown")
                : typeof regression.inputs === "string"
                  ? `${code("regression_inputs", regression.inputs)}. ${regression.inputs === "published" ? t("kasam.published") : ""}`
                  : null}
            </small>
          </div>
        </Panel>
        <Panel
          className="full"
          title={t("kasam.distribution")}
          definition={t("kasam.distribution_means")}
          figures={[figures.distribution]}
          draw={drawn.distribution}
        >
          {scale.subscales.length < 2 ? null : (
            <KasamChoice
              name="subscale"
              label={t("kasam.subscale")}
              value={choices.subscale}
              options={scale.subscales.map(({ name, lowest, highest }) => ({
                value: name,
                words: `${code("subscale", name)} (${lowest}–${highest})`,
              }))}
            />
          )}
        </Panel>
        {scale.subscales.length < 2 ? null : (
          <Panel
            className="full"
            title={t("kasam.subscales")}
            definition={t("kasam.subscales_mean", { subscales: capitalised(subscales), attempts: subscales })}
            figures={[figures.change]}
            names={[say(scale.title)]}
            draw={drawn.subscaleChanges}
            method={t("method.t")}
          />
        )}
        <Panel
          className="full"
          title={t("kasam.groups")}
          definition={t("kasam.groups_mean")}
          figures={[figures.changeBy, figures.change]}
          names={[code("survey_group", choices.by), t("chart.all")]}
          draw={drawn.changeByGroup}
          method={t("method.t")}
        >
          <KasamChoice
            name="by"
            label={t("kasam.by")}
            value={choices.by}
            options={groups.map(({ code: value, title }) => ({ value, words: say(title) }))}
          />
        </Panel>
        <Panel
          className="full"
          title={t("kasam.lines", { group: code("survey_group", choices.by).toLowerCase() })}
          definition={t("kasam.lines_mean")}
          figures={[figures.changeBy]}
          draw={drawn.meansByGroup}
          method={t("method.t")}
        />
      </div>
    </section>
  );
}

/** `95 av 184 med poäng vid starten`. */
function pairedBasis({ sensitivity }: KasamFigures, { t, format }: Wording): string | undefined {
  const row = totalRow(sensitivity);
  const [paired, all] = [numeric(row?.n_paired), numeric(row?.n)];
  return paired === null || all === null ? undefined : t("kasam.basis", { outOf: format.outOf(paired, all) });
}

/** Charts keep their identity as long as their data are the same. */
function useDraws(figures: KasamFigures, scale: ScaleEntry) {
  return {
    startAndEnd: useCallback<Draw>((context, see) => startAndEnd(seenFigures(figures, see), context), [figures]),
    changeInContext: useCallback<Draw>(
      (context, see) => changeInContext(seenFigures(figures, see), context),
      [figures],
    ),
    distribution: useCallback<Draw>(
      (context, see) => distribution(seenFigures(figures, see), scale, context),
      [figures, scale],
    ),
    subscaleChanges: useCallback<Draw>(
      (context, see) => subscaleChanges(seenFigures(figures, see), context),
      [figures],
    ),
    changeByGroup: useCallback<Draw>((context, see) => changeByGroup(seenFigures(figures, see), context), [figures]),
    meansByGroup: useCallback<Draw>((context, see) => meansByGroup(seenFigures(figures, see), context), [figures]),
  };
}

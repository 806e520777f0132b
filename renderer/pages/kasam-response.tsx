import { useCallback } from "react";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { KasamChoice } from "../parts/kasam-choice.tsx";
import { seenFigures } from "../seen-figures.ts";
import { useWorkbench } from "../workbench.tsx";
import { param } from "./kasam-charts.ts";
import { type KasamChoices, responseGroups } from "./kasam-choices.ts";
import type { KasamFigures } from "./kasam-headline.ts";
import {
  answerFlow,
  assistedAndAlone,
  pairedAndUnpaired,
  responseRates,
  scoresByMode,
} from "./kasam-response-charts.ts";

interface KasamResponseProps {
  figures: KasamFigures;
  choices: KasamChoices;
}

/** Who did not answer, and what that means for the change. */
export function KasamResponse({ figures, choices }: KasamResponseProps) {
  const { catalog, wording } = useWorkbench();
  const { t } = wording;
  const answered = figures[`answered.${param(figures.change, "scale")}`];
  const drawFlow = useCallback<Draw>(
    (context, see) => answerFlow(seenFigures(figures, see), answered && see(answered), context),
    [figures, answered],
  );
  const drawRates = useCallback<Draw>((context, see) => responseRates(seenFigures(figures, see), context), [figures]);
  const drawPairing = useCallback<Draw>(
    (context, see) => pairedAndUnpaired(seenFigures(figures, see), context),
    [figures],
  );
  const drawAssistance = useCallback<Draw>(
    (context, see) => assistedAndAlone(seenFigures(figures, see), context),
    [figures],
  );
  const drawModes = useCallback<Draw>((context, see) => scoresByMode(seenFigures(figures, see), context), [figures]);
  return (
    <section className="kasam-section" aria-labelledby="kasam-response">
      <h2 id="kasam-response">{t("kasam.response_section")}</h2>
      <div className="grid">
        <Panel
          className="full"
          title={t("kasam.flow")}
          definition={t("kasam.flow_means")}
          figures={[answered, figures.change]}
          draw={drawFlow}
        />
        <Panel
          className="full"
          title={t("kasam.rates")}
          definition={t(choices.response === "mode" ? "kasam.rates_mode_mean" : "kasam.rates_mean")}
          figures={[figures.responseBy]}
          draw={drawRates}
          method={t("method.wilson")}
        >
          <KasamChoice
            name="response"
            label={t("kasam.by")}
            value={choices.response}
            options={responseGroups.map((value) => ({ value, words: t(`kasam.by_${value}`) }))}
          />
        </Panel>
        <Panel
          className="full"
          title={t("kasam.pairing")}
          definition={t("kasam.pairing_means")}
          figures={[figures.pairing]}
          draw={drawPairing}
          method={t("method.t")}
        />
        {catalog.room === "steering" ? null : (
          <Panel
            className="full"
            title={t("kasam.assistance")}
            definition={t("kasam.assistance_means")}
            figures={[figures.assistance]}
            draw={drawAssistance}
            method={t("method.welch")}
          />
        )}
        <Panel
          className="full"
          title={t("kasam.modes")}
          definition={t("kasam.modes_mean")}
          figures={[figures.scoreMode]}
          draw={drawModes}
          method={t("method.t")}
        />
      </div>
    </section>
  );
}

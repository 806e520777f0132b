import { useCallback } from "react";
import { drawIntervals } from "../charts/interval.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { EmptyWorkspace } from "../parts/empty-workspace.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { seenFigures } from "../seen-figures.ts";
import type { Figure } from "../table.ts";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import { basisWords } from "./basis.ts";
import { definitionRules, overviewHeadline } from "./overview-headline.ts";
import { hasDenominators, type OverviewFigure, overviewRequests } from "./overview-requests.ts";
import { denominatorFigures, denominatorRows, figureName, hasTargets, municipalityRows } from "./overview-rows.ts";

/** The finding of a programme on one screen: what came of it, on which denominators, for whom, and by which way. */
export function OverviewPage() {
  const { scope } = useWorkbench();
  return scope.programme === undefined ? <EmptyWorkspace /> : <Overview />;
}

function Overview() {
  const { catalog, scope, wording } = useWorkbench();
  const { t, say, format } = wording;
  const indicator = catalog.indicators.find((entry) => entry.name === scope.programme?.indicators[0]);
  const requests = overviewRequests(indicator, scope);
  const { figures, loading, fault, retry, cancel } = useFigures<OverviewFigure>(requests);
  const headline = overviewHeadline(figures, indicator, wording);
  const drawDenominators = useCallback<Draw>(
    (context, see) =>
      indicator === undefined
        ? undefined
        : drawIntervals(denominatorRows(seenFigures(figures, see), indicator, context.wording), context),
    [figures, indicator],
  );
  const drawMunicipalities = useCallback<Draw>(
    (context, see) => drawIntervals(municipalityRows(seenFigures(figures, see), context.wording), context),
    [figures],
  );
  const cutoff = scope.cutoff === null ? "" : format.longDate(scope.cutoff);
  // While the next figures are awaited the cards stay those of the figures that are shown.
  const shown: Partial<Record<OverviewFigure, unknown>> = Object.keys(figures).length > 0 ? figures : requests;
  const named = (...names: OverviewFigure[]): (Figure | undefined)[] =>
    names.filter((name) => shown[name] !== undefined).map((name) => figures[name]);
  const names = (...wanted: OverviewFigure[]) =>
    wanted
      .filter((name) => shown[name] !== undefined)
      .map((name) => (indicator === undefined ? "" : figureName(name, figures, indicator, wording)));
  const basis = (name: OverviewFigure) => basisWords(figures[name], wording);
  const method = indicator?.kind === "share" ? t("method.wilson") : undefined;

  return (
    <div className="page" data-loading={loading || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      {headline === undefined ? (
        <Heading
          title={scope.programme === undefined ? "" : say(scope.programme.title)}
          awaited={fault === null && figures.own === undefined}
        />
      ) : (
        <>
          <h1>{headline.title}</h1>
          <p className="lede">{headline.lede}</p>
        </>
      )}
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      <div className="grid">
        {indicator === undefined ? null : (
          <Panel
            className="wide"
            title={
              hasDenominators(indicator)
                ? t("overview.denominators", { title: say(indicator.title) })
                : say(indicator.title)
            }
            definition={[definitionRules(figures.own?.meta, wording), t("overview.interval_means")].join(" ")}
            figures={named(...denominatorFigures)}
            names={names(...denominatorFigures)}
            draw={drawDenominators}
            basis={basis("own")}
            method={method}
            height={230}
          />
        )}
        <Panel
          title={t("overview.reasons")}
          definition={t("overview.reasons_means", { cutoff })}
          figures={named("reasons")}
          basis={basis("reasons")}
        />
        <Panel
          className="wide"
          title={t("overview.flow")}
          definition={t("overview.flow_means")}
          figures={named("flow")}
          basis={basis("flow")}
        />
        <Panel
          title={t("overview.inflow")}
          definition={t("overview.inflow_means")}
          figures={named("inflow")}
          basis={basis("inflow")}
        />
        <Panel
          className={shown.byMunicipality === undefined ? "wide" : "full"}
          title={t("overview.months")}
          definition={t("overview.months_means")}
          figures={named("months")}
        />
        {shown.byMunicipality === undefined || indicator === undefined ? null : (
          <Panel
            className="wide"
            title={t("overview.municipalities", { title: say(indicator.title) })}
            definition={t("overview.municipalities_means")}
            figures={named("own", "byMunicipality")}
            names={names("own", "byMunicipality")}
            draw={drawMunicipalities}
            basis={basis("own")}
            method={method}
          />
        )}
        <Panel
          title={t(hasTargets(figures.sexes) ? "overview.sexes_targets" : "overview.sexes")}
          definition={t(hasTargets(figures.sexes) ? "overview.sexes_targets_mean" : "overview.sexes_means")}
          figures={named("sexes")}
        />
      </div>
    </div>
  );
}

/** Keeps the headline's place. */
function Heading({ title, awaited }: { title: string; awaited: boolean }) {
  return (
    <>
      <h1>{title}</h1>
      <div className="lede">{awaited ? <Skeleton width="44ch" /> : null}</div>
    </>
  );
}

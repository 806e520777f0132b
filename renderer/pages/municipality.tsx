import { useCallback, useMemo } from "react";
import { groupedChart } from "../charts/grouped.ts";
import { drawIntervals } from "../charts/interval.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { MunicipalityCaveats } from "../parts/municipality-caveats.tsx";
import { MunicipalityIndicators } from "../parts/municipality-indicators.tsx";
import { MunicipalityNeighbours } from "../parts/municipality-neighbours.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Figure } from "../table.ts";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import { basisWords } from "./basis.ts";
import { listedIndicators } from "./indicators-listed.ts";
import { readUnits } from "./municipalities-draws.ts";
import type { Measure } from "./municipalities-measures.ts";
import { municipalityFinding } from "./municipality-finding.ts";
import { municipalityRequests } from "./municipality-requests.ts";

/** One municipality's whole picture: who came, what became of them, what was promised, what they felt, and how sure that is. */
export function OneMunicipality({ code, measure }: { code: string; measure: Measure | undefined }) {
  const { catalog, scope, wording } = useWorkbench();
  const { t } = wording;
  const name = wording.code("municipality", code);
  const indicators =
    scope.programme === undefined
      ? []
      : listedIndicators(catalog, scope.programme).filter(
          ({ kind, breakdowns }) => kind !== "milestone" && breakdowns.includes("municipality"),
        );
  const { figures, loading, fault, retry, cancel } = useFigures<string>(
    municipalityRequests(code, indicators, measure, scope),
  );
  const { all, people, change } = figures;
  const isAnswered = all !== undefined && all.meta.fault === undefined;
  const units = useMemo(() => (isAnswered ? readUnits(all, wording, "name") : []), [isAnswered, all, wording]);
  const isAlone = units.length === 1;
  const own = units.find(({ unit }) => unit === code);
  // The whole programme is then the municipality itself.
  const row = own && isAlone ? { ...own, programme: null } : own;
  const finding = isAnswered
    ? municipalityFinding(name, measure === undefined ? "" : measure.title, row, wording)
    : undefined;
  const alone = isAlone ? t("municipality.alone", { name }) : "";
  const drawPeople = useCallback<Draw>(
    (context, see) => (people === undefined ? undefined : groupedChart(withoutMunicipality(see(people)), context)),
    [people],
  );
  const drawChange = useCallback<Draw>(
    (context, see) =>
      change === undefined ? undefined : drawIntervals(readIntervals(see(change), context.wording), context),
    [change],
  );
  const hasChange = change !== undefined && change.meta.fault === undefined && change.meta.rows > 0;

  return (
    <div className="page municipality" data-loading={loading || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      <MunicipalityNeighbours code={code} units={units} />
      <h1>{finding?.title ?? (fault === null ? <Skeleton width="24em" label={t("panel.loading")} /> : name)}</h1>
      <p className="lede">
        {finding === undefined && fault === null ? <Skeleton width="44ch" /> : `${alone} ${finding?.lede ?? ""}`}
      </p>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      <div className="grid">
        <MunicipalityIndicators code={code} indicators={indicators} isAlone={isAlone} figures={figures} />
        <Panel
          title={t("municipality.people")}
          definition={t("municipality.people_mean")}
          figures={[people]}
          draw={drawPeople}
        />
        <Panel
          className="wide"
          title={t("overview.flow")}
          definition={t("overview.flow_means")}
          figures={[figures.flow]}
          basis={basisWords(figures.flow, wording)}
        />
        <Panel
          title={t("overview.inflow")}
          definition={t("overview.inflow_means")}
          figures={[figures.inflow]}
          basis={basisWords(figures.inflow, wording)}
        />
        <Panel
          className="wide"
          title={t("overview.reasons")}
          definition={t("municipality.exits_mean")}
          figures={[figures.exits]}
          basis={basisWords(figures.exits, wording)}
        />
        {hasChange ? (
          <Panel
            className="wide"
            title={t("municipality.change")}
            definition={t("municipality.change_means")}
            figures={[change]}
            draw={drawChange}
            method={t("method.t")}
          />
        ) : null}
        <MunicipalityCaveats code={code} />
      </div>
    </div>
  );
}

/** All rows are of one municipality, which need not be named in each. */
function withoutMunicipality(figure: Figure): Figure {
  const columns = figure.meta.columns.filter(({ name }) => name !== "municipality");
  const chart = { kind: "grouped", channels: { x: "k", y: "sex", target: "target" } };
  return { ...figure, meta: { ...figure.meta, columns, chart } };
}

import { useMemo } from "react";
import { onPage } from "../address.ts";
import { type ComparedRow, readComparison, readWhole } from "../charts/comparison-rows.ts";
import { Panel } from "../panel.tsx";
import { CompareChoice } from "../parts/compare-choice.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { MunicipalityLinks } from "../parts/municipality-links.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import { comparisonDraws } from "./municipalities-draws.ts";
import { comparisonFinding } from "./municipalities-finding.ts";
import type { Measure } from "./municipalities-measures.ts";
import { type ComparedFigure, comparisonRequests, type Order, orders } from "./municipalities-requests.ts";

interface ComparedProps {
  measures: readonly Measure[];
  measure: Measure;
}

/** Municipalities compared by one measure: what differs surely, what chance alone would give, and why nobody should be ranked. */
export function ComparedMunicipalities({ measures, measure }: ComparedProps) {
  const { address, go, wording } = useWorkbench();
  const { t, say } = wording;
  const order: Order = orders.find((name) => name === address.params.order) ?? "name";
  const { figures, loading, fault, retry, cancel } = useFigures<ComparedFigure>(comparisonRequests(measure, order));
  const { units, whole } = figures;
  const isAnswered = units !== undefined && units.meta.fault === undefined;
  const rows = useMemo(() => (isAnswered ? readComparison(units, wording) : []), [isAnswered, units, wording]);
  const all = isAnswered ? readWhole(units, wording) : undefined;
  const draws = useMemo(() => (units === undefined ? undefined : comparisonDraws(units, whole)), [units, whole]);
  const finding = isAnswered ? comparisonFinding(all, rows, say(measure.title), wording) : undefined;
  const set = (changed: Record<string, string>) => go(onPage(address, address.page, { ...address.params, ...changed }));
  const isShare = all?.share === true;
  const method = isShare ? t("method.wilson") : t("method.t");
  const adjusted = rows.some(({ funnel }) => funnel?.adjusted === true);

  return (
    <div className="page municipalities" data-loading={loading || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      <p className="kicker">{say(measure.title)}</p>
      <h1>
        {finding?.title ?? (fault === null ? <Skeleton width="24em" label={t("panel.loading")} /> : say(measure.title))}
      </h1>
      <p className="lede">{finding === undefined ? <Skeleton width="44ch" /> : finding.lede}</p>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      <CompareChoice
        measures={measures}
        measure={measure}
        onMeasure={(indicator) => set({ indicator })}
        order={order}
        onOrder={(chosen) => set({ order: chosen })}
      />
      <div className="grid">
        <Panel
          className={isShare ? "half long" : "full long"}
          title={t("compare.intervals")}
          definition={t("compare.intervals_mean")}
          figures={[units, whole]}
          names={[t("compare.units"), t("overview.row_whole")]}
          draw={draws?.compared}
          method={method}
        >
          <MunicipalityLinks units={rows} />
        </Panel>
        {isShare ? (
          <Panel
            className="half"
            title={t("compare.funnel")}
            definition={[t("compare.funnel_means"), funnelNote(rows, adjusted, t)].join(" ")}
            figures={[units]}
            draw={draws?.funnel}
            method={t("compare.method_funnel")}
          />
        ) : null}
      </div>
    </div>
  );
}

function funnelNote(rows: readonly ComparedRow[], adjusted: boolean, t: (key: string) => string): string {
  if (adjusted) return t("compare.funnel_adjusted");
  return rows.length < 10 ? t("compare.funnel_unadjusted") : "";
}

import { useMemo } from "react";
import { onPage } from "../address.ts";
import { readWhole } from "../charts/comparison-rows.ts";
import { CompareChoice } from "../parts/compare-choice.tsx";
import { CompareGuard } from "../parts/compare-guard.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import { readUnits } from "./municipalities-draws.ts";
import { comparisonFinding } from "./municipalities-finding.ts";
import type { Measure } from "./municipalities-measures.ts";
import { ComparisonPanels } from "./municipalities-panels.tsx";
import { type ComparedFigure, comparisonRequests, type Order, orders } from "./municipalities-requests.ts";
import { OneMunicipality } from "./municipality.tsx";

interface ComparedProps {
  measures: readonly Measure[];
  measure: Measure;
}

/** Municipalities compared by one measure: what differs surely, what chance alone would give, and why nobody should be ranked. */
export function ComparedMunicipalities({ measures, measure }: ComparedProps) {
  const { address, go, wording } = useWorkbench();
  const { t } = wording;
  const order: Order = orders.find((name) => name === address.params.order) ?? "name";
  const { figures, loading, fault, retry, cancel } = useFigures<ComparedFigure>(comparisonRequests(measure, order));
  const { units, whole } = figures;
  const isAnswered = units !== undefined && units.meta.fault === undefined;
  const rows = useMemo(() => (isAnswered ? readUnits(units, wording, order) : []), [isAnswered, units, wording, order]);
  const all = isAnswered ? readWhole(units, wording) : undefined;
  const { title } = measure;
  const finding = isAnswered ? comparisonFinding(all, rows, title, wording) : undefined;
  const cautions = units?.meta.cautions ?? [];
  const blocked = cautions.some(({ blocks }) => blocks);
  const set = (changed: Record<string, string>) => {
    const params = Object.entries({ ...address.params, ...changed }).filter(([, value]) => value !== "");
    go(onPage(address, address.page, Object.fromEntries(params)), "replace");
  };
  const only = rows[0];
  if (rows.length === 1 && only !== undefined && address.params.indicator === undefined) {
    return <OneMunicipality code={only.unit} measure={measure} />;
  }
  const isAwaited = fault === null && units === undefined;

  return (
    <div className="page municipalities" data-loading={loading || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      <p className="kicker">{title}</p>
      <h1>
        {isAwaited ? (
          <Skeleton width="24em" label={t("panel.loading")} />
        ) : blocked ? (
          t("compare.blocked_title", { title })
        ) : (
          (finding?.title ?? title)
        )}
      </h1>
      <p className="lede">{isAwaited ? <Skeleton width="44ch" /> : blocked ? "" : finding?.lede}</p>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      <CompareGuard cautions={cautions} units={rows} />
      <CompareChoice
        measures={measures}
        measure={measure}
        onMeasure={(indicator) => set({ indicator, pairs: "" })}
        order={order}
        onOrder={(chosen) => set({ order: chosen === "name" ? "" : chosen })}
      />
      <ComparisonPanels
        key={measure.id}
        measure={measure}
        units={units}
        whole={whole}
        rows={rows}
        blocked={blocked}
        order={order}
        params={address.params}
        onParams={set}
      />
    </div>
  );
}

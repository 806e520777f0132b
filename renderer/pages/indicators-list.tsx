import type { IndicatorEntry } from "../../electron/contract.ts";
import { readEstimate } from "../estimate.ts";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { IndicatorTable } from "../parts/indicator-table.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useMarkedFigures } from "../use-marked-figures.ts";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import { listHeadline } from "./indicators-headline.ts";

type Unit = "share" | "count" | "score";
const units: readonly Unit[] = ["share", "count", "score"];

/** Every indicator with its estimate, interval, targets and whether they are reached. */
export function IndicatorList({ indicators }: { indicators: readonly IndicatorEntry[] }) {
  const { wording } = useWorkbench();
  const { t } = wording;
  const requests = Object.fromEntries(indicators.map(({ name }) => [name, { indicator: name }]));
  const { figures, loading, fault, retry, cancel } = useFigures<string>(requests);
  const marked = useMarkedFigures(figures);
  const estimates = indicators.flatMap((indicator) => {
    const figure = marked[indicator.name];
    return (figure && readEstimate(indicator, figure, wording)) ?? [];
  });
  const isAwaited = estimates.length === 0 && fault === null && indicators.length > 0;
  const headline = listHeadline(estimates, wording);
  return (
    <div className="page" data-loading={loading || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      <h1>{isAwaited ? <Skeleton width="24em" label={t("panel.loading")} /> : headline.title}</h1>
      <p className="lede">
        {headline.lede} {t("indicators.lede")}
      </p>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      {isAwaited ? <Skeleton height={60 + 46 * indicators.length} /> : null}
      {units.map((unit) => {
        const own = estimates.filter(({ indicator }) => unitOf(indicator) === unit);
        return own.length === 0 ? null : (
          <section key={unit} className="card indicator-card">
            <IndicatorTable title={t(`indicators.unit_${unit}`)} estimates={own} share={unit === "share"} />
          </section>
        );
      })}
    </div>
  );
}

function unitOf({ kind }: IndicatorEntry): Unit {
  if (kind === "share" || kind === "milestone") return "share";
  return kind === "count" ? "count" : "score";
}

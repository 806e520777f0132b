import { Pencil } from "lucide-react";
import type { IndicatorEntry } from "../../electron/contract.ts";
import { type PromisedTarget, targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, intervalWords, measureWords, valueWords } from "../estimate.ts";
import { useWorkbench } from "../workbench.tsx";
import { Attainment } from "./attainment.tsx";
import { Skeleton } from "./skeleton.tsx";

interface IndicatorSummaryProps {
  indicator: IndicatorEntry;
  estimate: Estimate | undefined;
  editAddress: string;
}

/** The estimate, what was promised and who says so, and what the indicator is. */
export function IndicatorSummary({ indicator, estimate, editAddress }: IndicatorSummaryProps) {
  const { wording } = useWorkbench();
  const { t, say } = wording;
  return (
    <section className="card indicator-summary" aria-label={t("indicators.result")}>
      {estimate === undefined ? <Skeleton height={60} /> : <Result estimate={estimate} />}
      {estimate === undefined || estimate.row.targets.length === 0 ? (
        <p className="none">{t("indicators.no_target_long")}</p>
      ) : (
        <Targets estimate={estimate} />
      )}
      <p className="definition">{say(indicator.description)}</p>
      <footer className="card-foot">
        <a className="button" href={editAddress}>
          <Pencil aria-hidden />
          {t(indicator.origin === "shipped" ? "indicators.copy_and_change" : "indicators.change")}
        </a>
      </footer>
    </section>
  );
}

function Result({ estimate }: { estimate: Estimate }) {
  const { wording } = useWorkbench();
  const { t } = wording;
  const { bounds, row, state, unknown } = estimate;
  const interval = intervalWords(estimate, wording);
  return (
    <div className="result">
      <b>{valueWords(estimate, wording)}</b>
      <span>
        {state === "unmeasured" ? t("indicators.nobody") : null}
        {state === "hidden" ? t("chart.hidden") : null}
        {basisWords(estimate, wording)}
        {interval === "" || bounds !== null ? null : <small>{t("indicators.interval_of", { interval })}</small>}
        {bounds === null || unknown === 0 ? null : (
          <small>
            {t("indicators.bounds", {
              unknown: wording.format.count(unknown),
              low: measureWords(bounds.low, row, wording),
              high: measureWords(bounds.high, row, wording),
            })}
          </small>
        )}
        {row.lowPrecision ? <small>{t("indicators.low_precision")}</small> : null}
      </span>
    </div>
  );
}

/** All that was promised, each with where it stands: two promises may differ. */
function Targets({ estimate }: { estimate: Estimate }) {
  const { wording } = useWorkbench();
  return (
    <ul className="plain-list promised">
      {estimate.row.targets.map((target) => (
        <li key={`${target.value} ${target.whose} ${target.source}`}>
          <b>{targetWords(target, wording)}</b>
          {target.attained === null ? null : <Attainment attained={target.attained} />}
          <Said target={target} />
        </li>
      ))}
    </ul>
  );
}

function Said({ target }: { target: PromisedTarget }) {
  const { say } = useWorkbench().wording;
  return (
    <small>
      {target.title === null ? null : `${say(target.title)}. `}
      {target.source}
    </small>
  );
}

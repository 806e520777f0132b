import { Pencil } from "lucide-react";
import type { IndicatorEntry } from "../../electron/contract.ts";
import { type PromisedTarget, promisedElsewhere, targetWords } from "../charts/targets.ts";
import { promisedFor } from "../draft-targets.ts";
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
  const { catalog, scope, wording } = useWorkbench();
  const { t, say } = wording;
  const shown = estimate?.row.targets ?? [];
  const promised = [...promisedFor(indicator.name, scope.programme), ...indicator.targets];
  const elsewhere = promisedElsewhere(promised, shown, wording);
  return (
    <section className="card indicator-summary" aria-label={t("indicators.result")}>
      {estimate === undefined ? <Skeleton height={60} /> : <Result estimate={estimate} />}
      <Targets targets={shown} />
      {shown.length === 0 && estimate !== undefined ? (
        <p className="none">{t(elsewhere.length === 0 ? "indicators.no_target_long" : "indicators.no_target_here")}</p>
      ) : null}
      {elsewhere.length === 0 || estimate === undefined ? null : (
        <>
          <h3>{t("indicators.targets_elsewhere")}</h3>
          <Targets targets={elsewhere} />
        </>
      )}
      <p className="definition">{say(indicator.description)}</p>
      {catalog.room === "steering" ? null : (
        <footer className="card-foot">
          <a className="button" href={editAddress}>
            <Pencil aria-hidden />
            {t(indicator.origin === "shipped" ? "indicators.copy_and_change" : "indicators.change")}
          </a>
        </footer>
      )}
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
function Targets({ targets }: { targets: readonly PromisedTarget[] }) {
  const { wording } = useWorkbench();
  if (targets.length === 0) return null;
  return (
    <ul className="plain-list promised">
      {targets.map((target) => (
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

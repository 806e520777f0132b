import { type Address, onPage, writeAddress } from "../address.ts";
import { targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, intervalWords, isPlainCount, valueWords } from "../estimate.ts";
import { firstSentence } from "../sentence.ts";
import { useWorkbench } from "../workbench.tsx";
import { Attainment } from "./attainment.tsx";
import { IndicatorBar } from "./indicator-bar.tsx";

interface IndicatorTableProps {
  title: string;
  estimates: readonly Estimate[];
  /** Fractions on a scale from 0 to 1; otherwise each row has a scale of its own, up to its target. */
  share: boolean;
}

/** Indicators of one unit under each other, their intervals in one column. */
export function IndicatorTable({ title, estimates, share }: IndicatorTableProps) {
  const { wording } = useWorkbench();
  const { t, format } = wording;
  return (
    <table className="table indicator-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("indicators.indicator")}</th>
          <th scope="col" data-numeric>
            {t("indicators.estimate")}
          </th>
          <th scope="col" className="interval-scale">
            {share ? (
              <>
                <span className="hidden-visually">{t("indicators.interval")}</span>
                <span aria-hidden>
                  {[0, 0.5, 1].map((value) => (
                    <i key={value}>{format.share(value)}</i>
                  ))}
                </span>
              </>
            ) : (
              t("indicators.against_whole")
            )}
          </th>
          <th scope="col">{t("indicators.basis")}</th>
          <th scope="col">{t("indicators.targets")}</th>
        </tr>
      </thead>
      <tbody>
        {estimates.map((estimate) => (
          <IndicatorRow key={estimate.indicator.name} estimate={estimate} share={share} />
        ))}
      </tbody>
    </table>
  );
}

function IndicatorRow({ estimate, share }: { estimate: Estimate; share: boolean }) {
  const { address, wording } = useWorkbench();
  const { t, say } = wording;
  const { indicator, row, state } = estimate;
  const most = share ? 1 : scaleEnd(estimate);
  return (
    <tr>
      <th scope="row">
        <a href={writeAddress(indicatorAddress(address, indicator.name))}>{say(indicator.title)}</a>
        {indicator.origin === "workspace" ? (
          <span className="tag">{t("indicators.own", { version: indicator.version })}</span>
        ) : null}
      </th>
      <td data-numeric className="indicator-value">
        {valueWords(estimate, wording)}
      </td>
      <td>
        {state === "shown" ? (
          <IndicatorBar estimate={estimate} most={most} />
        ) : (
          <span className="unmeasured">{whyUnmeasured(estimate, wording.t, say)}</span>
        )}
      </td>
      <td className="indicator-basis">
        {basisWords(estimate, wording)}
        {intervalWords(estimate, wording) === "" ? null : <span>{intervalWords(estimate, wording)}</span>}
      </td>
      <td className="indicator-targets">
        {row.targets.length > 0 ? null : (
          <span className="none">{t(state === "hidden" ? "indicators.target_hidden" : "indicators.no_target")}</span>
        )}
        {row.targets.map((target) => (
          <div key={`${target.value} ${target.whose} ${target.source}`}>
            <b>{targetWords(target, wording)}</b>
            {target.attained === null ? null : <Attainment attained={target.attained} />}
          </div>
        ))}
      </td>
    </tr>
  );
}

/** Where an indicator is opened: the page's scope stays. */
export function indicatorAddress(address: Address, name: string, params: Record<string, string> = {}): Address {
  return onPage(address, "indicators", { indicator: name, ...params });
}

/** Where a count's own scale ends: a little past its target or, of a part, at the whole; null where it has neither. */
function scaleEnd({ indicator, row }: Estimate): number | null {
  const wholes = [
    ...row.targets.map((target) => 1.08 * target.value),
    ...(row.base === null || isPlainCount(indicator) ? [] : [row.base]),
  ];
  return wholes.length === 0 ? null : Math.max(1, row.estimate ?? 0, ...wholes);
}

function whyUnmeasured(
  { state, sentence, figure }: Estimate,
  t: (key: string) => string,
  say: (text: { sv: string; en: string }) => string,
): string {
  if (figure.meta.fault !== undefined) return say(figure.meta.fault.message);
  if (state === "hidden") return t("chart.hidden");
  return sentence === null ? t("indicators.nobody") : firstSentence(say(sentence));
}

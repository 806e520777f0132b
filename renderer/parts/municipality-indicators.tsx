import type { IndicatorEntry } from "../../electron/contract.ts";
import { writeAddress } from "../address.ts";
import { type ComparedRow, readComparison } from "../charts/comparison-rows.ts";
import { differenceWords } from "../charts/difference.ts";
import { targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, intervalWords, measureWords, readEstimate, valueWords } from "../estimate.ts";
import type { Figure } from "../table.ts";
import { unitRow } from "../unit-row.ts";
import { useWorkbench } from "../workbench.tsx";
import { Attainment } from "./attainment.tsx";
import { IndicatorBar } from "./indicator-bar.tsx";
import { indicatorAddress } from "./indicator-table.tsx";

interface MunicipalityIndicatorsProps {
  indicators: readonly IndicatorEntry[];
  code: string;
  /** Whether the programme has no other municipality: then there is nothing to compare with. */
  isAlone: boolean;
  /** By `own.<indicator>`: the rows of all municipalities. */
  figures: Readonly<Record<string, Figure | undefined>>;
}

/** All that is measured of one municipality: each estimate with n and interval, against the programme and what was promised. */
export function MunicipalityIndicators({ code, indicators, isAlone, figures }: MunicipalityIndicatorsProps) {
  const { wording } = useWorkbench();
  const { t } = wording;
  const rows = indicators.flatMap((indicator) => {
    const answer = figures[`own.${indicator.name}`];
    const figure = answer && unitRow(answer, "municipality", code);
    const estimate = figure && figure.meta.fault === undefined ? readEstimate(indicator, figure, wording) : undefined;
    if (figure === undefined || estimate === undefined) return [];
    return [{ estimate, compared: indicator.kind === "count" ? undefined : readComparison(figure, wording)[0] }];
  });
  return (
    <section className="card full municipality-indicators">
      <table className="table">
        <caption>{t("municipality.indicators")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("indicators.indicator")}</th>
            <th scope="col" data-numeric>
              {t("indicators.estimate")}
            </th>
            <th scope="col" className="municipality-scale">
              {t("indicators.interval")}
            </th>
            <th scope="col">{t("indicators.basis")}</th>
            {isAlone ? null : (
              <>
                <th scope="col" data-numeric>
                  {t("municipality.programme")}
                </th>
                <th scope="col">{t("municipality.against_rest")}</th>
              </>
            )}
            <th scope="col">{t("indicators.targets")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ estimate, compared }) => (
            <Row key={estimate.indicator.name} estimate={estimate} isAlone={isAlone} compared={compared} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  estimate: Estimate;
  isAlone: boolean;
  compared: ComparedRow | undefined;
}

function Row({ estimate, isAlone, compared }: RowProps) {
  const { address, wording } = useWorkbench();
  const { t, say, glyph } = wording;
  const { indicator, row, state } = estimate;
  const programme = compared?.programme ?? null;
  return (
    <tr>
      <th scope="row">
        <a href={writeAddress(indicatorAddress(address, indicator.name))}>{say(indicator.title)}</a>
      </th>
      <td data-numeric className="indicator-value">
        {valueWords(estimate, wording)}
      </td>
      <td>
        {state === "shown" && row.share ? (
          <IndicatorBar estimate={estimate} most={1} />
        ) : state === "hidden" ? (
          <span className="unmeasured">{t("chart.hidden")}</span>
        ) : null}
      </td>
      <td className="indicator-basis">
        {basisWords(estimate, wording)}
        {intervalWords(estimate, wording) === "" ? null : <span>{intervalWords(estimate, wording)}</span>}
      </td>
      {isAlone ? null : (
        <>
          <td data-numeric>
            {compared?.comparisonHidden ? glyph : programme === null ? "" : measureWords(programme, row, wording)}
          </td>
          <td className="municipality-difference">
            {compared === undefined ? "" : differenceWords(compared, wording)}
          </td>
        </>
      )}
      <td className="indicator-targets">
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

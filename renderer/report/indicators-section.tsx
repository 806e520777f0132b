import { drawIntervals } from "../charts/interval.ts";
import { targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, intervalWords, valueWords } from "../estimate.ts";
import { listHeadline } from "../pages/indicators-headline.ts";
import { firstSentence } from "../sentence.ts";
import { ChartPicture } from "./chart-picture.tsx";
import { drawingContext } from "./figure-part.tsx";
import { type ReportContent, readEstimates } from "./report-content.ts";
import { HiddenSign } from "./report-table.tsx";
import { Section } from "./section.tsx";

/** Each indicator of the programme with its interval, against what was promised; of a municipality beside the programme. */
export function IndicatorsSection({ content }: { content: ReportContent }) {
  const { subject, wording } = content;
  const { t, say } = wording;
  const read = subject.programme.indicators.flatMap((name) => {
    const { own, whole, isOfPlace } = readEstimates(name, content);
    return own === undefined ? [] : [{ own, whole, isOfPlace }];
  });
  if (read.length === 0) return null;
  const estimates = read.map(({ own }) => own);
  const { title, lede } = listHeadline(estimates, wording);
  const shares = estimates.filter(({ row, state }) => row.share && (state === "shown" || state === "hidden"));
  const isPart = subject.municipality !== null;
  return (
    <Section id="indicators" title={t("outcome_report.indicators")} means={t("indicators.lede")}>
      <p>
        <strong>{title}</strong> {lede}
      </p>
      {shares.length === 0 ? null : (
        <ChartPicture
          title={t("outcome_report.indicators")}
          drawing={drawIntervals(
            shares.map(({ row, indicator }) => ({ ...row, label: say(indicator.title), apart: false, series: 0 })),
            // Long names on the left and targets on the right: a little smaller, so that the scale between them can be read.
            { ...drawingContext(content), width: 780 },
          )}
        />
      )}
      <table>
        <caption>{t("outcome_report.indicators")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("indicators.indicator")}</th>
            <th scope="col" data-numeric>
              {t("indicators.estimate")}
            </th>
            <th scope="col" data-numeric>
              {t("outcome_report.interval")}
            </th>
            <th scope="col" data-numeric>
              {t("indicators.basis")}
            </th>
            {isPart ? (
              <th scope="col" data-numeric>
                {t("outcome_report.programme")}
              </th>
            ) : null}
            <th scope="col">{t("indicators.targets")}</th>
          </tr>
        </thead>
        <tbody>
          {read.map(({ own, whole, isOfPlace }) => (
            <tr key={own.indicator.name}>
              <th scope="row">
                {say(own.indicator.title)}
                {isPart && !isOfPlace ? <small>{t("outcome_report.whole_only")}</small> : null}
              </th>
              <td data-numeric>{value(own)}</td>
              <td data-numeric>{own.state === "shown" ? intervalWords(own, wording) : ""}</td>
              <td data-numeric>{basisWords(own, wording)}</td>
              {isPart ? <td data-numeric>{whole === undefined ? "" : beside(whole)}</td> : null}
              <td>{targets(own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );

  function value(estimate: Estimate) {
    const { fault } = estimate.figure.meta;
    if (fault !== undefined) return <small>{say(fault.message)}</small>;
    if (estimate.state === "hidden") return <HiddenSign wording={wording} />;
    if (estimate.state === "shown") return valueWords(estimate, wording);
    return <small>{estimate.sentence === null ? t("indicators.nobody") : firstSentence(say(estimate.sentence))}</small>;
  }

  function beside(estimate: Estimate) {
    if (estimate.state === "hidden") return <HiddenSign wording={wording} />;
    return estimate.state !== "shown" ? (
      "–"
    ) : (
      <>
        {valueWords(estimate, wording)}
        <small>{basisWords(estimate, wording)}</small>
      </>
    );
  }

  function targets({ row, state }: Estimate) {
    if (row.targets.length === 0) return t(state === "hidden" ? "indicators.target_hidden" : "indicators.no_target");
    return row.targets.map((target) => (
      <div key={`${target.value} ${target.whose} ${target.source}`}>
        {targetWords(target, wording)}
        {target.attained === null ? null : <strong className="verdict">{t(`attained.${target.attained}`)}</strong>}
      </div>
    ));
  }
}

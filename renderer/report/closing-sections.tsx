import { countHidden } from "./hidden-cells.ts";
import type { ReportContent } from "./report-content.ts";
import { Section } from "./section.tsx";

/** What a reader must know before using the programme's own figures. */
export function CaveatsSection({ content: { subject, wording } }: { content: ReportContent }) {
  const { t, say } = wording;
  const { caveats } = subject.programme;
  if (caveats.length === 0) return null;
  return (
    <Section id="caveats" title={t("theory.caveats")} means={t("theory.caveats_mean")}>
      <ul>
        {caveats.map(({ text, source }) => (
          <li key={say(text)}>
            {say(text)}{" "}
            <small>
              {t("panel.source")}: {source}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Which deliveries the figures are made from. */
export function SourcesSection({ content: { subject, wording } }: { content: ReportContent }) {
  const { t, say, format } = wording;
  return (
    <Section id="sources" title={t("outcome_report.sources")}>
      <p>{subject.programme.source}</p>
      {subject.scope.extracts.map((extract) => (
        <dl key={extract.extract} className="facts">
          <div>
            <dt>{t("outcome_report.supplied_by")}</dt>
            <dd>
              {extract.supplied_by}
              {extract.synthetic ? ` · ${t("synthetic.short")}` : ""}
            </dd>
          </div>
          <div>
            <dt>{t("outcome_report.as_of")}</dt>
            <dd>
              {format.longDate(extract.as_of)}, {t(`completeness.${extract.completeness}`)}
            </dd>
          </div>
          <div>
            <dt>SHA-256</dt>
            <dd className="hash">{extract.extract}</dd>
          </div>
          {extract.coarsened === undefined || extract.coarsened.length === 0 ? null : (
            <div>
              <dt>{t("outcome_report.coarsened")}</dt>
              <dd>{extract.coarsened.map(({ message }) => say(message)).join(" ")}</dd>
            </div>
          )}
        </dl>
      ))}
    </Section>
  );
}

/** How intervals, rounding and hidden numbers are made, and how many numbers are hidden. */
export function MethodSection({ content }: { content: ReportContent }) {
  const { catalog, figures, wording } = content;
  const { t, format } = wording;
  const { hidden, cells } = countHidden(Object.values(figures));
  const { smallest_count, smallest_base, smallest_n_mean, glyph } = catalog.policy;
  return (
    <Section id="method" title={t("outcome_report.method")}>
      <ul>
        <li>{t("outcome_report.method_share")}</li>
        <li>{t("outcome_report.method_mean")}</li>
        <li>{t("outcome_report.method_target")}</li>
        <li>{t("outcome_report.method_rounding")}</li>
        <li>
          {t("outcome_report.method_hidden", {
            glyph,
            most: smallest_count - 1,
            base: smallest_base,
            mean: smallest_n_mean,
          })}
        </li>
        <li>{t("outcome_report.hidden", { hidden: format.count(hidden), cells: format.count(cells) })}</li>
      </ul>
    </Section>
  );
}

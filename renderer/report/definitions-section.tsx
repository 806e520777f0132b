import type { ReportContent } from "./report-content.ts";
import { indicatorKey, reportIndicators } from "./requests.ts";
import { Section } from "./section.tsx";

/** How each indicator counts, as the engine reads its definition, with the definition's version. */
export function DefinitionsSection({ content }: { content: ReportContent }) {
  const { catalog, subject, figures, wording } = content;
  const { t, say } = wording;
  const place = subject.municipality === null ? "" : t("outcome_report.definitions_whole");
  return (
    <Section id="definitions" title={t("outcome_report.definitions")} means={place}>
      <dl>
        {reportIndicators(catalog, subject).map((indicator) => {
          const meta = figures[indicatorKey(indicator.name)]?.meta;
          return (
            <div key={indicator.name}>
              <dt>{say(indicator.title)}</dt>
              <dd>
                {say(indicator.description)} {meta?.sentence === undefined ? null : say(meta.sentence)}
                <small>
                  {indicator.name}, {t("source.version", { version: indicator.version })}
                  {meta?.definition === undefined ? "" : `, SHA-256 ${meta.definition.hash.slice(0, 12)}`}.{" "}
                  {t("panel.source")}: {indicator.source}
                </small>
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

import { findingSentences } from "./finding.ts";
import type { ReportContent } from "./report-content.ts";

/** What is reported, from what, as of when and by which rules; and the finding. */
export function TitleBlock({ content }: { content: ReportContent }) {
  const { catalog, subject, figures, wording } = content;
  const { t, say, format } = wording;
  const { programme, municipality, scope } = subject;
  const meta = Object.values(figures).find((figure) => figure !== undefined)?.meta;
  const [finding, ...rest] = findingSentences(content);
  const facts: [string, string][] = [
    [
      t("facts.period"),
      t("facts.from_to", { from: format.longDate(programme.starts_on), to: format.longDate(programme.ends_on) }),
    ],
    [
      t("facts.municipalities"),
      format.list(programme.municipalities.map((code) => wording.code("municipality", code))),
    ],
    [t("facts.funder"), say(programme.funder)],
    [t("bar.cutoff"), scope.cutoff === null ? "" : format.longDate(scope.cutoff)],
    [t("outcome_report.as_of"), scope.asOf === null ? "" : format.longDate(scope.asOf)],
    [t("bar.extract"), scope.extracts.map(({ extract }) => extract.slice(0, 12)).join(", ")],
    [
      t("room.steering_label"),
      t("outcome_report.policy", { most: catalog.policy.smallest_count - 1, glyph: catalog.policy.glyph }),
    ],
    [t("source.computed"), meta === undefined ? "" : `Sammanhang ${meta.product}, DuckDB ${meta.database}`],
  ];
  return (
    <header>
      <p className="kicker">{t("outcome_report.kicker")}</p>
      <h1>{reportTitle(content)}</h1>
      {municipality === null ? null : <p className="of">{say(programme.title)}</p>}
      {scope.extracts.some(({ synthetic }) => synthetic) ? <p className="caution">{t("synthetic.long")}</p> : null}
      {finding === undefined ? null : <p className="finding">{finding}</p>}
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <dl className="facts">
        {facts.map(([name, words]) =>
          words === "" ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  );
}

/** What the report is called, on its first page and in a list of files. */
export function reportTitle({ subject: { programme, municipality }, wording: { say, t } }: ReportContent): string {
  return municipality === null
    ? say(programme.title)
    : t("outcome_report.of_place", { place: say(municipality.title) });
}

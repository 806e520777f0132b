import { FigurePart } from "./figure-part.tsx";
import type { ReportContent } from "./report-content.ts";
import { Section } from "./section.tsx";

/** Who they are, and how they came. */
export function ParticipantsSection({ content }: { content: ReportContent }) {
  const { figures, wording } = content;
  const { t } = wording;
  const target = figures.sexes?.data.getChild("target");
  const hasTargets = target !== undefined && target !== null && target.nullCount < target.length;
  const parts = [
    {
      figure: figures.sexes,
      title: t(hasTargets ? "overview.sexes_targets" : "overview.sexes"),
      columns: ["municipality", "sex", "k", "n", "share", ...(hasTargets ? ["target", "attained"] : [])],
    },
    { figure: figures.ages, title: t("outcome_report.ages"), columns: ["age_band", "sex", "k", "n", "share"] },
    { figure: figures.inflow, title: t("overview.inflow"), columns: ["inflow_route", "k", "n", "share"] },
  ];
  return (
    <Section id="participants" title={t("outcome_report.participants")}>
      {parts.map(({ figure, title, columns }) =>
        figure === undefined ? null : (
          <div key={title} className="part">
            <h3>{title}</h3>
            <p className="means">{wording.say(figure.meta.description ?? { sv: "", en: "" })}</p>
            <FigurePart figure={figure} title={title} columns={columns} content={content} />
          </div>
        ),
      )}
    </Section>
  );
}

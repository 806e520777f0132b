import { FigurePart } from "./figure-part.tsx";
import type { ReportContent } from "./report-content.ts";
import { scaleKey } from "./requests.ts";
import { Section } from "./section.tsx";

const columns = ["subscale", "n", "mean_pre", "mean_post", "change", "lower", "upper", "dz", "wilcoxon_p"];

/** How those who answered twice have changed, scale by scale; scales that nobody answered twice are left out. */
export function ChangeSection({ content }: { content: ReportContent }) {
  const { catalog, figures, wording } = content;
  const { t, say } = wording;
  const answered = catalog.scales.flatMap((scale) => {
    const figure = figures[scaleKey(scale.name)];
    const isThere = figure !== undefined && figure.meta.fault === undefined && figure.data.numRows > 0;
    return isThere ? [{ scale, figure }] : [];
  });
  const [first] = answered;
  if (first === undefined) return null;
  return (
    <Section
      id="change"
      title={t("outcome_report.change")}
      means={say(first.figure.meta.description ?? { sv: "", en: "" })}
    >
      {answered.map(({ scale, figure }) => (
        <div key={scale.name} className="part">
          <h3>{say(scale.title)}</h3>
          <FigurePart
            figure={figure}
            title={`${say(scale.title)}: ${t("outcome_report.change")}`}
            columns={columns}
            content={content}
          />
        </div>
      ))}
    </Section>
  );
}

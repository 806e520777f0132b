import { drawIntervals } from "../charts/interval.ts";
import { municipalityRows } from "../pages/overview-rows.ts";
import { drawingContext, FigurePart } from "./figure-part.tsx";
import { headlineOf, type ReportContent } from "./report-content.ts";
import { Section } from "./section.tsx";

const columns = [
  "municipality",
  "k",
  "n",
  "estimate",
  "lower",
  "upper",
  "difference",
  "difference_lower",
  "difference_upper",
  "p_adjusted",
];

/** The municipalities beside the whole, in the order of their names, each with its difference to the others together. */
export function MunicipalitiesSection({ content }: { content: ReportContent }) {
  const { figures, wording } = content;
  const { t, say } = wording;
  const indicator = headlineOf(content);
  const figure = figures.municipalities;
  if (indicator === undefined || figure === undefined) return null;
  const title = t("overview.municipalities", { title: say(indicator.title) });
  const drawing =
    figure.meta.fault === undefined
      ? drawIntervals(municipalityRows({ own: figures.own, byMunicipality: figure }, wording), drawingContext(content))
      : undefined;
  return (
    <Section
      id="municipalities"
      title={title}
      means={`${t("overview.municipalities_means")} ${t("outcome_report.difference_means")}`}
    >
      {figure.meta.cautions?.map(({ code, message }) => (
        <p key={code} className="caution">
          {say(message)}
        </p>
      ))}
      <FigurePart figure={figure} title={title} columns={columns} content={content} drawing={drawing} />
    </Section>
  );
}

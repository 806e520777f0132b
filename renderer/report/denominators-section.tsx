import { drawIntervals } from "../charts/interval.ts";
import { hasDenominators } from "../pages/overview-requests.ts";
import { denominatorRows, type OverviewFigures } from "../pages/overview-rows.ts";
import { ChartPicture } from "./chart-picture.tsx";
import { drawingContext } from "./figure-part.tsx";
import { IntervalTable } from "./interval-table.tsx";
import { headlineOf, ownFigures, type ReportContent } from "./report-content.ts";
import { Section } from "./section.tsx";

/** The headline's numerator on each denominator that makes sense, and below them the sexes. */
export function DenominatorsSection({ content }: { content: ReportContent }) {
  const { wording } = content;
  const { t, say } = wording;
  const indicator = headlineOf(content);
  if (indicator === undefined || !hasDenominators(indicator)) return null;
  const figures: OverviewFigures = ownFigures(content);
  const rows = denominatorRows(figures, indicator, wording);
  if (rows.length === 0) return null;
  const title = t("overview.denominators", { title: say(indicator.title) });
  return (
    <Section id="denominators" title={title} means={t("overview.interval_means")}>
      <ChartPicture title={title} drawing={drawIntervals(rows, drawingContext(content))} />
      <IntervalTable caption={title} rows={rows} wording={wording} />
    </Section>
  );
}

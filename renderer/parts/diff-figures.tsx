import type { FigureChange, FigureSide } from "../../electron/contract.ts";
import { useWorkbench } from "../workbench.tsx";

/** The programme's indicators at two deliveries, each difference with why it is there. */
export function DiffFigures({ figures }: { figures: readonly FigureChange[] }) {
  const { catalog, wording } = useWorkbench();
  const { t, format, say, code } = wording;
  const titleOf = (name: string) => {
    const entry = catalog.indicators.find((indicator) => indicator.name === name);
    return entry === undefined ? name : say(entry.title);
  };
  const isShare = (name: string) => catalog.indicators.find((indicator) => indicator.name === name)?.kind === "share";
  const number = (name: string, value: number) => (isShare(name) ? format.share(value, 1) : format.decimal(value));
  const side = (name: string, { k, n, estimate, cutoff }: FigureSide) => {
    if (estimate === null) return "–";
    const of = isShare(name) && k !== null && n !== null ? `, ${format.outOf(k, n)}` : "";
    return `${number(name, estimate)}${of}${cutoff === null ? "" : ` (${format.date(cutoff)})`}`;
  };
  const own = figures.filter(({ target }) => target === null);
  return (
    <article className="card diff-card">
      <table className="table">
        <caption>{t("diff.figures")}</caption>
        <thead>
          <tr>
            {["indicator", "comparison", "before", "after", "difference", "causes", "verdict"].map((name) => (
              <th key={name} scope="col">
                {t(`diff.figure_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.map(({ indicator, comparison, before, after, difference, causes }) => (
            <tr key={`${indicator} ${comparison}`}>
              <th scope="row">{titleOf(indicator)}</th>
              <td>{t(`diff.comparison_${comparison}`)}</td>
              <td>{side(indicator, before)}</td>
              <td>{side(indicator, after)}</td>
              <td data-numeric>
                {difference === null ? "–" : `${difference > 0 ? "+" : ""}${number(indicator, difference)}`}
              </td>
              <td>{causes.map((cause) => t(`diff.cause_${cause}`)).join(", ")}</td>
              <td>{verdicts(figures, indicator, comparison, (attained) => code("attained", attained)) || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** Targets whose verdict changed, as before → after. */
function verdicts(
  figures: readonly FigureChange[],
  indicator: string,
  comparison: FigureChange["comparison"],
  say: (attained: string) => string,
): string {
  return figures
    .filter((each) => each.target !== null && each.indicator === indicator && each.comparison === comparison)
    .filter(({ before, after }) => before.attained !== null && after.attained !== null)
    .filter(({ before, after }) => before.attained !== after.attained)
    .map(({ before, after }) => `${say(before.attained!)} → ${say(after.attained!)}`)
    .join("; ");
}

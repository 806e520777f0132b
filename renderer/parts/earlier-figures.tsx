import type { EarlierFigure } from "../../electron/contract.ts";
import type { CellHistory } from "../table.ts";
import { useWording } from "../workbench.tsx";

/** The earlier figures because of which a cell is hidden: together with them it would tell of whom, and how closely. */
export function EarlierFigures({ history: { cause, figures } }: { history: CellHistory }) {
  const { t, say, format } = useWording();
  if (cause.kind === "undecided") return <p>{t("earlier.undecided")}</p>;
  const own = cause.figures.flatMap((place) => figures[place] ?? []);
  return (
    <>
      <h3>{t(cause.kind === "unmasks" ? "earlier.together" : "earlier.hidden_before")}</h3>
      <EarlierList figures={own} />
      {cause.withOthers ? <p>{t("earlier.with_others")}</p> : null}
      {cause.told === undefined ? null : (
        <p>
          {t("earlier.would_tell", { told: say(cause.told) })}
          {cause.bounds === undefined ? null : ` ${closely(cause.bounds)}`}
        </p>
      )}
      {cause.toOne ? <p>{t("earlier.to_one")}</p> : null}
    </>
  );

  function closely({ low, high }: { low: number; high: number }): string {
    if (low === high) return t("earlier.exactly", { count: low, number: format.count(low) });
    return t("earlier.between", { low: format.count(low), high: format.count(high) });
  }
}

/** Figures that were shown before, each with of whom it was and when. */
export function EarlierList({ figures }: { figures: readonly EarlierFigure[] }) {
  const { t, say, format } = useWording();
  return (
    <ul className="plain-list">
      {figures.map((each) => (
        <li key={`${each.at} ${say(each.figure)} ${say(each.scope)}`}>
          {t("earlier.figure", { figure: say(each.figure), scope: say(each.scope), at: format.moment(each.at) })}
        </li>
      ))}
    </ul>
  );
}

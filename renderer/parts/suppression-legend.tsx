import { onPage, writeAddress } from "../address.ts";
import { mark } from "../charts/chart.ts";
import { emptySigns, type ReadState } from "../empty-cell.ts";
import { useWorkbench } from "../workbench.tsx";

export type LegendState = Exclude<ReadState, "number"> | "marked";

const order: readonly LegendState[] = ["hidden", "marked", "zero", "not_applicable", "missing", "not_yet"];

/** What the signs of a table or a chart mean, those that are in it; for hidden numbers why, and the way to the rules. */
export function SuppressionLegend({ states }: { states: ReadonlySet<LegendState> }) {
  const { address, wording } = useWorkbench();
  const { t, glyph } = wording;
  const signs: Record<LegendState, string> = {
    hidden: glyph,
    marked: mark,
    zero: "0",
    ...emptySigns,
    not_yet: "",
  };
  const present = order.filter((state) => states.has(state) && signs[state] !== "");
  // A table of numbers alone needs no signs explained: nought is then what it looks like.
  if (present.every((state) => state === "zero")) return null;
  return (
    <div className="suppression-legend">
      <ul aria-label={t("suppression.legend")}>
        {present.map((state) => (
          <li key={state}>
            <b>{signs[state]}</b> {t(`suppression.state_${state}`)}
          </li>
        ))}
      </ul>
      {states.has("hidden") || states.has("marked") ? (
        <details>
          <summary>{t("suppression.ask")}</summary>
          <p>
            {t("suppression.why")} <a href={writeAddress(onPage(address, "policy"))}>{t("suppression.more")}</a>
          </p>
        </details>
      ) : null}
    </div>
  );
}

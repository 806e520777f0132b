import { useDeferredValue, useMemo } from "react";
import { Button } from "react-aria-components/Button";
import { type ComparedRow, readWhole } from "../charts/comparison-rows.ts";
import { Panel } from "../panel.tsx";
import { MunicipalityLinks } from "../parts/municipality-links.tsx";
import type { Figure } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";
import { comparisonDraws } from "./municipalities-draws.ts";
import { LikeWithLike } from "./municipalities-like.tsx";
import type { Measure } from "./municipalities-measures.ts";
import { OverTime } from "./municipalities-over-time.tsx";
import { ComparedPairs } from "./municipalities-pairs.tsx";
import type { Order } from "./municipalities-requests.ts";

interface PanelsProps {
  measure: Measure;
  units: Figure | undefined;
  whole: Figure | undefined;
  rows: readonly ComparedRow[];
  order: Order;
  /** They are too unlike for anything but each by itself. */
  blocked: boolean;
  params: Readonly<Record<string, string>>;
  onParams(changed: Record<string, string>): void;
}

/** More small charts than this are not looked through. */
const mostMultiples = 60;

/** The charts of a comparison. Of two there is one difference and nothing more to say; of means no funnel. */
export function ComparisonPanels({ measure, units, whole, rows, order, blocked, params, onParams }: PanelsProps) {
  const { wording } = useWorkbench();
  const { t } = wording;
  const draws = useMemo(
    () => (units === undefined ? undefined : comparisonDraws(units, whole, order)),
    [units, whole, order],
  );
  // Of hundreds of municipalities a chart takes its time: those further down are drawn when the first are there to be read.
  const later = useDeferredValue(units, undefined);
  const laterDraws = useMemo(
    () => (later === undefined ? undefined : comparisonDraws(later, undefined, order)),
    [later, order],
  );
  const all = units === undefined || units.meta.fault !== undefined ? undefined : readWhole(units, wording);
  const isShare = measure.indicator?.kind === "share";
  // What is hidden as a whole is said once, above, rather than by empty charts.
  const isCompared = measure.indicator !== null && !blocked && rows.length > 1 && all?.hidden !== true;
  const hasSeveral = isCompared && rows.length > 2;
  const method = t(isShare ? "method.wilson" : "method.t");
  const chosen = (params.like ?? "").split(",").filter(Boolean);
  return (
    <div className="grid">
      <Panel
        className={isCompared || rows.length === 0 ? "half long" : "full long"}
        title={t("compare.intervals")}
        definition={t(measure.indicator !== null ? "compare.intervals_mean" : "compare.scores_mean")}
        figures={[units, whole]}
        names={[t("compare.units"), t("overview.row_whole")]}
        draw={draws?.compared}
        method={method}
      >
        <MunicipalityLinks units={rows} />
      </Panel>
      {hasSeveral && isShare ? (
        <Panel
          className="half"
          title={t("compare.funnel")}
          definition={[t("compare.funnel_means"), funnelNote(rows, t)].filter(Boolean).join(" ")}
          figures={[units]}
          draw={draws?.funnel}
          method={t("compare.method_funnel")}
        />
      ) : null}
      {isCompared ? (
        <Panel
          className="half long"
          title={t(rows.length === 2 ? "compare.difference_of_two" : "compare.differences")}
          definition={t(rows.length === 2 ? "compare.difference_of_two_means" : "compare.differences_mean", {
            name: rows[0]?.label,
            other: rows[1]?.label,
          })}
          figures={[later]}
          draw={laterDraws?.differences}
          method={t(isShare ? "compare.method_shares" : "compare.method_means")}
        >
          {hasSeveral ? (
            <p className="compare-more">
              <Button className="button" onPress={() => onParams({ pairs: params.pairs === "1" ? "" : "1" })}>
                {t(params.pairs === "1" ? "compare.pairs_hide" : "compare.pairs_show")}
              </Button>
            </p>
          ) : null}
        </Panel>
      ) : null}
      {hasSeveral && isShare ? (
        <Panel
          className="half long"
          title={t("compare.shrunk")}
          definition={shrunkWords(rows, t)}
          figures={[later]}
          draw={laterDraws?.shrinkage}
          method={t("compare.method_shrunk")}
        />
      ) : null}
      {hasSeveral && params.pairs === "1" && measure.indicator !== null ? (
        <ComparedPairs indicator={measure.indicator.name} />
      ) : null}
      {isCompared && isShare ? (
        <LikeWithLike
          indicator={measure.id}
          units={rows}
          chosen={chosen}
          onChoose={(columns) => onParams({ like: columns.join(",") })}
        />
      ) : null}
      {measure.indicator === null || blocked || rows.length === 0 || rows.length > mostMultiples ? null : (
        <OverTime
          measure={measure}
          units={rows}
          benchmark={params.benchmark ?? ""}
          onBenchmark={(benchmark) => onParams({ benchmark })}
        />
      )}
    </div>
  );
}

function funnelNote(rows: readonly ComparedRow[], t: (key: string) => string): string {
  if (rows.some(({ funnel }) => funnel?.adjusted === true)) return t("compare.funnel_adjusted");
  return rows.length < 10 ? t("compare.funnel_unadjusted") : "";
}

/** Why a small municipality is drawn towards the whole, as one would say it in a meeting. */
function shrunkWords(rows: readonly ComparedRow[], t: (key: string) => string): string {
  const way = rows.find(({ shrinkage }) => shrinkage !== null)?.shrinkage ?? "no_difference";
  return `${t("compare.shrunk_means")} ${t(`compare.shrunk_${way}`)}`;
}

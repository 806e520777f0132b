import { ChevronLeft } from "lucide-react";
import { useMemo } from "react";
import type { IndicatorEntry } from "../../electron/contract.ts";
import { onPage, writeAddress } from "../address.ts";
import { breakdownParts } from "../breakdown-parts.ts";
import { readEstimate } from "../estimate.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { IndicatorDefinition } from "../parts/indicator-definition.tsx";
import { IndicatorSummary } from "../parts/indicator-summary.tsx";
import { indicatorAddress } from "../parts/indicator-table.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { splitSentence } from "../sentence.ts";
import type { Figure } from "../table.ts";
import { trendDays } from "../trend-days.ts";
import { useMarkedFigures } from "../use-marked-figures.ts";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import {
  denominatorNames,
  drawBreakdown,
  drawDenominators,
  drawOverTime,
  drawUnknown,
  type OpenedFigures,
} from "./indicators-charts.ts";
import { comparedDenominators, openedRequests } from "./indicators-requests.ts";

/** A longer sentence is read below the title rather than as one. */
const longestTitle = 150;

interface OpenedProps {
  indicator: IndicatorEntry;
  /** Those of the list that it was opened from. */
  indicators: readonly IndicatorEntry[];
}

/** One indicator with everything that it stands on and everything it can be divided by. */
export function OpenedIndicator({ indicator, indicators }: OpenedProps) {
  const { address, scope, wording } = useWorkbench();
  const { t, say, code } = wording;
  const { figures, loading, fault, retry, cancel } = useFigures<string>(openedRequests(indicator, scope));
  const { own } = figures;
  const { own: markedOwn } = useMarkedFigures({ own });
  const estimate = markedOwn && readEstimate(indicator, markedOwn, wording);
  const sentence = splitSentence(own?.meta.sentence === undefined ? "" : say(own.meta.sentence));
  const isTitle = sentence.first !== "" && sentence.first.length <= longestTitle;
  const denominators = denominatorNames(indicator);
  const days = trendDays(scope);
  const parts = useMemo(
    () => (figures.by === undefined ? {} : breakdownParts(figures.by, indicator.breakdowns)),
    [figures.by, indicator.breakdowns],
  );
  const draws = useDraws(figures, parts, indicator, days);
  const method = methodOf(indicator, t);
  const named = (names: readonly string[]): (Figure | undefined)[] => names.map((name) => figures[name]);
  const unknown = estimate?.unknown ?? 0;

  return (
    <div className="page" data-loading={loading || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      <nav className="path" aria-label={t("indicators.path")}>
        <a href={writeAddress(onPage(address, "indicators"))}>
          <ChevronLeft aria-hidden />
          {t("page.indicators")}
        </a>
        <Neighbours indicator={indicator} indicators={indicators} />
      </nav>
      {isTitle ? <p className="kicker">{say(indicator.title)}</p> : null}
      <h1>{isTitle ? sentence.first : say(indicator.title)}</h1>
      <p className="lede">
        {own === undefined ? <Skeleton width="44ch" /> : isTitle ? sentence.rest : `${sentence.first} ${sentence.rest}`}
      </p>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      <div className="grid">
        {denominators.length === 0 ? null : (
          <Panel
            className="wide"
            title={t("indicators.denominators")}
            definition={t("indicators.denominators_mean")}
            figures={named(denominators)}
            names={comparedDenominators(indicator).map((name) => code("denominator", name))}
            draw={draws.denominators}
            method={method}
          >
            <details className="meanings">
              <summary>{t("indicators.denominators_differ")}</summary>
              <dl>
                {comparedDenominators(indicator).map((name) => (
                  <div key={name}>
                    <dt>{code("denominator", name)}</dt>
                    <dd>{t(`denominator_means.${name}`)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </Panel>
        )}
        <IndicatorSummary
          indicator={indicator}
          estimate={estimate}
          editAddress={writeAddress(indicatorAddress(address, indicator.name, { edit: "1" }))}
        />
        <Panel
          className="wide"
          title={t("indicators.trend")}
          definition={[
            t(scope.room === "steering" ? "indicators.trend_means_named" : "indicators.trend_means"),
            method === undefined ? "" : t("indicators.trend_band"),
          ].join(" ")}
          figures={named(days.map((day) => `at.${day}`))}
          names={days.map((day) => wording.format.date(day))}
          draw={draws.trend}
          method={method}
        />
        {figures.flow === undefined ? null : (
          <Panel
            className={denominators.length === 0 ? "half" : ""}
            title={t("overview.flow")}
            definition={t("overview.flow_means")}
            figures={[figures.flow]}
          />
        )}
        {unknown === 0 || figures["unknown.bounds"] === undefined ? null : (
          <Panel
            className="half"
            title={t("indicators.unknown", { count: unknown, number: wording.format.count(unknown) })}
            definition={t("indicators.unknown_means")}
            figures={named(["unknown.not_reached", "unknown.excluded", "unknown.bounds"])}
            names={["no", "left_out", "yes"].map((rule) => t(`indicators.unknown_${rule}`))}
            draw={draws.unknown}
            method={method}
          />
        )}
        {indicator.breakdowns.map((column) => (
          <Panel
            key={column}
            className="half"
            title={t("indicators.by", { column: t(`breakdown.${column}`) })}
            definition=""
            figures={[parts[column]]}
            draw={draws.by[column]}
            method={method}
          />
        ))}
        <IndicatorDefinition indicator={indicator} figure={own} />
      </div>
    </div>
  );
}

function Neighbours({ indicator, indicators }: OpenedProps) {
  const { address, wording } = useWorkbench();
  const at = indicators.findIndex(({ name }) => name === indicator.name);
  const links = { previous: indicators[at - 1], next: at < 0 ? undefined : indicators[at + 1] };
  return Object.entries(links).map(([key, entry]) =>
    entry === undefined ? null : (
      <a key={key} href={writeAddress(indicatorAddress(address, entry.name))} title={wording.say(entry.title)}>
        {wording.t(`indicators.${key}`)}
      </a>
    ),
  );
}

/** Charts keep their identity as long as their data are the same. */
function useDraws(figures: OpenedFigures, parts: OpenedFigures, indicator: IndicatorEntry, days: readonly string[]) {
  const key = days.join(" ");
  return useMemo(() => {
    const { own } = figures;
    const by: Record<string, Draw> = {};
    for (const column of indicator.breakdowns) {
      const groups = parts[column];
      if (own !== undefined && groups !== undefined) by[column] = drawBreakdown(own, groups, indicator);
    }
    return {
      by,
      denominators: drawDenominators(figures, indicator),
      trend: drawOverTime(figures, key.split(" ")),
      unknown: drawUnknown(figures),
    };
  }, [figures, parts, indicator, key]);
}

function methodOf({ kind }: IndicatorEntry, t: (key: string) => string): string | undefined {
  if (kind === "share") return t("method.wilson");
  return kind === "mean" || kind === "change" ? t("method.t") : undefined;
}

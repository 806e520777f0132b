import { useEffect, useState } from "react";
import type { FigureRequest, SuppressionReason } from "../../electron/contract.ts";
import { askAlone, questionOf } from "../steering-answer.ts";
import { type SuppressionCost as Cost, suppressionCost } from "../suppression-marks.ts";
import type { Figure } from "../table.ts";
import { useSteeringView } from "../use-steering-view.ts";
import { useWorkbench } from "../workbench.tsx";
import { EarlierList } from "./earlier-figures.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { Skeleton } from "./skeleton.tsx";

const reasons: readonly SuppressionReason[] = ["primary", "secondary", "earlier", "undecided"];

/** What a figure costs in hidden cells in the steering room, and which coarser breakdown would show more. */
export function SuppressionCost({ figure }: { figure: Figure }) {
  const { wording } = useWorkbench();
  const { t, say, format } = wording;
  const view = useSteeringView([figure], "steering");
  const twin = view.steering(figure);
  if (view.fault !== null) return <FaultNotice fault={view.fault} />;
  if (twin === undefined) return <Skeleton height={80} label={t("suppression.asking")} />;
  if (twin.meta.fault !== undefined) return <p className="refused">{say(twin.meta.fault.message)}</p>;
  const cost = suppressionCost(twin);
  const counted = { hidden: format.count(cost.hidden), cells: format.count(cost.cells) };
  return (
    <>
      <p className="suppression-cost">{t(cost.hidden === 0 ? "suppression.cost_none" : "suppression.cost", counted)}</p>
      {cost.hidden === 0 ? null : (
        <ul className="plain-list">
          {reasons.map((reason) =>
            cost.reasons[reason] === undefined ? null : (
              <li key={reason}>{t(`suppression.reason_${reason}`, { count: cost.reasons[reason] })}</li>
            ),
          )}
        </ul>
      )}
      <EarlierCost figure={twin} />
      <Coarser figure={figure} cost={cost} />
    </>
  );
}

/** What the steering group has been shown that makes cells hidden now. */
function EarlierCost({ figure: { meta } }: { figure: Figure }) {
  const { t } = useWorkbench().wording;
  if (meta.earlier === undefined) return null;
  const causes = Object.values(meta.earlier.cells).flatMap((row) => Object.values(row));
  const isUndecided = causes.some(({ kind }) => kind === "undecided");
  const places = new Set(causes.flatMap(({ figures }) => figures));
  return (
    <>
      <h3>{t("earlier.cost")}</h3>
      <EarlierList figures={meta.earlier.figures.filter((_, place) => places.has(place))} />
      {isUndecided ? <p>{t("earlier.undecided_some")}</p> : null}
    </>
  );
}

/** Each way to divide the persons less, asked for by itself. */
function Coarser({ figure, cost }: { figure: Figure; cost: Cost }) {
  const { wording } = useWorkbench();
  const { t, format } = wording;
  const ways = coarserWays(figure);
  const [costs, setCosts] = useState<ReadonlyMap<string, Cost>>(() => new Map());

  // biome-ignore lint/correctness/useExhaustiveDependencies: the ways follow from the figure.
  useEffect(() => {
    let isOver = false;
    for (const { key, request, scope } of ways) {
      void askAlone(figure, request, scope).then(
        (alone) => {
          if (isOver || alone === undefined || alone.meta.fault !== undefined) return;
          setCosts((before) => new Map(before).set(key, suppressionCost(alone)));
        },
        // A way that cannot be asked is one that there is not.
        () => {},
      );
    }
    return () => {
      isOver = true;
    };
  }, [figure]);

  if (cost.hidden === 0) return null;
  if (ways.length === 0) return <p className="none">{t("suppression.coarser_none")}</p>;
  const row = (key: string, name: string, own: Cost | undefined) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td data-numeric>
        {own === undefined
          ? "…"
          : t("suppression.cells_hidden", { hidden: format.count(own.hidden), cells: format.count(own.cells) })}
      </td>
    </tr>
  );
  return (
    <>
      <h3>{t("suppression.coarser")}</h3>
      <p className="definition">{t("suppression.coarser_means")}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("suppression.breakdown")}</th>
            <th scope="col" data-numeric>
              {t("suppression.cells")}
            </th>
          </tr>
        </thead>
        <tbody>
          {row("now", t("suppression.as_now"), cost)}
          {ways.map(({ key, column }) =>
            row(
              key,
              column === null
                ? t("suppression.without_selection")
                : t("suppression.without", { column: t(`breakdown.${column}`) }),
              costs.get(key),
            ),
          )}
        </tbody>
      </table>
    </>
  );
}

interface Way {
  key: string;
  /** The column that is no longer divided by; null where it is the selection that goes. */
  column: string | null;
  request: FigureRequest;
  scope: { selection?: Record<string, string[]> };
}

function coarserWays(figure: Figure): Way[] {
  const request = questionOf(figure);
  if (request === undefined) return [];
  const columns = "indicator" in request ? (request.by ?? []) : [];
  const fewer = columns.map((column): Way => {
    const by = columns.filter((other) => other !== column);
    return { key: column, column, request: { ...request, by } as FigureRequest, scope: {} };
  });
  const isSelected = Object.keys(figure.meta.selection).length > 0;
  return isSelected ? [...fewer, { key: "", column: null, request, scope: { selection: {} } }] : fewer;
}

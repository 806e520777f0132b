import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import { drawFigure, hasChart } from "./charts/kinds.ts";
import { ChartFigure, type Draw, type DrawSeen } from "./figure.tsx";
import { CardActions } from "./parts/card-actions.tsx";
import { DataTable } from "./parts/data-table.tsx";
import { FaultNotice } from "./parts/fault-notice.tsx";
import { Inspector, type InspectorTab } from "./parts/inspector.tsx";
import { Skeleton } from "./parts/skeleton.tsx";
import { SuppressionNote } from "./parts/suppression-note.tsx";
import { provenanceLine } from "./provenance.ts";
import type { Figure } from "./table.ts";
import { useSteeringView } from "./use-steering-view.ts";
import { useWorkbench } from "./workbench.tsx";

export interface PanelProps {
  /** What the card stands on, one Table or several. Undefined while it is awaited: a skeleton then keeps its place. */
  figures: readonly (Figure | undefined)[];
  /** What the Tables are called beside each other, in the same order. By default their titles. */
  names?: readonly string[];
  /** The question that the chart answers. By default the first Table's title. */
  title?: string;
  /** What is counted, in a sentence. By default the first Table's own. */
  definition?: string;
  /** How many the figure speaks of, such as `38 personer`. */
  basis?: string;
  /** How the interval was computed. */
  method?: string;
  /** Draws the chart. By default the first Table's view says how. */
  draw?: Draw;
  /** Pixels that the skeleton takes. */
  height?: number;
  className?: string;
  /** Stands between definition and chart. */
  children?: ReactNode;
}

/** A chart as a sentence: question, definition, figure, and at the foot what it rests on, a click from table, SQL and source. */
export function Panel(props: PanelProps) {
  const { figures, basis, method, height = 220, className = "", children } = props;
  const { catalog, marks, wording } = useWorkbench();
  const { t, say } = wording;
  const titleId = useId();
  const [tab, setTab] = useState<InspectorTab | null>(null);
  const [asSteering, setAsSteering] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  // Being looked at as the steering group sees it, a card keeps its height while that is computed.
  const [ownHeight, setOwnHeight] = useState(height);
  const lookAs = (on: boolean) => {
    if (on) setOwnHeight(body.current?.offsetHeight ?? height);
    setAsSteering(on);
  };
  const view = useSteeringView(figures, asSteering ? "steering" : marks ? "marked" : "own");
  const { see } = view;
  const first = figures[0];
  const drawn = props.draw !== undefined || (first !== undefined && hasChart(first));
  const { draw: drawOwn } = props;
  const drawAs: Draw = (context, see) =>
    drawOwn !== undefined ? drawOwn(context, see) : first === undefined ? undefined : drawFigure(see(first), context);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is drawn changes with these alone.
  const draw = useCallback<DrawSeen>((context) => drawAs(context, see), [drawOwn, first, see]);
  const own = figures.flatMap((figure, index) =>
    figure === undefined ? [] : [{ figure, name: props.names?.[index] ?? say(figure.meta.title) }],
  );
  const seen = own.map(({ figure, name }) => ({ figure: see(figure), name }));
  const ready = own.length === figures.length && !(asSteering && view.loading);
  const fault = seen.find(({ figure }) => figure.meta.fault !== undefined)?.figure.meta.fault;
  const title = props.title ?? (first === undefined ? "" : say(first.meta.title));
  const definition = props.definition ?? (first === undefined ? "" : describe(see(first), say));
  const source = first === undefined ? "" : provenanceLine(first.meta, wording);
  // In the steering room a refusal is a rule that holds, not something that went wrong.
  const isRefusal = asSteering || catalog.room === "steering";

  return (
    <section
      className={`card ${className}`}
      aria-labelledby={titleId}
      data-as={asSteering ? "steering" : undefined}
      data-asking={view.loading || undefined}
    >
      {asSteering ? (
        <p className="card-as">
          <b>{t("suppression.as_steering")}</b> {t("suppression.as_steering_note")}
        </p>
      ) : null}
      <h2 id={titleId}>{title === "" ? <Skeleton width="14em" /> : title}</h2>
      {definition === "" ? null : <p className="definition">{definition}</p>}
      {children}
      <div className="card-body" ref={body}>
        {!ready ? (
          <Skeleton height={asSteering ? ownHeight : height} label={t("panel.loading")} />
        ) : view.fault !== null ? (
          <FaultNotice fault={view.fault} />
        ) : fault !== undefined ? (
          isRefusal ? (
            <p className="refused">{fault.code === "untraceable" ? t("panel.evaluators") : say(fault.message)}</p>
          ) : (
            <FaultNotice fault={fault} />
          )
        ) : drawn ? (
          <>
            <ChartFigure title={title} draw={draw} />
            <SuppressionNote figures={seen} />
          </>
        ) : first !== undefined ? (
          <DataTable figures={seen} caption={title} />
        ) : null}
      </div>
      <footer className="card-foot">
        <span className="card-basis">
          {basis === undefined || asSteering ? null : <span>{basis}</span>}
          {method === undefined ? null : <span>{method}</span>}
          {first === undefined ? null : <span title={source}>{source}</span>}
        </span>
        {own.length === figures.length && own.length > 0 ? (
          <CardActions
            own={own}
            title={title}
            titleId={titleId}
            definition={definition}
            draw={drawn ? drawAs : undefined}
            onOpen={setTab}
            asSteering={asSteering}
            onAsSteering={lookAs}
          />
        ) : null}
      </footer>
      {tab === null ? null : (
        <Inspector
          figures={seen}
          own={own}
          title={title}
          draw={drawn ? draw : undefined}
          tab={tab}
          onTab={setTab}
          onClose={() => setTab(null)}
        />
      )}
    </section>
  );
}

function describe(figure: Figure, say: (text: { sv: string; en: string }) => string): string {
  return say(figure.meta.sentence ?? figure.meta.description ?? { sv: "", en: "" });
}

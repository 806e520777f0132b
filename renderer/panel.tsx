import { type ReactNode, useCallback, useId, useState } from "react";
import { Button } from "react-aria-components/Button";
import { drawFigure, hasChart } from "./charts/kinds.ts";
import { ChartFigure, type Draw } from "./figure.tsx";
import { DataTable } from "./parts/data-table.tsx";
import { ExportMenu } from "./parts/export-menu.tsx";
import { FaultNotice } from "./parts/fault-notice.tsx";
import { Inspector, type InspectorTab } from "./parts/inspector.tsx";
import { Skeleton } from "./parts/skeleton.tsx";
import { provenanceLine } from "./provenance.ts";
import type { Figure } from "./table.ts";
import { useWording } from "./workbench.tsx";

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
  const wording = useWording();
  const titleId = useId();
  const [tab, setTab] = useState<InspectorTab | null>(null);
  const first = figures[0];
  const drawFirst = useCallback<Draw>(
    (context) => (first === undefined ? undefined : drawFigure(first, context)),
    [first],
  );
  const draw = props.draw ?? drawFirst;
  const present = figures.flatMap((figure, index) =>
    figure === undefined ? [] : [{ figure, name: props.names?.[index] ?? wording.say(figure.meta.title) }],
  );
  const ready = present.length === figures.length;
  const fault = present.find(({ figure }) => figure.meta.fault !== undefined)?.figure.meta.fault;
  const title = props.title ?? (first === undefined ? "" : wording.say(first.meta.title));
  const definition = props.definition ?? (first === undefined ? "" : describe(first, wording.say));
  const source = first === undefined ? "" : provenanceLine(first.meta, wording);
  const drawn = props.draw !== undefined || (first !== undefined && hasChart(first));

  return (
    <section className={`card ${className}`} aria-labelledby={titleId}>
      <h2 id={titleId}>{title === "" ? <Skeleton width="14em" /> : title}</h2>
      {definition === "" ? null : <p className="definition">{definition}</p>}
      {children}
      <div className="card-body">
        {!ready ? (
          <Skeleton height={height} label={wording.t("panel.loading")} />
        ) : fault !== undefined ? (
          <FaultNotice fault={fault} />
        ) : drawn ? (
          <ChartFigure title={title} draw={draw} />
        ) : first !== undefined ? (
          <DataTable figures={present} caption={title} />
        ) : null}
      </div>
      <footer className="card-foot">
        <span className="card-basis">
          {basis === undefined ? null : <span>{basis}</span>}
          {method === undefined ? null : <span>{method}</span>}
          {first === undefined ? null : <span title={source}>{source}</span>}
        </span>
        {ready && present.length > 0 ? (
          <span className="card-actions">
            {(["table", "sql", "source"] as const).map((name) => (
              <Button key={name} className="link" onPress={() => setTab(name)} aria-describedby={titleId}>
                {wording.t(`panel.${name}`)}
              </Button>
            ))}
            <ExportMenu
              figures={present}
              title={title}
              definition={definition}
              draw={drawn ? draw : undefined}
              onWords={() => setTab("words")}
            />
          </span>
        ) : null}
      </footer>
      {tab === null ? null : (
        <Inspector
          figures={present}
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

import { type ReactNode, useCallback, useMemo } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import type { ColumnMeta, ExportForm, FigureRequest } from "../../electron/contract.ts";
import { drawIntervals } from "../charts/interval.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import { drawFigure, hasChart } from "../charts/kinds.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { ColumnList } from "../parts/column-list.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import { SourceList } from "../parts/source-list.tsx";
import { SqlText } from "../parts/sql-text.tsx";
import { TableSection } from "../parts/table-section.tsx";
import type { AskRows } from "../row-store.ts";
import { decodeFigures, type Figure } from "../table.ts";
import { useRows } from "../use-rows.ts";
import { useFigures } from "../use-table.ts";
import { useTableOrder } from "../use-table-order.ts";
import { useWorkbench } from "../workbench.tsx";
import { basisWords } from "./basis.ts";

interface AnswerProps {
  /** A view or an indicator, without a window. */
  request: FigureRequest;
  name: string;
  title: string;
  /** Whether there may be a chart; the answer then says which. */
  isDrawn: boolean;
  /** Columns as the header declares them, shown until the answer says what they are. */
  columns: readonly ColumnMeta[];
  /** The view's file, where there is one. */
  text?: string;
  /** Above chart and table, such as a form. */
  children?: ReactNode;
}

/** The answer of a view or an indicator: its chart, all its rows, its SQL, where it comes from, what its columns mean. */
export function Answer({ request, name, title, isDrawn, columns, text, children }: AnswerProps) {
  const { host, catalog, scope, wording } = useWorkbench();
  const { t } = wording;
  const order = useTableOrder(name);
  const extracts = catalog.extracts.map(({ extract }) => extract).join();
  const key = JSON.stringify([scope.request, request, extracts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of scope and request.
  const question = useMemo(() => {
    const askAs =
      (as?: ExportForm): AskRows =>
      async (window, signal) => {
        const asked = { scope: scope.request, figures: [{ ...request, window }], ...(as && { as }) };
        const [figure] = decodeFigures(await host.figures(asked, signal));
        if (figure === undefined) throw new Error("The engine answered with no table.");
        return figure;
      };
    return { key, ask: askAs(), askAs };
  }, [host, key]);
  const rows = useRows(question, order.order);
  const chart = useFigures(isDrawn ? { chart: request } : {});
  const drawn = chart.figures.chart;
  const { meta } = rows;
  const draw = useCallback<Draw>(
    (context, see) => {
      if (drawn === undefined) return undefined;
      const seen = see(drawn);
      // An indicator says no chart: what it has is an interval for each group.
      return hasChart(seen) ? drawFigure(seen, context) : drawIntervals(readIntervals(seen, context.wording), context);
    },
    [drawn],
  );

  return (
    <>
      {meta?.sentence === undefined ? null : <p className="views-sentence">{wording.say(meta.sentence)}</p>}
      {children}
      {isDrawn && (drawn === undefined || canDraw(drawn)) ? (
        <Panel className="untitled" title={title} figures={[drawn]} draw={draw} basis={basisWords(drawn, wording)} />
      ) : null}
      <Tabs className="card views-details">
        <TabList aria-label={title} className="tabs">
          {["table", "sql", "source", "columns"].map((tab) => (
            <Tab key={tab} id={tab}>
              {t(`views.${tab}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="table">
          <TableSection rows={rows} question={question} order={order} label={title} fileName={name} />
        </TabPanel>
        <TabPanel id="sql">
          {meta === undefined ? null : (
            <Text title={t("views.sql_runs")} meaning={t("views.sql_runs_means")} sql={meta.sql} />
          )}
          {text === undefined ? null : (
            <Text title={t("views.sql_text")} meaning={t("views.sql_text_means")} sql={text} />
          )}
        </TabPanel>
        <TabPanel id="source">{meta === undefined ? null : <SourceList meta={meta} />}</TabPanel>
        <TabPanel id="columns">
          <ColumnList columns={meta === undefined || meta.columns.length === 0 ? columns : meta.columns} />
        </TabPanel>
      </Tabs>
    </>
  );
}

function canDraw(figure: Figure): boolean {
  if (figure.meta.fault !== undefined) return false;
  return hasChart(figure) || figure.meta.columns.some(({ role }) => role === "interval");
}

function Text({ title, meaning, sql }: { title: string; meaning: string; sql: string }) {
  const { t } = useWorkbench().wording;
  return (
    <section className="inspector-part">
      <h3>{title}</h3>
      <p className="definition">{meaning}</p>
      <CopyButton text={sql} label={t("panel.copy_sql")} />
      <SqlText sql={sql} />
    </section>
  );
}

import { Play } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { onPage } from "../address.ts";
import { SourceList } from "../parts/source-list.tsx";
import { SqlEditor } from "../parts/sql-editor.tsx";
import { TableSection } from "../parts/table-section.tsx";
import type { AskRows } from "../row-store.ts";
import { decodeFigure } from "../table.ts";
import { useRows } from "../use-rows.ts";
import { useTableOrder } from "../use-table-order.ts";
import { useWorkbench } from "../workbench.tsx";

const example = `select municipality, count(*) as enrolments
from enrolment
group by all
order by enrolments desc`;

/** SQL of the reader's own over the same tables, views and functions. It only reads: the engine refuses anything else. */
export function OwnSql() {
  const { address, go, host, catalog, wording } = useWorkbench();
  const { t } = wording;
  const asked = address.params.sql ?? "";
  const [draft, setDraft] = useState(asked === "" ? example : asked);
  const [runs, setRuns] = useState(0);
  const order = useTableOrder(`${asked} ${runs}`);
  const question = useMemo(() => {
    const ask: AskRows = async (window, signal) => decodeFigure(await host.sql({ sql: asked, window }, signal));
    return { key: `${runs} ${asked}`, ask };
  }, [host, asked, runs]);
  const rows = useRows(asked.trim() === "" ? undefined : question, order.order);
  const run = (sql: string) => {
    setDraft(sql);
    setRuns((count) => count + 1);
    if (sql !== asked) go(onPage(address, "views", { sql }));
  };
  return (
    <article className="views-opened" aria-label={t("views.own_sql")}>
      <h1>{t("views.own_sql")}</h1>
      <p className="lede">{t("views.own_sql_means")}</p>
      <div className="card sql-card">
        <SqlEditor sql={draft} label={t("views.own_sql")} schema={catalog.sql} onChange={setDraft} onRun={run} />
        <div className="sql-tools">
          <Button className="button primary" isDisabled={draft.trim() === ""} onPress={() => run(draft)}>
            <Play aria-hidden />
            {t("views.run")}
          </Button>
          <span className="sql-hint">{t("views.run_hint")}</span>
        </div>
      </div>
      {asked.trim() === "" ? null : (
        <div className="card views-details">
          <TableSection rows={rows} question={question} order={order} label={t("views.answer")} fileName="sql" />
          {rows.meta === undefined || rows.meta.fault !== undefined ? null : (
            <details className="sql-source">
              <summary>{t("views.source")}</summary>
              <SourceList meta={rows.meta} />
            </details>
          )}
        </div>
      )}
    </article>
  );
}

import { ListFilter } from "lucide-react";
import { useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { columnFilter } from "../column-filter.ts";
import type { Rows, RowsQuestion } from "../use-rows.ts";
import type { TableOrder } from "../use-table-order.ts";
import { useWorkbench } from "../workbench.tsx";
import { CsvButton } from "./csv-button.tsx";
import { DataGrid } from "./data-grid.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { Skeleton } from "./skeleton.tsx";
import { Waiting } from "./waiting.tsx";

interface TableSectionProps {
  rows: Rows;
  question: RowsQuestion;
  order: TableOrder;
  label: string;
  /** The name of a file with the rows, without its ending. */
  fileName: string;
}

// What may be otherwise the next time. Anything else is in the question itself.
const passing = new Set(["cancelled", "engine_restarted", "engine_gone", "bug"]);

/** A Table's rows with what one does with them: search, sort, scroll, take away. */
export function TableSection({ rows, question, order, label, fileName }: TableSectionProps) {
  const { catalog, wording } = useWorkbench();
  const { t, format } = wording;
  const [searching, setSearching] = useState(false);
  const { meta, fault } = rows;
  const isAnswered = meta !== undefined && meta.fault === undefined && (fault === null || fault.code === "cancelled");
  return (
    <div className="table-section">
      <Waiting loading={rows.loading} cancel={rows.cancel} />
      <div className="table-tools">
        <span role="status">
          {meta === undefined || meta.fault !== undefined
            ? ""
            : t("rows", { count: meta.rows, number: format.count(meta.rows) })}
          {meta?.truncated && meta.rows <= meta.columns.length ? ` ${t("source.truncated")}` : ""}
        </span>
        {isAnswered ? (
          <>
            <ToggleButton
              className="button"
              isSelected={searching}
              onChange={(on) => {
                setSearching(on);
                if (!on) order.clearFilters();
              }}
            >
              <ListFilter aria-hidden />
              {t("grid.filter")}
            </ToggleButton>
            <CsvButton question={question} meta={meta} order={order.order} name={fileName} />
          </>
        ) : null}
      </div>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={passing.has(fault.code) ? rows.retry : undefined} />}
      {meta === undefined ? (
        fault === null ? (
          <Skeleton height={320} label={t("panel.loading")} />
        ) : null
      ) : meta.fault !== undefined ? null : (
        <DataGrid
          rows={rows}
          label={label}
          sort={order.sort}
          onSort={order.setSort}
          filters={searching ? order.filters : undefined}
          onFilter={(column, text) => {
            const filter = columnFilter(column, text, catalog.codes, wording);
            order.setFilter(column.name, { text, filter });
          }}
        />
      )}
    </div>
  );
}

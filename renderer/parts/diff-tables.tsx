import type { TableChange } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

/** Rows of each table that came, went and changed between two deliveries. Tables that both lack are left out. */
export function DiffTables({ tables }: { tables: readonly TableChange[] }) {
  const { t, format, code } = useWording();
  const columns = ["before", "after", "new", "gone", "changed"] as const;
  return (
    <article className="card diff-card">
      <table className="table">
        <caption>{t("diff.tables")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("report.table")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric>
                {t(`diff.rows_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tables
            .filter(({ before, after }) => before + after > 0)
            .map((change) => (
              <tr key={change.table}>
                <th scope="row">{code("table", change.table)}</th>
                {columns.map((column) => (
                  <td key={column} data-numeric>
                    {change[column] === null ? t("diff.without_key") : format.count(change[column])}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </article>
  );
}

import type { LoadReport } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

/** How each file of the package was read. */
export function ReportTables({ report }: { report: LoadReport }) {
  const { t, format, code } = useWording();
  const isRead = report.verdict === "accepted";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={t("report.tables")}>
      <table className="table">
        <caption className="hidden-visually">{t("report.tables")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("report.table")}</th>
            <th scope="col">{t("report.file")}</th>
            <th scope="col" data-numeric>
              {t("report.rows")}
            </th>
            {isRead ? (
              <>
                <th scope="col" data-numeric>
                  {t("report.kept")}
                </th>
                <th scope="col" data-numeric>
                  {t("report.rows_set_aside")}
                </th>
                <th scope="col">{t("report.read_as")}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {report.tables.map((table) => (
            <tr key={`${table.table} ${table.file}`}>
              <th scope="row">{code("table", table.table)}</th>
              <td>{table.file}</td>
              <td data-numeric>{format.count(table.rows)}</td>
              {isRead ? (
                <>
                  <td data-numeric>{format.count(table.kept)}</td>
                  <td data-numeric>{format.count(table.set_aside)}</td>
                  <td>{readAs(table, t)}</td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function readAs({ encoding, delimiter }: LoadReport["tables"][number], t: (key: string) => string): string {
  const names: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab" };
  const name = delimiter === undefined ? undefined : names[delimiter];
  return [encoding, name === undefined ? delimiter : t(`report.${name}`)].filter(Boolean).join(", ");
}

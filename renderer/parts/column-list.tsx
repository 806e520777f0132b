import type { ColumnMeta } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

/** What the columns of a Table are and what they mean. */
export function ColumnList({ columns }: { columns: readonly ColumnMeta[] }) {
  const { t, say } = useWording();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={t("views.columns")}>
      <table className="table">
        <caption className="hidden-visually">{t("views.columns")}</caption>
        <thead>
          <tr>
            {["name", "label", "type", "role", "meaning"].map((key) => (
              <th key={key} scope="col">
                {t(`columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">
                <code>{column.name}</code>
              </th>
              <td>{say(column.label)}</td>
              <td>
                <code>{column.type}</code>
              </td>
              <td>{column.role === undefined ? "" : roleWords(column, t)}</td>
              <td>
                {column.description === undefined ? null : say(column.description)}
                {column.codes === undefined ? null : (
                  <span className="column-codes"> {t("columns.codes", { list: column.codes })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function roleWords(column: ColumnMeta, t: (key: string, values?: Record<string, unknown>) => string): string {
  const role = t(`role.${column.role}`);
  if (column.of_mean) return `${role} (${t("role.mean")})`;
  return column.of === undefined ? role : `${role} ${column.of.count}/${column.of.base}`;
}

import type { IntervalRow } from "../charts/interval-rows.ts";
import type { Wording } from "../wording.ts";
import { HiddenSign } from "./report-table.tsx";

interface IntervalTableProps {
  caption: string;
  rows: readonly IntervalRow[];
  wording: Wording;
}

/** The numbers of an interval chart whose rows come from several figures. */
export function IntervalTable({ caption, rows, wording }: IntervalTableProps) {
  const { t, format } = wording;
  const words = (value: number | null, row: IntervalRow) =>
    row.state === "hidden" && value === null ? (
      <HiddenSign wording={wording} />
    ) : value === null ? (
      "."
    ) : row.share ? (
      format.share(value, 1)
    ) : (
      format.decimal(value, 2)
    );
  const count = (value: number | null, { state }: IntervalRow) =>
    value !== null ? format.count(value) : state === "hidden" ? <HiddenSign wording={wording} /> : ".";
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("outcome_report.whom")}</th>
          {["count", "base", "estimate", "lower", "upper"].map((name) => (
            <th key={name} scope="col" data-numeric>
              {t(`outcome_report.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td data-numeric>{count(row.count, row)}</td>
            <td data-numeric>{count(row.base, row)}</td>
            <td data-numeric>{words(row.estimate, row)}</td>
            <td data-numeric>{words(row.lower, row)}</td>
            <td data-numeric>{words(row.upper, row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

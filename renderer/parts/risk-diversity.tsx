import type { Row } from "../table.ts";
import { useWording } from "../workbench.tsx";

/** What is learnt about those who are found: sensitive columns that have one value in a whole class. */
export function RiskDiversity({ rows }: { rows: Row[] }) {
  const { t, format, code } = useWording();
  const telling = rows.filter((row) => Number(row.uniform_persons) > 0);
  if (telling.length === 0) return null;
  return (
    <ul className="plain-list risk-diversity">
      {telling.map((row) => (
        <li key={String(row.sensitive_column)}>
          {t("risk.diversity", {
            column: code("column", String(row.sensitive_column)),
            persons: format.count(Number(row.uniform_persons)),
            share: format.share(Number(row.uniform_share)),
            company: format.count(Number(row.uniform_in_company)),
          })}
        </li>
      ))}
    </ul>
  );
}

import type { Row } from "../table.ts";
import { useWording } from "../workbench.tsx";

const shown = { least: 6, worst: 4 };

/** Combinations of columns that tell persons apart. Columns and counts only: never the values of a person. */
export function RiskSets({ sets, k }: { sets: Row[]; k: number }) {
  const { t } = useWording();
  const least = sets.filter((set) => set.is_minimal === true).slice(0, shown.least);
  const most = Math.max(...sets.map((set) => Number(set.n_columns)));
  const worst = sets
    .filter((set) => Number(set.small_class_persons) > 0 && Number(set.n_columns) < most && !least.includes(set))
    .sort((a, b) => Number(b.small_class_persons) - Number(a.small_class_persons))
    .slice(0, shown.worst);
  if (least.length === 0) return <p className="definition">{t("risk.none_small", { k })}</p>;
  return (
    <div className="risk-sets">
      <Sets title={t("risk.least")} sets={least} k={k} />
      {worst.length === 0 ? null : <Sets title={t("risk.worst")} sets={worst} k={k} />}
    </div>
  );
}

function Sets({ title, sets, k }: { title: string; sets: Row[]; k: number }) {
  const { t, format, code } = useWording();
  return (
    <table className="table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("risk.columns_known")}</th>
          <th scope="col" data-numeric>
            {t("risk.alone")}
          </th>
          <th scope="col" data-numeric>
            {t("risk.below_k", { k })}
          </th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => {
          const columns = String(set.quasi_identifiers).split(", ");
          return (
            <tr key={String(set.quasi_identifiers)}>
              <th scope="row">{columns.map((column) => code("column", column)).join(" × ")}</th>
              <td data-numeric>{format.count(Number(set.unique_persons))}</td>
              <td data-numeric>
                {format.count(Number(set.small_class_persons))} ({format.share(Number(set.small_class_share))})
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

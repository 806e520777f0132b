import { Button } from "react-aria-components/Button";
import type { ExtractEntry } from "../../electron/contract.ts";
import type { Row } from "../table.ts";
import { useCoarsening } from "../use-coarsening.ts";
import { useWording } from "../workbench.tsx";
import { FaultNotice } from "./fault-notice.tsx";

interface RiskWaysProps {
  extract: ExtractEntry;
  /** Rows of `microdata_coarsening`, what gains most first. */
  ways: Row[];
  k: number;
}

/** What coarser columns would gain, with a way to choose them, and what has been chosen with a way back. */
export function RiskWays({ extract, ways, k }: RiskWaysProps) {
  const { t, format, say, code } = useWording();
  const { saving, fault, apply, undo } = useCoarsening(extract);
  const gaining = ways.filter((way) => Number(way.gained) > 0);
  const { coarsened = [] } = extract;
  return (
    <div className="risk-ways" aria-busy={saving || undefined}>
      {fault === null ? null : <FaultNotice fault={fault} />}
      {coarsened.length === 0 ? null : (
        <section aria-label={t("risk.chosen")}>
          <h4>{t("risk.chosen")}</h4>
          <ul className="plain-list">
            {coarsened.map(({ column, message }) => (
              <li key={column}>
                <span>{say(message)}</span>
                <Button className="button" isDisabled={saving} onPress={() => void undo(column)}>
                  {t("risk.undo")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gaining.length === 0 ? null : (
        <table className="table">
          <caption>{t("risk.ways")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("risk.coarser")}</th>
              <th scope="col" data-numeric>
                {t("risk.gained")}
              </th>
              <th scope="col" data-numeric>
                {t("risk.before_after", { k })}
              </th>
              <th scope="col">
                <span className="hidden-visually">{t("risk.apply")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {gaining.map((row) => {
              const column = String(row.column_name);
              const way = String(row.way);
              const name = `${code("column", column)}: ${code("coarsening_way", way)}`;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td data-numeric>{format.count(Number(row.gained))}</td>
                  <td data-numeric>
                    {format.count(Number(row.small_before))} → {format.count(Number(row.small_after))}
                  </td>
                  <td>
                    {row.is_applicable === true ? (
                      <Button
                        className="button"
                        isDisabled={saving}
                        aria-label={`${t("risk.apply")}: ${name}`}
                        onPress={() => void apply({ column, way, ...(way === "rare" && { fewer_than: k }) })}
                      >
                        {t("risk.apply")}
                      </Button>
                    ) : (
                      <span className="definition">{t("risk.not_offered")}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {saving ? (
        <p className="definition" role="status">
          {t("risk.building")}
        </p>
      ) : null}
    </div>
  );
}

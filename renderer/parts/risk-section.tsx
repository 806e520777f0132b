import "../styles/indicators.css";
import "../styles/risk.css";
import { useState } from "react";
import { useWorkbench } from "../workbench.tsx";
import { RiskCard } from "./risk-card.tsx";
import { RiskChoices, usualColumns } from "./risk-choices.tsx";

/** How easily persons are told apart in the current extracts of the page's programme, and what would help. */
export function RiskSection() {
  const { catalog, scope, wording } = useWorkbench();
  const [k, setK] = useState(5);
  const [columns, setColumns] = useState<readonly string[]>(usualColumns);
  const extracts = catalog.extracts.filter(({ current, programme }) => current && programme === scope.programme?.name);
  // Rows about persons stay with the evaluator, and so does how unlike they are.
  if (catalog.room === "steering" || extracts.length === 0) return null;
  const { t } = wording;
  return (
    <section className="sources-part" aria-label={t("risk.title")}>
      <h2>{t("risk.title")}</h2>
      <p className="definition">{t("risk.means")}</p>
      <RiskChoices k={k} onK={setK} columns={columns} onColumns={setColumns} />
      {extracts.map((extract) => (
        <RiskCard key={extract.extract} extract={extract} k={k} columns={columns} />
      ))}
    </section>
  );
}

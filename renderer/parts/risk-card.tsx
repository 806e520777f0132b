import { useId } from "react";
import type { ExtractEntry } from "../../electron/contract.ts";
import { onPage, writeAddress } from "../address.ts";
import { readRows } from "../table.ts";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { RiskDiversity } from "./risk-diversity.tsx";
import { RiskSets } from "./risk-sets.tsx";
import { RiskWays } from "./risk-ways.tsx";

interface RiskCardProps {
  extract: ExtractEntry;
  k: number;
  columns: readonly string[];
}

/** One extract's risk: a sentence, the columns behind it, what they give away, and what coarser ones would gain. */
export function RiskCard({ extract, k, columns }: RiskCardProps) {
  const { address, wording } = useWorkbench();
  const { t, format } = wording;
  const titleId = useId();
  const about = { programme: extract.programme, extract_hash: extract.extract, quasi_identifiers: [...columns] };
  const { figures, fault, retry, loading } = useFigures({
    risk: { view: "microdata_risk", params: { ...about, k } },
    sets: { view: "microdata_subsets", params: { ...about, k } },
    diversity: { view: "microdata_diversity", params: about },
    ways: { view: "microdata_coarsening", params: { ...about, k } },
  });
  const wrong = fault ?? Object.values(figures).find(({ meta }) => meta.fault)?.meta.fault ?? null;
  const { risk, sets, diversity, ways } = figures;
  const [measured] = risk === undefined || wrong !== null ? [] : readRows(risk);
  return (
    <article className="card risk" aria-labelledby={titleId} data-loading={loading || undefined}>
      <h3 id={titleId}>
        {t("risk.of_extract", { supplier: extract.supplied_by, day: format.longDate(extract.as_of) })}
      </h3>
      {wrong === null ? null : <FaultNotice fault={wrong} onRetry={retry} />}
      {measured === undefined ? null : (
        <p className="risk-sentence">
          {t("risk.sentence", {
            unique: format.outOf(Number(measured.unique_persons), Number(measured.persons)),
            unique_share: format.share(Number(measured.unique_share)),
            small: format.count(Number(measured.small_class_persons)),
            small_share: format.share(Number(measured.small_class_share)),
            k,
          })}
        </p>
      )}
      {wrong !== null || sets === undefined ? null : <RiskSets sets={readRows(sets)} k={k} />}
      {wrong !== null || diversity === undefined ? null : <RiskDiversity rows={readRows(diversity)} />}
      {wrong !== null || ways === undefined ? null : <RiskWays extract={extract} ways={readRows(ways)} k={k} />}
      <footer className="card-foot">
        <a href={writeAddress(onPage(address, "views", { view: "microdata_subsets" }))}>{t("risk.open_sets")}</a>
        <a href={writeAddress(onPage(address, "views", { view: "microdata_coarsening" }))}>{t("risk.open_ways")}</a>
      </footer>
    </article>
  );
}

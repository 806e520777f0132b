import type { ExtractEntry } from "../../electron/contract.ts";
import { DiffSection } from "../parts/diff-section.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { RiskSection } from "../parts/risk-section.tsx";
import { useWorkbench } from "../workbench.tsx";
import { ExtractCard } from "./sources-extract.tsx";
import { SourcesLoad } from "./sources-load.tsx";
import { SourcesPackage } from "./sources-package.tsx";
import { SourcesQuality } from "./sources-quality.tsx";
import { SourcesReport } from "./sources-report.tsx";

/** What all figures stand on: the deliveries, how they were read, and the way in for a new one. */
export function SourcesPage() {
  const { address, catalog, scope, wording } = useWorkbench();
  const { t, format } = wording;
  const opened = catalog.extracts.find(({ extract }) => extract === address.params.report);
  if (opened !== undefined) return <SourcesReport extract={opened} />;
  const isOfPage = ({ programme }: ExtractEntry) => programme === scope.programme?.name;
  const current = catalog.extracts
    .filter((extract) => extract.current)
    .sort((one, other) => Number(isOfPage(other)) - Number(isOfPage(one)));
  const earlier = catalog.extracts.filter((extract) => !extract.current);
  const programmes = new Set(current.map(({ programme }) => programme)).size;
  const isEmpty = catalog.extracts.length === 0;
  return (
    <div className="page sources">
      <h1>
        {isEmpty
          ? t("sources.none")
          : t("sources.title", { count: current.length, extracts: format.count(current.length) })}
      </h1>
      <p className="lede">
        {isEmpty
          ? t("sources.none_means")
          : t("sources.lede", { count: programmes, programmes: format.count(programmes) })}
      </p>
      <SourcesLoad />
      {isEmpty ? <SourcesPackage /> : null}
      {catalog.problems.length === 0 ? null : <ProblemList problems={catalog.problems} />}
      {current.length === 0 ? null : (
        <section className="sources-part" aria-label={t("sources.extracts")}>
          <h2>{t("sources.extracts")}</h2>
          <div className="extract-cards">
            {current.map((extract) => (
              <ExtractCard key={extract.extract} extract={extract} />
            ))}
          </div>
        </section>
      )}
      {earlier.length === 0 ? null : (
        <section className="sources-part" aria-label={t("sources.earlier_extracts")}>
          <h2>{t("sources.earlier_extracts")}</h2>
          <p className="definition">{t("sources.earlier_means")}</p>
          <div className="extract-cards">
            {earlier.map((extract) => (
              <ExtractCard key={extract.extract} extract={extract} />
            ))}
          </div>
        </section>
      )}
      <DiffSection />
      {scope.programme === undefined ? null : <SourcesQuality />}
      <RiskSection />
    </div>
  );
}

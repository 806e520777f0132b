import { ArrowLeft } from "lucide-react";
import type { ExtractEntry } from "../../electron/contract.ts";
import { onPage, writeAddress } from "../address.ts";
import { LoadReportCard } from "../parts/load-report.tsx";
import { useWorkbench } from "../workbench.tsx";

/** An extract's own load report, as at the load, read again. */
export function SourcesReport({ extract }: { extract: ExtractEntry }) {
  const { address, catalog, wording } = useWorkbench();
  const { t, format, say } = wording;
  const programme = catalog.programmes.find(({ name }) => name === extract.programme);
  const name = programme === undefined ? extract.programme : say(programme.title);
  return (
    <div className="page sources">
      <a className="back" href={writeAddress(onPage(address, "sources"))}>
        <ArrowLeft aria-hidden />
        {t("page.sources")}
      </a>
      <h1>{t("sources.report")}</h1>
      <p className="lede">
        {name}. {t("bar.as_of", { day: format.longDate(extract.as_of) })}.{" "}
        {t("sources.loaded_at", { day: format.longDate(extract.loaded_at) })}
      </p>
      <LoadReportCard report={extract.report} name={name} />
    </div>
  );
}

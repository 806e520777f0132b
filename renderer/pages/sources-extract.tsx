import { useId } from "react";
import type { ExtractEntry } from "../../electron/contract.ts";
import { onPage, writeAddress } from "../address.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { useWorkbench } from "../workbench.tsx";

/** One delivery: whose, of which day, how much of it counts, and its fingerprint. */
export function ExtractCard({ extract }: { extract: ExtractEntry }) {
  const { address, catalog, wording } = useWorkbench();
  const { t, format, say, code } = wording;
  const titleId = useId();
  const programme = catalog.programmes.find(({ name }) => name === extract.programme);
  const title = programme === undefined ? extract.programme : say(programme.title);
  const tables = extract.tables.filter(({ rows, set_aside }) => rows > 0 || set_aside > 0);
  return (
    <article className="card extract" data-current={extract.current || undefined} aria-labelledby={titleId}>
      <header>
        <h3 id={titleId}>{title}</h3>
        <span className="mark">{t(extract.current ? "sources.current" : "sources.earlier")}</span>
        {extract.synthetic ? <span className="synthetic">{t("synthetic.badge")}</span> : null}
      </header>
      <p className="definition">
        {t("bar.as_of", { day: format.longDate(extract.as_of) })}, {t(`completeness.${extract.completeness}`)}.{" "}
        {t("sources.supplied_by", { supplier: extract.supplied_by })}{" "}
        {t("sources.loaded_at", { day: format.date(extract.loaded_at) })}
      </p>
      {extract.note === null ? null : <p className="extract-note">{extract.note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="table-scroll" tabIndex={0} aria-label={`${t("report.tables")}, ${title}`}>
        <table className="table">
          <caption className="hidden-visually">{`${t("report.tables")}, ${title}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t("report.table")}</th>
              <th scope="col" data-numeric>
                {t("report.kept")}
              </th>
              <th scope="col" data-numeric>
                {t("report.rows_set_aside")}
              </th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <tr key={table.table}>
                <th scope="row">{code("table", table.table)}</th>
                <td data-numeric>{format.count(table.rows)}</td>
                <td data-numeric data-attention={table.set_aside > 0 || undefined}>
                  {format.count(table.set_aside)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <footer className="card-foot">
        <span className="card-basis">
          <code title={extract.extract}>sha256 {extract.extract.slice(0, 12)}…</code>
        </span>
        <span className="card-actions">
          <CopyButton text={extract.extract} label={t("sources.copy_hash")} />
          <a className="button" href={writeAddress(onPage(address, "sources", { report: extract.extract }))}>
            {t("sources.report")}
          </a>
        </span>
      </footer>
    </article>
  );
}

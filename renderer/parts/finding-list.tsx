import { useState } from "react";
import { Button } from "react-aria-components/Button";
import type { LoadFinding } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

interface FindingListProps {
  title: string;
  findings: readonly LoadFinding[];
  /** How many there are in all, where only the first are listed. */
  total?: number;
}

const shownAtFirst = 25;

/** Places in a delivered package with what is wrong there. Never a value. */
export function FindingList({ title, findings, total = findings.length }: FindingListProps) {
  const { t, say, format } = useWording();
  const [search, setSearch] = useState("");
  const [all, setAll] = useState(false);
  const words = search.toLowerCase();
  const fitting = findings.filter(({ file, column, rule, message }) =>
    [file, column ?? "", rule, say(message)].some((text) => text.toLowerCase().includes(words)),
  );
  const shown = all ? fitting : fitting.slice(0, shownAtFirst);
  return (
    <div className="findings">
      {findings.length < 8 ? null : (
        <label className="findings-filter">
          {t("report.filter")}
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
          <span role="status">
            {t("report.fitting", { some: format.count(fitting.length), all: format.count(total) })}
          </span>
        </label>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="table-scroll" tabIndex={0} aria-label={title}>
        <table className="table">
          <caption className="hidden-visually">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("report.file")}</th>
              <th scope="col" data-numeric>
                {t("report.line")}
              </th>
              <th scope="col">{t("report.column")}</th>
              <th scope="col">{t("report.message")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one place may be found twice by the same rule.
              <tr key={index}>
                <td>{finding.file}</td>
                <td data-numeric>{finding.line === null ? "" : format.count(finding.line)}</td>
                <td>{finding.column === null ? "" : <code>{finding.column}</code>}</td>
                <td className="finding-message">
                  {say(finding.message)} <code className="rule">{finding.rule}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === fitting.length ? null : (
        <Button className="link" onPress={() => setAll(true)}>
          {t("report.show_all", { count: fitting.length, number: format.count(fitting.length) })}
        </Button>
      )}
      {total > findings.length ? (
        <p className="table-rest">{t("report.cut", { number: format.count(total - findings.length) })}</p>
      ) : null}
    </div>
  );
}

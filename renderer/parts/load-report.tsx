import { CircleAlert, CircleCheck, CircleHelp } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { LoadReport } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";
import { Confirmations } from "./confirmations.tsx";
import { FindingList } from "./finding-list.tsx";
import { ReportActions } from "./report-actions.tsx";
import { ReportTables } from "./report-tables.tsx";

interface LoadReportProps {
  report: LoadReport;
  /** What was chosen, or the extract that the report belongs to. */
  name: string;
  /** Loads once more with these warnings confirmed; without it they can only be read. */
  onConfirm?: (codes: string[]) => void;
  /** More actions, such as putting the report away. */
  children?: ReactNode;
}

type Outcome = "accepted" | "already" | "confirm" | "refused";

const icons = { accepted: CircleCheck, already: CircleCheck, confirm: CircleHelp, refused: CircleAlert };

/** What was done with a delivered package, and what to do about it. */
export function LoadReportCard({ report, name, onConfirm, children }: LoadReportProps) {
  const { t, format, say, code } = useWording();
  const titleId = useId();
  const outcome = outcomeOf(report);
  const Icon = icons[outcome];
  const sum = (key: "rows" | "kept" | "set_aside") => report.tables.reduce((total, table) => total + table[key], 0);
  return (
    <section className="card load-report" data-outcome={outcome} aria-labelledby={titleId}>
      <header>
        <Icon aria-hidden />
        <div>
          <h2 id={titleId}>{t(`report.title_${outcome}`, { name })}</h2>
          <p className="definition">
            {t(`report.lede_${outcome}`, { kept: format.count(sum("kept")), rows: format.count(sum("rows")) })}
          </p>
        </div>
      </header>
      {report.confirmations.length === 0 || report.refusals.length > 0 ? null : (
        <Confirmations confirmations={report.confirmations} onConfirm={onConfirm} />
      )}
      <Part title={t("report.refusals")} when={report.refusals.length > 0}>
        <FindingList title={t("report.refusals")} findings={report.refusals} />
      </Part>
      <Part title={t("report.tables")} when={report.tables.length > 0}>
        <ReportTables report={report} />
      </Part>
      <Part title={t("report.set_aside")} when={report.set_aside.length > 0}>
        <p className="definition">{t("report.set_aside_means")}</p>
        <FindingList title={t("report.set_aside")} findings={report.set_aside} total={sum("set_aside")} />
      </Part>
      <Part title={t("report.flags")} when={report.flags.length > 0}>
        <p className="definition">{t("report.flags_means")}</p>
        <ul className="plain-list">
          {report.flags.map((flag) => (
            <li key={`${flag.table} ${flag.rule}`}>
              <b>{format.count(flag.count)}</b> {code("table", flag.table)}: {say(flag.message)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("report.notes")} when={report.notes.length > 0}>
        <ul className="plain-list">
          {report.notes.map((note) => (
            <li key={note.en}>{say(note)}</li>
          ))}
        </ul>
      </Part>
      <footer className="load-report-foot">
        <ReportActions report={report} name={name} />
        {children}
      </footer>
    </section>
  );
}

function outcomeOf(report: LoadReport): Outcome {
  if (report.verdict === "accepted") return report.already_loaded ? "already" : "accepted";
  if (report.already_loaded) return "already";
  return report.refusals.length === 0 && report.confirmations.length > 0 ? "confirm" : "refused";
}

function Part({ title, when, children }: { title: string; when: boolean; children: ReactNode }) {
  if (!when) return null;
  return (
    <div className="load-report-part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

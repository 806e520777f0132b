import { useWorkbench } from "../workbench.tsx";
import { CopyButton } from "./copy-button.tsx";

/** What a reader must know before using the figures of a place this small, and how to get them as a report. */
export function MunicipalityCaveats({ code }: { code: string }) {
  const { catalog, scope, wording } = useWorkbench();
  const { t, say } = wording;
  const programme = scope.programme;
  const command = `sammanhang report --programme ${programme?.name ?? ""} --municipality ${code}`;
  return (
    <section className="card full municipality-caveats" aria-label={t("municipality.caveats")}>
      <h2>{t("municipality.caveats")}</h2>
      <ul>
        <li>{t("municipality.caveat_few")}</li>
        <li>{t("municipality.caveat_change")}</li>
        {programme?.caveats.map(({ text, source }) => (
          <li key={`${source} ${text.sv}`}>
            {say(text)} <small>{source}</small>
          </li>
        ))}
      </ul>
      {catalog.room === "steering" ? null : (
        <>
          <h3>{t("municipality.report")}</h3>
          <p className="definition">{t("municipality.report_means")}</p>
          <pre className="sql">{command}</pre>
          <p>
            <CopyButton text={command} label={t("municipality.report_copy")} />
          </p>
        </>
      )}
    </section>
  );
}

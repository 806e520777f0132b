import { useWorkbench } from "../workbench.tsx";
import { Chip } from "./chip.tsx";

/** The deliveries that the figures stand on. */
export function ExtractChip() {
  const { catalog, scope, wording } = useWorkbench();
  const { t, format } = wording;
  if (scope.asOf === null) return null;
  return (
    <Chip label={t("bar.extract")} value={format.date(scope.asOf)}>
      {() => (
        <ul className="extracts">
          {scope.extracts.map((extract) => {
            const rows = extract.tables.find((table) => table.table === "participant")?.rows;
            return (
              <li key={extract.extract}>
                <b>{extract.supplied_by}</b>
                <span>
                  {t("bar.as_of", { day: format.longDate(extract.as_of) })}, {t(`completeness.${extract.completeness}`)}
                </span>
                {rows === undefined ? null : <span>{t("persons", { count: rows, number: format.count(rows) })}</span>}
                {extract.note === null ? null : <span>{extract.note}</span>}
                {catalog.room === "steering" ? null : (
                  <code title={extract.extract}>sha256 {extract.extract.slice(0, 16)}</code>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Chip>
  );
}

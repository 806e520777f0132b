import { onPage, writeAddress } from "../address.ts";
import { useWorkbench } from "../workbench.tsx";

/** More than this are chosen from a list. */
const mostLinks = 30;

/** The way to one municipality's own page, from wherever several are shown. */
export function MunicipalityLinks({ units }: { units: readonly { unit: string; label: string }[] }) {
  const { address, go, wording } = useWorkbench();
  const { t } = wording;
  const to = (unit: string) => onPage(address, "municipalities", { municipality: unit });
  if (units.length > mostLinks) {
    return (
      <label className="municipality-links">
        <span>{t("municipality.open")}</span>
        <select value="" onChange={(event) => event.target.value !== "" && go(to(event.target.value))}>
          <option value="">{t("municipality.choose")}</option>
          {units.map(({ unit, label }) => (
            <option key={unit} value={unit}>
              {label}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <nav className="municipality-links" aria-label={t("municipality.open")}>
      <span aria-hidden>{t("municipality.open")}</span>
      {units.map(({ unit, label }) => (
        <a key={unit} href={writeAddress(to(unit))}>
          {label}
        </a>
      ))}
    </nav>
  );
}

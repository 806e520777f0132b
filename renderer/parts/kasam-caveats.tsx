import type { ScaleEntry } from "../../electron/contract.ts";
import { kasamCaveats } from "../pages/kasam-caveats.ts";
import type { KasamFigures } from "../pages/kasam-headline.ts";
import { useWorkbench } from "../workbench.tsx";

/** What these data do not bear, and whose the scale is. */
export function KasamCaveats({ figures, scale }: { figures: KasamFigures; scale: ScaleEntry }) {
  const { wording } = useWorkbench();
  const { t, say } = wording;
  return (
    <section className="kasam-section" aria-labelledby="kasam-caveats">
      <h2 id="kasam-caveats">{t("kasam.caveats")}</h2>
      <div className="card kasam-text">
        <p className="definition">{t("kasam.caveats_mean")}</p>
        <ul>
          {kasamCaveats(figures, wording).map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      </div>
      <div className="card kasam-text">
        <h3>{say(scale.title)}</h3>
        {scale.licence === null ? null : <p>{say(scale.licence)}</p>}
        <p className="definition">{t("kasam.groups_only")}</p>
        <footer className="card-foot">
          {t("panel.source")}: {scale.source}
        </footer>
      </div>
    </section>
  );
}

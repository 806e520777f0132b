import { onPage, writeAddress } from "../address.ts";
import { Panel } from "../panel.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";

// Enough to see what kind of rows they are; the views page has all of them.
const placesShown = 20;

/** What the checks found in the current extracts of the page's programme. */
export function SourcesQuality() {
  const { address, wording } = useWorkbench();
  const { t } = wording;
  const { figures, fault, retry } = useFigures({
    quality: { view: "data_quality" },
    places: { view: "set_aside_rows", window: { limit: placesShown } },
  });
  const { quality, places } = figures;
  const isClean = quality !== undefined && quality.meta.rows === 0 && quality.meta.fault === undefined;
  return (
    <section className="sources-part" aria-label={t("sources.quality")}>
      <h2>{t("sources.quality")}</h2>
      {fault !== null ? (
        <FaultNotice fault={fault} onRetry={retry} />
      ) : isClean ? (
        <p className="definition">{t("sources.quality_clean")}</p>
      ) : (
        <div className="grid">
          <Panel className="wide" figures={[quality]} height={160} />
          {places !== undefined && places.meta.rows === 0 && places.meta.fault === undefined ? null : (
            <Panel figures={[places]} height={160}>
              <a className="open-all" href={writeAddress(onPage(address, "views", { view: "set_aside_rows" }))}>
                {t("sources.open_all")}
              </a>
            </Panel>
          )}
        </div>
      )}
    </section>
  );
}

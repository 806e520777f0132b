import { onPage, writeAddress } from "../address.ts";
import { findPage } from "../pages/pages.ts";
import { useWorkbench } from "../workbench.tsx";
import { CopyButton } from "./copy-button.tsx";

const demonstration = "npx sammanhang demo demonstration\nnpx sammanhang web --workspace demonstration";

/** A workspace without data: what the product is for, and the two ways to begin. */
export function EmptyWorkspace() {
  const { address, catalog, wording } = useWorkbench();
  const { t } = wording;
  const sources = findPage("sources", catalog.room);
  return (
    <div className="page empty">
      <h1>{t("empty.title")}</h1>
      <p className="lede">{t("empty.lede")}</p>
      <div className="empty-ways">
        <section className="card">
          <h2>{t("empty.load")}</h2>
          <p className="definition">{t("empty.load_how")}</p>
          {sources.name === "sources" ? (
            <a className="button primary" href={writeAddress(onPage(address, "sources"))}>
              {t("empty.load_go")}
            </a>
          ) : null}
        </section>
        <section className="card">
          <h2>{t("empty.demo")}</h2>
          <p className="definition">{t("empty.demo_how")}</p>
          <pre className="sql">
            <code>{demonstration}</code>
          </pre>
          <CopyButton text={demonstration} label={t("empty.copy")} />
        </section>
      </div>
    </div>
  );
}

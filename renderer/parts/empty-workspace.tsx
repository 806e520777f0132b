import { onPage, writeAddress } from "../address.ts";
import { useWorkbench } from "../workbench.tsx";
import { CopyButton } from "./copy-button.tsx";

const demonstration = "npx sammanhang demo demonstration\nnpx sammanhang web --workspace demonstration";

/** A workspace without data: what the product is for, and for the evaluator the two ways to begin. */
export function EmptyWorkspace() {
  const { catalog, wording } = useWorkbench();
  const { t } = wording;
  const isSteering = catalog.room === "steering";
  return (
    <div className="page empty">
      <h1>{t("empty.title")}</h1>
      <p className="lede">{t(isSteering ? "empty.lede_steering" : "empty.lede")}</p>
      {isSteering ? null : <WaysToBegin />}
    </div>
  );
}

function WaysToBegin() {
  const { address, wording } = useWorkbench();
  const { t } = wording;
  return (
    <div className="empty-ways">
      <section className="card">
        <h2>{t("empty.load")}</h2>
        <p className="definition">{t("empty.load_how")}</p>
        <a className="button primary" href={writeAddress(onPage(address, "sources"))}>
          {t("empty.load_go")}
        </a>
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
  );
}

import { useWorkbench } from "../workbench.tsx";

const tables = ["response", "answer", "collection"] as const;

/** A programme without answers: what a package must hold so that there are some. */
export function KasamEmpty({ programme }: { programme: string }) {
  const { catalog, wording } = useWorkbench();
  const { t, say } = wording;
  return (
    <section className="card kasam-text" aria-labelledby="kasam-empty">
      <h2 id="kasam-empty">{t("kasam.empty", { programme })}</h2>
      <p className="definition">{t("kasam.empty_means")}</p>
      <dl className="kasam-needs">
        {tables.map((table) => (
          <div key={table}>
            <dt>
              <code>{table}.csv</code>
            </dt>
            <dd>{t(`kasam.empty_${table}`)}</dd>
          </div>
        ))}
        {catalog.scales.map(({ name, title, items, lowest, highest }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{t("kasam.empty_scale", { title: say(title), items, lowest, highest })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

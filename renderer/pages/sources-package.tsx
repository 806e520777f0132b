import { CopyButton } from "../parts/copy-button.tsx";
import { SqlText } from "../parts/sql-text.tsx";
import { useWorkbench } from "../workbench.tsx";

/** What a package looks like, for a workspace that has none yet: what to ask a supplier for. */
export function SourcesPackage() {
  const { catalog, wording } = useWorkbench();
  const { t, language } = wording;
  const manifest = exampleManifest(
    catalog.programmes[0]?.name ?? "…",
    language === "sv" ? "Kommunen" : "The municipality",
  );
  return (
    <section className="card package-example" aria-label={t("sources.package")}>
      <h2>{t("sources.package")}</h2>
      <p className="definition">{t("sources.package_means")}</p>
      <ol className="plain-list steps">
        <li>{t("sources.package_tables")}</li>
        <li>{t("sources.package_pseudonym")}</li>
        <li>{t("sources.package_manifest")}</li>
      </ol>
      <SqlText sql={manifest} />
      <CopyButton text={manifest} label={t("sources.package_copy")} />
    </section>
  );
}

function exampleManifest(programme: string, supplier: string): string {
  const manifest = {
    format: "sammanhang-extract/1",
    programme,
    as_of: new Date().toISOString().slice(0, 10),
    completeness: "preliminary",
    supplied_by: supplier,
    items: "raw",
  };
  return JSON.stringify(manifest, null, 2);
}

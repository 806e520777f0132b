import { useState } from "react";
import type { IndicatorEntry } from "../../electron/contract.ts";
import type { Figure } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";
import { CopyButton } from "./copy-button.tsx";
import { LineDiff } from "./line-diff.tsx";
import { SqlText } from "./sql-text.tsx";

type Shown = "definition" | "versions" | "sql";

/** What is counted, exactly: the definition as it stands in its file, what changed between its versions, and the SQL made of it. */
export function IndicatorDefinition({ indicator, figure }: { indicator: IndicatorEntry; figure: Figure | undefined }) {
  const { catalog, wording } = useWorkbench();
  const { t } = wording;
  const [shown, setShown] = useState<Shown>("definition");
  const { copied = null } = indicator.definition as { copied?: { from: string; version: number } | null };
  const json = JSON.stringify(indicator.definition, null, 2);
  const tabs: Shown[] = [
    "definition",
    ...(indicator.versions.length > 1 ? (["versions"] as const) : []),
    ...(catalog.room === "steering" ? [] : (["sql"] as const)),
  ];
  return (
    <section className="card full indicator-definition" aria-label={t("indicators.definition")}>
      <h2>{t("indicators.definition")}</h2>
      <dl className="source">
        <dt>{t("source.version", { version: indicator.version })}</dt>
        <dd>{t(indicator.origin === "shipped" ? "indicators.shipped" : "indicators.of_workspace")}</dd>
        {copied === null ? null : (
          <>
            <dt>{t("indicators.copied")}</dt>
            <dd>
              {copied.from}, {t("source.version", { version: copied.version })}
            </dd>
          </>
        )}
        <dt>{t("indicators.esf")}</dt>
        <dd>
          {indicator.esf === null
            ? t("indicators.esf_missing")
            : t(`indicators.esf_${indicator.esf.fit}`, indicator.esf)}
        </dd>
        <dt>{t("panel.source")}</dt>
        <dd>{indicator.source}</dd>
      </dl>
      <fieldset className="switch">
        <legend className="hidden-visually">{t("indicators.definition")}</legend>
        {tabs.map((name) => (
          <button key={name} type="button" aria-pressed={shown === name} onClick={() => setShown(name)}>
            {t(`indicators.show_${name}`)}
          </button>
        ))}
      </fieldset>
      {shown === "definition" ? (
        <>
          <CopyButton text={json} label={t("indicators.copy_json")} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <pre className="sql" tabIndex={0}>
            {json}
          </pre>
        </>
      ) : null}
      {shown === "versions" ? <Versions indicator={indicator} /> : null}
      {shown === "sql" && figure !== undefined ? (
        <>
          <CopyButton text={figure.meta.sql} label={t("panel.copy_sql")} />
          <SqlText sql={figure.meta.sql} />
        </>
      ) : null}
    </section>
  );
}

/** Two versions of a definition, line by line; at first the last two. */
function Versions({ indicator }: { indicator: IndicatorEntry }) {
  const { t } = useWorkbench().wording;
  const { versions } = indicator;
  const [older, setOlder] = useState(versions.at(-2)?.version);
  const [newer, setNewer] = useState(versions.at(-1)?.version);
  const text = (version: number | undefined) =>
    JSON.stringify(versions.find((each) => each.version === version)?.definition ?? null, null, 2);
  const choices = [
    { label: t("indicators.version_from"), value: older, choose: setOlder },
    { label: t("indicators.version_to"), value: newer, choose: setNewer },
  ];
  return (
    <>
      <div className="version-choice">
        {choices.map(({ label, value, choose }) => (
          <label key={label}>
            {label}
            <select value={value} onChange={(event) => choose(Number(event.target.value))}>
              {versions.map(({ version }) => (
                <option key={version} value={version}>
                  {t("source.version", { version })}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <LineDiff before={text(older)} after={text(newer)} label={t("indicators.show_versions")} />
    </>
  );
}

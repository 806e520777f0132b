import { useCallback } from "react";
import type { FigureRequest } from "../../electron/contract.ts";
import { signed } from "../charts/difference.ts";
import { drawMix } from "../charts/mix.ts";
import { drawStandardised, readStandardised } from "../charts/standardised.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { CheckChoices } from "../parts/param-field.tsx";
import { type Figure, hidesAny } from "../table.ts";
import { useFigures } from "../use-table.ts";
import type { Wording } from "../wording.ts";
import { useWorkbench } from "../workbench.tsx";

/** What participants may differ in from one municipality to the next, and what came out of it may depend on. */
const strata = ["sex", "age_band", "education", "status_at_start", "time_in_programme"] as const;

/** More columns than this leave most strata empty where municipalities are small. */
const mostStrata = 4;

interface LikeProps {
  indicator: string;
  /** In the order in which they stand on the page. */
  units: readonly { unit: string }[];
  chosen: readonly string[];
  onChoose(columns: string[]): void;
}

/** Like with like: the same shares if all municipalities had the same mix of participants, and what that mix is. */
export function LikeWithLike({ indicator, units, chosen, onChoose }: LikeProps) {
  const { wording } = useWorkbench();
  const { t } = wording;
  const columns = strata.filter((column) => chosen.includes(column)).slice(0, mostStrata);
  const requests: Record<string, FigureRequest> =
    columns.length === 0 ? {} : { standardised: { indicator, compare: "municipality", standardise: [...columns] } };
  for (const column of columns) requests[`mix.${column}`] = { indicator, by: ["municipality", column] };
  const { figures, fault, retry } = useFigures<string>(requests);
  const standardised = columns.length === 0 ? undefined : figures.standardised;
  const draw = useCallback<Draw>(
    (context, see) => (standardised === undefined ? undefined : drawStandardised(see(standardised), context)),
    [standardised],
  );
  return (
    <>
      <section className="card full compare-like" aria-label={t("compare.like")}>
        <h2>{t("compare.like")}</h2>
        <p className="definition">{t("compare.like_means")}</p>
        <CheckChoices
          label={t("compare.strata")}
          choices={strata.map((column) => ({ value: column, words: t(`compare.stratum_${column}`) }))}
          chosen={[...columns]}
          onChoose={(next) => onChoose(next.slice(-mostStrata))}
        />
        {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      </section>
      {columns.length === 0 ? null : (
        <Panel
          className="half"
          title={t("compare.standardised")}
          definition={
            standardised === undefined
              ? t("compare.standardised_means")
              : `${movedWords(standardised, wording)} ${t("compare.standardised_means")}`
          }
          figures={[standardised]}
          draw={draw}
          method={t("compare.method_standardised")}
        />
      )}
      {columns.map((column) => (
        <MixPanel key={column} column={column} units={units} figure={figures[`mix.${column}`]} />
      ))}
    </>
  );
}

function MixPanel({
  column,
  figure,
  units,
}: { column: string; figure: Figure | undefined } & Pick<LikeProps, "units">) {
  const { t } = useWorkbench().wording;
  const draw = useCallback<Draw>(
    (context, see) =>
      figure === undefined
        ? undefined
        : drawMix(
            see(figure),
            column,
            units.map(({ unit }) => unit),
            context,
          ),
    [figure, column, units],
  );
  return (
    <Panel
      className="half"
      title={t("compare.mix", { column: t(`compare.stratum_${column}`).toLowerCase() })}
      definition={t("compare.mix_means")}
      figures={[figure]}
      draw={draw}
    />
  );
}

/** What the mix of participants did: the largest move, and where there is no standardising directly. */
export function movedWords(figure: Figure, wording: Wording): string {
  const { t, format } = wording;
  const rows = readStandardised(figure, wording);
  if (hidesAny(figure) || rows.some(({ hidden }) => hidden)) return t("compare.moved_hidden");
  const most = rows.reduce<(typeof rows)[number] | undefined>(
    (far, row) => (Math.abs(row.moved ?? 0) > Math.abs(far?.moved ?? 0) ? row : far),
    undefined,
  );
  const empty = rows.filter((row) => (row.empty ?? 0) > 0).map(({ label }) => label);
  const points = most?.moved == null ? "0" : signed(most.moved, true, wording);
  return [
    points === "0" || most === undefined
      ? t("compare.moved_little")
      : t("compare.moved", { name: most.label, difference: points }),
    empty.length === 0
      ? ""
      : t("compare.moved_empty", {
          count: empty.length,
          names: empty.length > 8 ? t("compare.so_many", { count: empty.length }) : format.list(empty),
        }),
  ]
    .filter(Boolean)
    .join(" ");
}

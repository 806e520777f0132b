import { useMemo } from "react";
import { TableSection } from "../parts/table-section.tsx";
import type { AskRows } from "../row-store.ts";
import { decodeFigures } from "../table.ts";
import { useRows } from "../use-rows.ts";
import { useTableOrder } from "../use-table-order.ts";
import { useWorkbench } from "../workbench.tsx";

/** Each municipality against each other: only when asked for, since so many questions are so many chances of a false alarm. */
export function ComparedPairs({ indicator }: { indicator: string }) {
  const { host, catalog, scope, wording } = useWorkbench();
  const { t } = wording;
  const order = useTableOrder(indicator);
  const key = JSON.stringify([scope.request, indicator, catalog.extracts.map(({ extract }) => extract)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of scope and indicator.
  const question = useMemo(() => {
    const ask: AskRows = async (window, signal) => {
      const figures = [{ indicator, compare: "municipality", pairs: true, window }];
      const [figure] = decodeFigures(await host.figures({ scope: scope.request, figures }, signal));
      if (figure === undefined) throw new Error("The engine answered with no table.");
      return figure;
    };
    return { key, ask };
  }, [host, key]);
  const rows = useRows(question, order.order);
  return (
    <section className="card full" aria-label={t("compare.pairs")}>
      <h2>{t("compare.pairs")}</h2>
      <p className="definition">{t("compare.pairs_mean")}</p>
      <TableSection
        rows={rows}
        question={question}
        order={order}
        label={t("compare.pairs")}
        fileName={`${indicator}-pairs`}
      />
    </section>
  );
}

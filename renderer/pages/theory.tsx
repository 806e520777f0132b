import "../styles/indicators.css";
import "../styles/theory.css";
import { useCallback, useMemo, useState } from "react";
import type { FigureRequest, ProgrammeEntry, Theory } from "../../electron/contract.ts";
import { EmptyWorkspace } from "../parts/empty-workspace.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { TheoryDetail } from "../parts/theory-detail.tsx";
import { TheoryDiagram } from "../parts/theory-diagram.tsx";
import { TheoryGoals } from "../parts/theory-goals.tsx";
import { TheoryList } from "../parts/theory-list.tsx";
import { TheoryTools, type TheoryView } from "../parts/theory-tools.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { readEvidence } from "../theory-evidence.ts";
import { useMarkedFigures } from "../use-marked-figures.ts";
import { useFigures } from "../use-table.ts";
import { useWorkbench } from "../workbench.tsx";
import { theoryHeadline } from "./theory-headline.ts";

/** What the programme believes leads to what, each belief with what shows it. */
export function TheoryPage() {
  const { scope, wording } = useWorkbench();
  const { programme } = scope;
  if (programme === undefined) return <EmptyWorkspace />;
  if (programme.theory !== null) return <Chain programme={programme} theory={programme.theory} />;
  return (
    <div className="page">
      <h1>{wording.t("theory.none")}</h1>
      <p className="lede">{wording.t("theory.none_means")}</p>
      <TheoryGoals programme={programme} />
    </div>
  );
}

function Chain({ programme, theory }: { programme: ProgrammeEntry; theory: Theory }) {
  const { address, catalog, go, wording } = useWorkbench();
  const { t } = wording;
  const { figures, loading, fault, retry, cancel } = useFigures<string>(theoryRequests(theory));
  const marked = useMarkedFigures(figures);
  const [zoom, setZoom] = useState(1);
  const evidence = useMemo(
    () => new Map(theory.nodes.map((node) => [node.id, readEvidence(node, catalog.indicators, marked, wording)])),
    [theory, catalog, marked, wording],
  );
  const isAwaited = Object.keys(figures).length === 0 && fault === null;
  const view: TheoryView = address.params.view === "list" ? "list" : "diagram";
  const selected = theory.nodes.find(({ id }) => id === address.params.node);
  const setParam = useCallback(
    (name: string, value: string | undefined) => {
      const { [name]: _, ...params } = address.params;
      go({ ...address, params: value === undefined ? params : { ...params, [name]: value } }, "replace");
    },
    [address, go],
  );
  const open = useCallback((id: string | undefined) => setParam("node", id), [setParam]);

  return (
    <div className="page theory" data-loading={loading || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      <h1>
        {isAwaited ? (
          <Skeleton width="24em" label={t("panel.loading")} />
        ) : (
          theoryHeadline(theory.nodes, evidence, wording)
        )}
      </h1>
      <div className="theory-head">
        <p className="lede">{t("theory.lede")}</p>
        <TheoryTools
          view={view}
          onView={(chosen) => setParam("view", chosen === "list" ? "list" : undefined)}
          zoom={zoom}
          onZoom={setZoom}
        />
      </div>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      {view === "list" ? (
        <TheoryList theory={theory} evidence={evidence} awaited={isAwaited} />
      ) : (
        <TheoryDiagram
          theory={theory}
          evidence={evidence}
          awaited={isAwaited}
          zoom={zoom}
          onZoom={setZoom}
          opened={selected?.id}
          onOpen={open}
        />
      )}
      <p className="theory-source">
        {t("panel.source")}: {theory.source}
      </p>
      <TheoryGoals programme={programme} />
      {selected === undefined || view === "list" ? null : (
        <TheoryDetail
          theory={theory}
          node={selected}
          evidence={evidence.get(selected.id)}
          onOpen={open}
          onClose={() => {
            document.querySelector<HTMLElement>(`[data-node="${CSS.escape(selected.id)}"]`)?.focus();
            open(undefined);
          }}
        />
      )}
    </div>
  );
}

/** Every indicator that some node stands on, once, and the milestones: all in one call. */
function theoryRequests(theory: Theory): Record<string, FigureRequest> {
  const names = [...new Set(theory.nodes.flatMap(({ indicators }) => indicators))];
  return {
    ...Object.fromEntries(names.map((indicator) => [indicator, { indicator }])),
    milestones: { view: "milestones" },
  };
}

import type { TheoryNode } from "../../electron/contract.ts";
import { writeAddress } from "../address.ts";
import { targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, intervalWords, valueWords } from "../estimate.ts";
import type { Evidence, Milestone } from "../theory-evidence.ts";
import { isClaim } from "../theory-graph.ts";
import { useWorkbench } from "../workbench.tsx";
import { Attainment } from "./attainment.tsx";
import { indicatorAddress } from "./indicator-table.tsx";
import { Skeleton } from "./skeleton.tsx";

interface TheoryProofProps {
  node: TheoryNode;
  evidence: Evidence | undefined;
  awaited: boolean;
}

/** All evidence of a node, each indicator with its sentence and a way to it, each milestone with its day. */
export function TheoryProof({ node, evidence, awaited }: TheoryProofProps) {
  const { t } = useWorkbench().wording;
  const isConnected = node.indicators.length > 0 || node.milestones.length > 0;
  if (evidence === undefined || (awaited && isConnected)) return <Skeleton width="40%" />;
  if (evidence.state === "gap") return isClaim(node) ? <p className="none">{t("theory.gap_long")}</p> : null;
  return (
    <>
      {evidence.estimates.map((estimate) => (
        <Shown key={estimate.indicator.name} estimate={estimate} />
      ))}
      {evidence.milestones.length === 0 ? null : (
        <ul className="milestones">
          {evidence.milestones.map((milestone) => (
            <MilestoneLine key={milestone.title} milestone={milestone} />
          ))}
        </ul>
      )}
    </>
  );
}

function Shown({ estimate }: { estimate: Estimate }) {
  const { address, wording } = useWorkbench();
  const { say } = wording;
  const { indicator, row, sentence } = estimate;
  return (
    <div className="proof">
      <a href={writeAddress(indicatorAddress(address, indicator.name))}>{say(indicator.title)}</a>
      <p>
        <b>{valueWords(estimate, wording)}</b>{" "}
        {[basisWords(estimate, wording), intervalWords(estimate, wording)].filter(Boolean).join(" · ")}
      </p>
      {row.targets.map((target) => (
        <p key={`${target.value} ${target.whose}`}>
          <span className="promise">{targetWords(target, wording)}</span>{" "}
          {target.attained === null ? null : <Attainment attained={target.attained} />}
        </p>
      ))}
      {sentence === null ? null : <p className="definition">{say(sentence)}</p>}
    </div>
  );
}

/** A milestone's state as a word with a shape: filled when reached, hollow before. */
function MilestoneLine({ milestone: { title, status, hidden, reachedOn, dueOn } }: { milestone: Milestone }) {
  const { t, code, format } = useWorkbench().wording;
  const words = [
    hidden ? t("chart.hidden") : status === null ? t("theory.milestone_unknown") : code("milestone_status", status),
    ...(reachedOn === null ? [] : [format.date(reachedOn)]),
    ...(reachedOn !== null || dueOn === null ? [] : [t("theory.due", { day: format.date(dueOn) })]),
  ];
  return (
    <li data-status={status ?? "planned"}>
      <svg viewBox="0 0 12 12" aria-hidden>
        <circle cx="6" cy="6" r="4.5" />
      </svg>
      <span>{title}</span>
      <small>{words.join(" · ")}</small>
    </li>
  );
}

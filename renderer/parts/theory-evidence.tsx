import type { TheoryNode } from "../../electron/contract.ts";
import { targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, intervalWords, valueWords } from "../estimate.ts";
import type { Evidence } from "../theory-evidence.ts";
import { isClaim } from "../theory-graph.ts";
import { useWording } from "../workbench.tsx";
import { Attainment } from "./attainment.tsx";
import { Skeleton } from "./skeleton.tsx";

interface TheoryEvidenceProps {
  node: TheoryNode;
  evidence: Evidence | undefined;
  awaited: boolean;
}

/** A node's evidence in a few words: its first indicator, its milestones, or that there is none. */
export function TheoryEvidence({ node, evidence, awaited }: TheoryEvidenceProps) {
  const wording = useWording();
  const { t } = wording;
  const isConnected = node.indicators.length > 0 || node.milestones.length > 0;
  if (evidence === undefined || (awaited && isConnected)) return isConnected ? <Skeleton width="70%" /> : null;
  if (evidence.state === "gap") return isClaim(node) ? <small>{t("theory.gap")}</small> : null;
  const measured = evidence.estimates.filter(({ state }) => state === "shown" || state === "hidden");
  const [first] = measured;
  const promised = evidence.estimates[0]?.row.targets ?? [];
  return (
    <>
      {first === undefined ? null : <Measured estimate={first} />}
      {measured.length < 2 ? null : <small>{t("theory.more", { count: measured.length - 1 })}</small>}
      {evidence.planned === 0 ? null : <Reached evidence={evidence} />}
      {evidence.state === "measured" || evidence.planned > 0 ? null : (
        <small>{[...promised.map((target) => targetWords(target, wording)), t("theory.awaited")].join(" · ")}</small>
      )}
    </>
  );
}

function Measured({ estimate }: { estimate: Estimate }) {
  const wording = useWording();
  const { targets } = estimate.row;
  const words = [
    ...targets.map((target) => targetWords(target, wording)),
    basisWords(estimate, wording),
    intervalWords(estimate, wording),
  ].filter(Boolean);
  const attained = [...new Set(targets.map((target) => target.attained))].filter((each) => each !== null);
  return (
    <>
      <span className="theory-value">
        <b>{valueWords(estimate, wording)}</b>
        <span>{words.length === 0 ? wording.say(estimate.indicator.title) : words.join(" · ")}</span>
      </span>
      {attained.map((each) => (
        <Attainment key={each} attained={each} />
      ))}
    </>
  );
}

function Reached({ evidence: { planned, reached, state } }: { evidence: Evidence }) {
  const { t, format, glyph } = useWording();
  if (state === "awaited") return <small>{t("theory.planned", { count: planned })}</small>;
  return (
    <span className="theory-value">
      <b>{reached === null ? glyph : format.outOf(reached, planned)}</b>
      <span>
        {reached === null
          ? t("theory.reached_hidden", { planned: format.count(planned), count: planned })
          : t("theory.reached", { count: planned })}
      </span>
    </span>
  );
}

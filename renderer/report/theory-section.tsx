import type { TheoryNode } from "../../electron/contract.ts";
import { targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, valueWords } from "../estimate.ts";
import { theoryHeadline } from "../pages/theory-headline.ts";
import type { Figure } from "../table.ts";
import { type Evidence, type Milestone, readEvidence } from "../theory-evidence.ts";
import { chainColumns } from "../theory-graph.ts";
import { relationWords } from "../theory-relations.ts";
import { ownPart, type ReportContent } from "./report-content.ts";
import { indicatorKey, reportIndicators } from "./requests.ts";
import { Section } from "./section.tsx";

/** What the programme believes leads to what, each belief with what shows it. */
export function TheorySection({ content }: { content: ReportContent }) {
  const { catalog, subject, figures, wording } = content;
  const { t, say, format } = wording;
  const { theory } = subject.programme;
  if (theory === null) return null;
  const shown: Record<string, Figure | undefined> = { milestones: figures.milestones };
  for (const { name } of reportIndicators(catalog, subject)) {
    const figure = figures[indicatorKey(name)];
    shown[name] = figure && ownPart(figure, content);
  }
  const evidence = new Map(
    theory.nodes.map((node) => [node.id, readEvidence(node, catalog.indicators, shown, wording)]),
  );
  return (
    <Section id="theory" title={t("outcome_report.theory")} means={theoryHeadline(theory.nodes, evidence, wording)}>
      {chainColumns(theory).flatMap(({ groups }) =>
        groups.map(({ column, nodes }) => (
          <div key={column} className="part">
            <h3>{t(`theory.list_${column}`)}</h3>
            <ul>
              {nodes.map((node) => (
                <li key={node.id}>
                  <strong>{say(node.title)}</strong> {relationWords(theory, node, wording)}
                  {evidenceOf(node, evidence.get(node.id))}
                </li>
              ))}
            </ul>
          </div>
        )),
      )}
      <p className="means">
        {t("panel.source")}: {theory.source}
      </p>
    </Section>
  );

  function evidenceOf(node: TheoryNode, found: Evidence | undefined) {
    if (found === undefined || found.state === "gap") return <p className="gap">{t("theory.gap_long")}</p>;
    if (found.state === "awaited") return <p className="gap">{t("theory.awaited")}</p>;
    return (
      <ul>
        {found.estimates.map((estimate) => (
          <li key={estimate.indicator.name}>{estimateWords(estimate)}</li>
        ))}
        {found.milestones.map((milestone, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: milestones have no key of their own and never move.
          <li key={`${node.id} ${place}`}>{milestoneWords(milestone)}</li>
        ))}
      </ul>
    );
  }

  function estimateWords(estimate: Estimate): string {
    const basis = basisWords(estimate, wording);
    const words = `${say(estimate.indicator.title)}: ${valueWords(estimate, wording)}${basis === "" ? "" : ` (${basis})`}`;
    const targets = estimate.row.targets.map((target) =>
      [targetWords(target, wording), target.attained === null ? "" : t(`attained.${target.attained}`)]
        .filter(Boolean)
        .join(": "),
    );
    return [words, ...targets].join("; ");
  }

  function milestoneWords({ title, status, hidden, reachedOn }: Milestone): string {
    const state = hidden
      ? wording.glyph
      : status === null
        ? t("theory.milestone_unknown")
        : wording.code("milestone_status", status);
    return `${title}: ${state}${reachedOn === null ? "" : `, ${format.date(reachedOn)}`}`;
  }
}

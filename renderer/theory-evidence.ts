import type { IndicatorEntry, TheoryNode } from "../electron/contract.ts";
import { type Estimate, readEstimate } from "./estimate.ts";
import { type Figure, isHidden, rowsOf } from "./table.ts";
import type { Wording } from "./wording.ts";

/** A milestone of the extract, or one that the theory names and the extract says nothing about (`status` null). */
export interface Milestone {
  title: string;
  status: string | null;
  /** Whether disclosure control took the state away. */
  hidden: boolean;
  reachedOn: Date | null;
  dueOn: string | null;
}

/** What shows that a node of the theory holds. */
export interface Evidence {
  /** `awaited`: connected, but there is nothing to count yet. `gap`: nothing is connected. */
  state: "measured" | "awaited" | "gap";
  estimates: Estimate[];
  milestones: Milestone[];
  /** Of milestones that have not been dropped; null where the state of one is hidden. */
  reached: number | null;
  planned: number;
}

/** Reads a node's evidence from the page's figures, by indicator, and from the table of milestones. */
export function readEvidence(
  node: TheoryNode,
  indicators: readonly IndicatorEntry[],
  figures: Readonly<Record<string, Figure | undefined>>,
  wording: Wording,
): Evidence {
  const estimates = node.indicators.flatMap((name) => {
    const indicator = indicators.find((entry) => entry.name === name);
    const figure = figures[name];
    // An indicator of milestones counts those of several nodes; the node's own are told one by one.
    if (indicator === undefined || figure === undefined || indicator.kind === "milestone") return [];
    return readEstimate(indicator, figure, wording) ?? [];
  });
  const milestones = readMilestones(node, figures.milestones, wording);
  const applying = milestones.filter(({ status }) => status !== "dropped");
  const isMeasured =
    estimates.some(({ state }) => state === "shown" || state === "hidden") ||
    milestones.some(({ status, hidden }) => status !== null || hidden);
  const isConnected = node.indicators.length > 0 || node.milestones.length > 0;
  return {
    state: isMeasured ? "measured" : isConnected ? "awaited" : "gap",
    estimates,
    milestones,
    reached: milestones.some(({ hidden }) => hidden)
      ? null
      : applying.filter(({ status }) => status === "reached").length,
    planned: applying.length,
  };
}

function readMilestones(node: TheoryNode, figure: Figure | undefined, { say }: Wording): Milestone[] {
  const rows = rowsOf(figure);
  const own = rows.filter((row) => row.node === node.id);
  if (own.length === 0) {
    return node.milestones.map(({ title, due_on: dueOn }) => ({
      title: say(title),
      status: null,
      hidden: false,
      reachedOn: null,
      dueOn,
    }));
  }
  return own.map((row, index) => {
    const named = node.milestones.find(({ title }) => title.sv === row.note || title.en === row.note);
    const hidden = isHidden(row, "status");
    return {
      title: named !== undefined ? say(named.title) : typeof row.note === "string" ? row.note : String(index + 1),
      status: hidden ? null : String(row.status),
      hidden,
      reachedOn: row.reached_on instanceof Date ? row.reached_on : null,
      dueOn: named?.due_on ?? null,
    };
  });
}

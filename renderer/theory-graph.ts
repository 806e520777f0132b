import type { Theory, TheoryColumn, TheoryNode } from "../electron/contract.ts";

/** A column of the diagram. Both levels of activities stand in one, under each other. */
export interface ChainColumn {
  name: "resources" | "activities" | "outcomes" | "short_term" | "long_term";
  groups: { column: TheoryColumn; nodes: TheoryNode[] }[];
}

const columns: Record<ChainColumn["name"], readonly TheoryColumn[]> = {
  resources: ["resources"],
  activities: ["activities_organisation", "activities_individual"],
  outcomes: ["outcomes"],
  short_term: ["short_term"],
  long_term: ["long_term"],
};

/** The chain from what is put in to what lasts, nodes in the theory's own order; empty groups are left out. */
export function chainColumns({ nodes }: Theory): ChainColumn[] {
  return Object.entries(columns).map(([name, parts]) => ({
    name: name as ChainColumn["name"],
    groups: parts
      .map((column) => ({ column, nodes: nodes.filter((node) => node.column === column) }))
      .filter((group) => group.nodes.length > 0),
  }));
}

/** Whether a node claims an effect, which has to be shown, rather than says what is put in or done. */
export function isClaim({ column }: TheoryNode): boolean {
  return column === "outcomes" || column === "short_term" || column === "long_term";
}

/** Everything that leads to a node, step by step, and everything that it leads to; itself in neither. */
export function related(edges: Theory["edges"], id: string): { upstream: Set<string>; downstream: Set<string> } {
  return {
    upstream: reached(id, (at) => edges.filter(({ to }) => to === at).map(({ from }) => from)),
    downstream: reached(id, (at) => edges.filter(({ from }) => from === at).map(({ to }) => to)),
  };
}

function reached(start: string, next: (id: string) => string[]): Set<string> {
  const found = new Set<string>();
  const waiting = next(start);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || id === start) continue;
    found.add(id);
    waiting.push(...next(id));
  }
  return found;
}

/**
 * Where an arrow key leads: up and down within the column, left and right along an edge, or, where there is none that way,
 * to the node of the next column that stands at the same height.
 */
export function movedNode(chain: readonly ChainColumn[], edges: Theory["edges"], id: string, key: string) {
  const lists = chain.map(({ groups }) => groups.flatMap(({ nodes }) => nodes.map((node) => node.id)));
  const column = lists.findIndex((list) => list.includes(id));
  const list = lists[column] ?? [];
  const row = list.indexOf(id);
  if (key === "ArrowUp") return list[row - 1];
  if (key === "ArrowDown") return list[row + 1];
  if (key === "Home") return list[0];
  if (key === "End") return list.at(-1);
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  const step = key === "ArrowRight" ? 1 : -1;
  const along = edges
    .filter((edge) => (step > 0 ? edge.from : edge.to) === id)
    .map((edge) => (step > 0 ? edge.to : edge.from))
    .filter((other) => !list.includes(other));
  if (along.length > 0) return along[0];
  for (let next = column + step; next >= 0 && next < lists.length; next += step) {
    const other = lists[next] ?? [];
    if (other.length > 0) return other[Math.min(row, other.length - 1)];
  }
  return undefined;
}

import type { TheoryNode as Node } from "../../electron/contract.ts";
import type { Evidence } from "../theory-evidence.ts";
import { isClaim } from "../theory-graph.ts";
import { TheoryEvidence } from "./theory-evidence.tsx";

interface TheoryNodeProps {
  node: Node;
  evidence: Evidence | undefined;
  awaited: boolean;
  /** How it stands to the node that is looked at. */
  relation: "self" | "upstream" | "downstream" | "other" | undefined;
  /** The one stop of the Tab key. */
  isStop: boolean;
  isOpened: boolean;
  /** What feeds it and what it feeds, in words. */
  describedBy: string;
  onFocus(): void;
  onHover(on: boolean): void;
  onOpen(): void;
}

/** A box of the chain: what is claimed, and what shows it. */
export function TheoryNode({ node, evidence, awaited, title, ...props }: TheoryNodeProps & { title: string }) {
  return (
    <button
      type="button"
      data-node={node.id}
      data-claim={isClaim(node) || undefined}
      data-state={evidence?.state}
      data-relation={props.relation}
      className="theory-node"
      tabIndex={props.isStop ? 0 : -1}
      aria-expanded={props.isOpened}
      aria-describedby={props.describedBy}
      onFocus={props.onFocus}
      onMouseEnter={() => props.onHover(true)}
      onMouseLeave={() => props.onHover(false)}
      onClick={props.onOpen}
    >
      <span className="theory-title">{title}</span>
      <TheoryEvidence node={node} evidence={evidence} awaited={awaited} />
    </button>
  );
}

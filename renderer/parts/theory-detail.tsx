import { X } from "lucide-react";
import { useId } from "react";
import type { Theory, TheoryNode } from "../../electron/contract.ts";
import type { Evidence } from "../theory-evidence.ts";
import { useWording } from "../workbench.tsx";
import { TheoryProof } from "./theory-proof.tsx";

interface TheoryDetailProps {
  theory: Theory;
  node: TheoryNode;
  evidence: Evidence | undefined;
  onOpen(id: string): void;
  onClose(): void;
}

/** The opened node beside the diagram, which stays in sight: its evidence, and ways along its edges. */
export function TheoryDetail({ theory, node, evidence, onOpen, onClose }: TheoryDetailProps) {
  const { t, say } = useWording();
  const titleId = useId();
  const ids = (from: "from" | "to") => theory.edges.filter((edge) => edge[from] === node.id);
  const sides = [
    { name: "fed_by_title", nodes: ids("to").map(({ from }) => from) },
    { name: "feeds_title", nodes: ids("from").map(({ to }) => to) },
  ];
  return (
    <aside
      className="theory-detail"
      data-side={node.column === "short_term" || node.column === "long_term" ? "left" : "right"}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header>
        <div>
          <p className="kicker">{t(`theory.list_${node.column}`)}</p>
          <h2 id={titleId}>{say(node.title)}</h2>
        </div>
        <button type="button" className="icon-button" aria-label={t("close")} onClick={onClose}>
          <X aria-hidden />
        </button>
      </header>
      {node.text === null ? null : <p>{say(node.text)}</p>}
      <TheoryProof node={node} evidence={evidence} awaited={false} />
      {sides.map(({ name, nodes }) =>
        nodes.length === 0 ? null : (
          <section key={name}>
            <h3>{t(`theory.${name}`)}</h3>
            <ul className="plain-list">
              {theory.nodes
                .filter(({ id }) => nodes.includes(id))
                .map(({ id, title }) => (
                  <li key={id}>
                    <button type="button" className="link" onClick={() => onOpen(id)}>
                      {say(title)}
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ),
      )}
    </aside>
  );
}

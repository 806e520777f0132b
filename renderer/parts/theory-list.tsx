import type { Theory } from "../../electron/contract.ts";
import type { Evidence } from "../theory-evidence.ts";
import { chainColumns } from "../theory-graph.ts";
import { relationWords } from "../theory-relations.ts";
import { useWording } from "../workbench.tsx";
import { TheoryProof } from "./theory-proof.tsx";

interface TheoryListProps {
  theory: Theory;
  evidence: ReadonlyMap<string, Evidence>;
  awaited: boolean;
}

/** The chain to read from top to bottom: each node with all its evidence, and what it has to do with the others in words. */
export function TheoryList({ theory, evidence, awaited }: TheoryListProps) {
  const wording = useWording();
  const { t, say } = wording;
  return (
    <div className="theory-list">
      {chainColumns(theory).flatMap(({ name, groups }) =>
        groups.map(({ column, nodes }) => (
          <section key={column} className="card">
            <h2>{t(groups.length > 1 ? `theory.list_${column}` : `theory.column_${name}`)}</h2>
            <ul className="plain-list">
              {nodes.map((node) => (
                <li key={node.id}>
                  <h3>{say(node.title)}</h3>
                  {node.text === null ? null : <p>{say(node.text)}</p>}
                  <p className="theory-relations">{relationWords(theory, node, wording)}</p>
                  <TheoryProof node={node} evidence={evidence.get(node.id)} awaited={awaited} />
                </li>
              ))}
            </ul>
          </section>
        )),
      )}
    </div>
  );
}

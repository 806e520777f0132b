import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import type { TheoryNode as Node, Theory } from "../../electron/contract.ts";
import type { Evidence } from "../theory-evidence.ts";
import { chainColumns, movedNode, related } from "../theory-graph.ts";
import { relationWords } from "../theory-relations.ts";
import { useWording } from "../workbench.tsx";
import { TheoryEdges } from "./theory-edges.tsx";
import { TheoryNode } from "./theory-node.tsx";
import { zoomed, zoomedSize } from "./theory-tools.tsx";

interface TheoryDiagramProps {
  theory: Theory;
  evidence: ReadonlyMap<string, Evidence>;
  awaited: boolean;
  zoom: number;
  onZoom(zoom: number): void;
  /** The node whose details are open. */
  opened: string | undefined;
  onOpen(id: string | undefined): void;
}

/**
 * The chain in columns. One stop of the Tab key; arrows move along columns and edges, Enter opens, plus and minus zoom. The
 * node that is looked at shows what feeds it and what it feeds.
 */
export function TheoryDiagram({ theory, evidence, awaited, zoom, onZoom, opened, onOpen }: TheoryDiagramProps) {
  const wording = useWording();
  const { t } = wording;
  const id = useId();
  const diagram = useRef<HTMLDivElement>(null);
  const chain = useMemo(() => chainColumns(theory), [theory]);
  const [focused, setFocused] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const active = hovered ?? focused ?? opened;
  const { upstream, downstream } = useMemo(() => related(theory.edges, active ?? ""), [theory, active]);
  const stop = focused ?? opened ?? chain.flatMap(({ groups }) => groups.flatMap(({ nodes }) => nodes))[0]?.id;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "-" || event.key === "0") {
      event.preventDefault();
      onZoom(event.key === "0" ? 1 : zoomed(zoom, event.key === "+" ? 1 : -1));
      return;
    }
    if (event.key === "Escape") onOpen(undefined);
    const moved = stop === undefined ? undefined : movedNode(chain, theory.edges, stop, event.key);
    if (moved === undefined) return;
    event.preventDefault();
    const box = diagram.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(moved)}"]`);
    box?.focus();
    box?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (opened !== undefined) onOpen(moved);
  };
  const relation = (node: Node) => {
    if (active === undefined) return undefined;
    if (node.id === active) return "self";
    if (upstream.has(node.id)) return "upstream";
    return downstream.has(node.id) ? "downstream" : "other";
  };

  return (
    <section className="theory-scroll" aria-label={t("theory.diagram")}>
      <p id={`${id}-keys`} className="hidden-visually">
        {t("theory.keys")}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form; these are boxes to walk among. */}
      <div
        ref={diagram}
        className="theory-diagram"
        role="group"
        aria-label={t("theory.diagram")}
        aria-describedby={`${id}-keys`}
        style={{ fontSize: zoomedSize(zoom) }}
        onKeyDown={onKeyDown}
        onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setFocused(undefined)}
      >
        <TheoryEdges
          diagram={diagram}
          edges={theory.edges}
          active={active}
          upstream={upstream}
          downstream={downstream}
          layout={`${zoom} ${awaited} ${wording.language}`}
        />
        {chain.map(({ name, groups }) => (
          <section key={name} className="theory-column" aria-labelledby={`${id}-${name}`}>
            <h2 id={`${id}-${name}`}>{t(`theory.column_${name}`)}</h2>
            {groups.map((group) => (
              <div key={group.column} className="theory-group">
                {groups.length > 1 ? <h3>{t(`theory.level_${group.column}`)}</h3> : null}
                {group.nodes.map((node) => (
                  <TheoryNode
                    key={node.id}
                    node={node}
                    title={wording.say(node.title)}
                    evidence={evidence.get(node.id)}
                    awaited={awaited}
                    relation={relation(node)}
                    isStop={node.id === stop}
                    isOpened={node.id === opened}
                    describedBy={`${id}-${node.id}`}
                    onFocus={() => setFocused(node.id)}
                    onHover={(on) => setHovered(on ? node.id : undefined)}
                    onOpen={() => onOpen(node.id === opened ? undefined : node.id)}
                  />
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
      <div hidden>
        {theory.nodes.map((node) => (
          <span key={node.id} id={`${id}-${node.id}`}>
            {relationWords(theory, node, wording)}
          </span>
        ))}
      </div>
    </section>
  );
}

import { type RefObject, useLayoutEffect, useState } from "react";
import type { Theory } from "../../electron/contract.ts";

interface Line {
  key: string;
  from: string;
  to: string;
  path: string;
}

/** What a landscape A4 has room for under a headline, in CSS pixels. */
const paper = { width: 1020, height: 560 };

interface TheoryEdgesProps {
  diagram: RefObject<HTMLElement | null>;
  edges: Theory["edges"];
  /** The node whose relations are in sight, and what belongs to them. */
  active: string | undefined;
  upstream: ReadonlySet<string>;
  downstream: ReadonlySet<string>;
  /** Changes whenever boxes may have moved. */
  layout: string;
}

/** What feeds what, as lines behind the boxes. The same stands in words in each box and in the list. */
export function TheoryEdges({ diagram, edges, active, upstream, downstream, layout }: TheoryEdgesProps) {
  const [drawn, setDrawn] = useState<{ lines: Line[]; width: number; height: number }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` stands for what moves the boxes.
  useLayoutEffect(() => {
    const element = diagram.current;
    if (element === null) return;
    const draw = () => {
      const { scrollWidth: width, scrollHeight: height } = element;
      setDrawn({ lines: measureLines(element, edges), width, height });
      element.style.setProperty("--drawn-width", `${width}px`);
      element.style.setProperty("--print-zoom", String(Math.min(1, paper.width / width, paper.height / height)));
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    for (const box of element.querySelectorAll("[data-node]")) observer.observe(box);
    return () => observer.disconnect();
  }, [diagram, edges, layout]);

  if (drawn === undefined) return null;
  const isOn = ({ from, to }: Line) =>
    active !== undefined &&
    ((upstream.has(from) && (to === active || upstream.has(to))) ||
      (downstream.has(to) && (from === active || downstream.has(from))));
  const sorted = [...drawn.lines].sort((a, b) => Number(isOn(a)) - Number(isOn(b)));
  return (
    <svg className="theory-edges" width={drawn.width} height={drawn.height} aria-hidden>
      <defs>
        <marker id="theory-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" markerHeight="5" orient="auto">
          <path d="M0 0.5 8 4 0 7.5Z" />
        </marker>
      </defs>
      {sorted.map((line) => (
        <path
          key={line.key}
          d={line.path}
          data-on={isOn(line) || undefined}
          markerEnd={isOn(line) ? "url(#theory-arrow)" : undefined}
        />
      ))}
    </svg>
  );
}

/** From the right side of one box to the left of another; within a column, around its left side. */
function measureLines(diagram: HTMLElement, edges: Theory["edges"]): Line[] {
  const box = (id: string) => diagram.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
  return edges.flatMap(({ from, to }) => {
    const a = box(from);
    const b = box(to);
    if (a === null || b === null) return [];
    const ay = a.offsetTop + a.offsetHeight / 2;
    const by = b.offsetTop + b.offsetHeight / 2;
    const x2 = b.offsetLeft;
    if (a.offsetLeft === b.offsetLeft) {
      const out = x2 - 14;
      return [{ key: `${from} ${to}`, from, to, path: `M${x2} ${ay}C${out} ${ay} ${out} ${by} ${x2} ${by}` }];
    }
    const x1 = a.offsetLeft + a.offsetWidth;
    // Beyond the next column a line runs behind boxes; it bends in the gaps on both sides, where it can be followed.
    const bend = Math.min(60, Math.max(16, (x2 - x1) / 2));
    return [
      {
        key: `${from} ${to}`,
        from,
        to,
        path: `M${x1} ${ay}C${x1 + bend} ${ay} ${x2 - bend} ${by} ${x2} ${by}`,
      },
    ];
  });
}

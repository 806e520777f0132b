import { useMemo } from "react";
import { seenFigures } from "./seen-figures.ts";
import type { Figure } from "./table.ts";
import { useSteeringView } from "./use-steering-view.ts";
import { useWorkbench } from "./workbench.tsx";

/** A page's figures with marks on what the steering room would not see, where the evaluator wants them. Cards do so by themselves. */
export function useMarkedFigures<Name extends string>(
  figures: Partial<Record<Name, Figure>>,
): Partial<Record<Name, Figure>> {
  const { marks } = useWorkbench();
  const { see } = useSteeringView(marks ? Object.values<Figure | undefined>(figures) : none, marks ? "marked" : "own");
  return useMemo(() => (marks ? seenFigures(figures, see) : figures), [figures, see, marks]);
}

const none: (Figure | undefined)[] = [];

import { useEffect, useMemo, useState } from "react";
import type { Fault } from "../electron/contract.ts";
import type { See } from "./figure.tsx";
import { askSteering, type SteeringAnswer } from "./steering-answer.ts";
import { withMarks } from "./suppression-marks.ts";
import type { Figure } from "./table.ts";

/** How a card is looked at: as it is, with marks where the steering room would see nothing, or as the steering room sees it. */
export type Look = "own" | "marked" | "steering";

export interface SteeringView {
  see: See;
  /** The steering room's figure of one of the card's; undefined until it is there. */
  steering(figure: Figure): Figure | undefined;
  loading: boolean;
  fault: Fault | null;
}

/** What a card's figures look like to the steering group. Asked in the background, and only when it is to be seen. */
export function useSteeringView(figures: readonly (Figure | undefined)[], look: Look): SteeringView {
  const [twins, setTwins] = useState<ReadonlyMap<Figure, Figure>>(() => new Map());
  const [fault, setFault] = useState<Fault | null>(null);
  const present = useStable(figures.filter((figure) => figure !== undefined));

  useEffect(() => {
    if (look === "own") return;
    let isOver = false;
    setFault(null);
    void Promise.all(present.map((figure) => askSteering(figure))).then((answers) => {
      if (isOver) return;
      const told = answers.filter((answer): answer is SteeringAnswer => answer !== undefined);
      setFault(told.find((answer): answer is Fault => !(answer instanceof Map)) ?? null);
      setTwins(new Map(told.flatMap((answer) => (answer instanceof Map ? [...answer] : []))));
    });
    return () => {
      isOver = true;
    };
  }, [present, look]);

  return useMemo(() => {
    const seen = new Map(
      present.map((figure) => {
        const twin = twins.get(figure);
        if (look === "own" || twin === undefined) return [figure, figure];
        return [figure, look === "steering" ? twin : withMarks(figure, twin)];
      }),
    );
    return {
      see: (figure) => seen.get(figure) ?? figure,
      steering: (figure) => twins.get(figure),
      loading: look !== "own" && fault === null && present.some((figure) => !twins.has(figure)),
      fault: look === "own" ? null : fault,
    };
  }, [present, twins, fault, look]);
}

/** The same array as long as it has the same figures. */
function useStable(figures: Figure[]): readonly Figure[] {
  const [stable, setStable] = useState(figures);
  const isSame = stable.length === figures.length && stable.every((figure, at) => figure === figures[at]);
  if (isSame) return stable;
  setStable(figures);
  return figures;
}

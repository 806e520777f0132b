import { useMemo } from "react";
import type { FigureRequest } from "../electron/contract.ts";
import { type Figures, useFigures } from "./use-table.ts";

type Requests = Readonly<Record<string, FigureRequest>>;

/** What is asked first, what after it is there, and what last. */
export type Stages = readonly [Requests, Requests, Requests];

export interface StagedFigures extends Figures<string> {
  /** Some of what is shown is the answer to the question before, until its next is here. */
  outdated: boolean;
}

/**
 * Asks for a long page's figures in three turns, each after the one before is answered. Where what is shown is protected
 * together with all that was shown before, the order is also which figures are kept: the first have the most to show.
 */
export function useStagedFigures([first, second, third]: Stages): StagedFigures {
  const one = useFigures<string>(first);
  const two = useFigures<string>(isOver(one, first) ? second : none);
  const three = useFigures<string>(isOver(one, first) && isOver(two, second) ? third : none);
  return useMemo(() => {
    const turns = [one, two, three];
    const failed = turns.find(({ fault }) => fault !== null);
    return {
      figures: { ...one.figures, ...two.figures, ...three.figures },
      loading: turns.some(({ loading }) => loading),
      outdated: turns.some(({ loading, figures }) => loading && Object.keys(figures).length > 0),
      fault: failed?.fault ?? null,
      retry: () => failed?.retry(),
      cancel: () => {
        for (const turn of turns) if (turn.loading) turn.cancel();
      },
    };
  }, [one, two, three]);
}

const none: Requests = {};

function isOver({ loading, fault, figures }: Figures<string>, asked: Requests): boolean {
  return !loading && fault === null && Object.keys(asked).every((name) => figures[name] !== undefined);
}

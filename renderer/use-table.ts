import { useEffect, useMemo, useRef, useState } from "react";
import type { Fault, FigureRequest, FiguresRequest } from "../electron/contract.ts";
import { faultOf } from "./fault.ts";
import { safelyOrdered } from "./row-order.ts";
import { rememberAnswer } from "./steering-answer.ts";
import { decodeFigures, type Figure } from "./table.ts";
import { useWorkbench } from "./workbench.tsx";

/** The figures of a page, as they stand. */
export interface Figures<Name extends string> {
  /** The latest that arrived. Those of the question before stay until the next are here, so that nothing jumps. */
  figures: Partial<Record<Name, Figure>>;
  /** Asked and not yet answered. */
  loading: boolean;
  /** The last question could not be answered at all. A single figure's fault is in its own `meta.fault`. */
  fault: Fault | null;
  /** Asks again. */
  retry(): void;
  /** Stops waiting; the engine stops computing. What was shown stays, with the fault `cancelled`. */
  cancel(): void;
}

interface Answer<Name extends string> {
  key: string;
  figures: Partial<Record<Name, Figure>>;
  fault: Fault | null;
}

/**
 * Asks for all figures of a page in one call, with the page's scope: what is shown together is protected together.
 * Requests are compared by content, so they may be built on each render; without any, nothing is asked.
 */
export function useFigures<Name extends string>(requests: Partial<Record<Name, FigureRequest>>): Figures<Name> {
  const { host, catalog, scope } = useWorkbench();
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController>(null);
  const names = Object.keys(requests) as Name[];
  const request: FiguresRequest = { scope: scope.request, figures: Object.values<FigureRequest>(requests as never) };
  const extracts = catalog.extracts.map(({ extract, coarsened }) => [extract, coarsened ?? []]);
  const key = JSON.stringify([request, names, extracts, attempt]);

  const [answer, setAnswer] = useState<Answer<Name>>(() => ({
    key: "",
    figures: (recent.get(key) ?? {}) as Partial<Record<Name, Figure>>,
    fault: null,
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the request's content.
  useEffect(() => {
    if (names.length === 0) return;
    const controller = new AbortController();
    running.current = controller;
    host
      .figures(request, controller.signal)
      .then((bytes) => {
        if (controller.signal.aborted) return;
        const decoded = decodeFigures(bytes).map((figure) => safelyOrdered(figure, catalog.codes));
        if (catalog.room === "evaluator") rememberAnswer({ host, codes: catalog.codes, request, figures: decoded });
        const figures = Object.fromEntries(decoded.map((figure, index) => [names[index], figure]));
        remember(key, figures);
        setAnswer({ key, figures: figures as Partial<Record<Name, Figure>>, fault: null });
      })
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setAnswer((before) => ({ ...before, key, fault: faultOf(error) }));
      });
    return () => controller.abort();
  }, [host, key]);

  const loading = names.length > 0 && answer.key !== key;
  return useMemo(
    () => ({
      figures: answer.figures,
      loading,
      fault: answer.key === key ? answer.fault : null,
      retry: () => setAttempt((count) => count + 1),
      cancel: () => {
        running.current?.abort();
        setAnswer((before) => ({ ...before, key, fault: cancelled }));
      },
    }),
    [answer, loading, key],
  );
}

/** What was answered lately. A page that is come back to shows it at once, and asks all the same. */
const recent = new Map<string, Record<string, Figure>>();
const remembered = 8;

function remember(key: string, figures: Record<string, Figure>): void {
  recent.delete(key);
  recent.set(key, figures);
  const [oldest] = recent.keys();
  if (recent.size > remembered && oldest !== undefined) recent.delete(oldest);
}

const cancelled: Fault = {
  code: "cancelled",
  message: { sv: "Beräkningen avbröts.", en: "The computation was cancelled." },
};

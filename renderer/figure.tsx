import { useId, useLayoutEffect, useMemo, useRef } from "react";
import type { ChartContext, Drawing } from "./charts/chart.ts";
import { drawSvg } from "./charts/draw.ts";
import { screenPalette } from "./charts/palette.ts";
import type { Figure } from "./table.ts";
import { useElementWidth } from "./use-element-width.ts";
import { useWorkbench } from "./workbench.tsx";

/** A figure as it is to be seen: itself, marked, or as the steering room would have it. */
export type See = (figure: Figure) => Figure;

/**
 * Draws for a place on the page. Keep its identity (useCallback) as long as the data are the same. What is drawn is what `see`
 * makes of each figure, so that a card can be looked at as the steering group sees it.
 */
export type Draw = (context: ChartContext, see: See) => Drawing | undefined;

/** The same with what is seen settled. */
export type DrawSeen = (context: ChartContext) => Drawing | undefined;

interface ChartFigureProps {
  /** What the chart is called, for those who do not see it. */
  title: string;
  draw: DrawSeen;
  /** Pixels; by default the page's text, a little smaller. */
  fontSize?: number;
}

/** A chart as wide as its place, with the same in words beside it for screen readers. */
export function ChartFigure({ title, draw, fontSize }: ChartFigureProps) {
  const { wording, scope } = useWorkbench();
  const holder = useRef<HTMLDivElement>(null);
  const summaryId = useId();
  const width = useElementWidth(holder);
  const size = fontSize ?? rootFontSize() * 0.875;
  const drawing = useMemo(
    () =>
      width === 0 ? undefined : draw({ width, fontSize: size, palette: screenPalette, wording, cutoff: scope.cutoff }),
    [draw, width, size, wording, scope.cutoff],
  );

  useLayoutEffect(() => {
    if (drawing === undefined || holder.current === null) return;
    const svg = drawSvg(drawing);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", title);
    svg.setAttribute("aria-describedby", summaryId);
    holder.current.replaceChildren(svg);
  }, [drawing, title, summaryId]);

  return (
    <figure className="figure">
      <div ref={holder} style={{ minHeight: drawing?.options.height }} />
      <figcaption id={summaryId} className="hidden-visually">
        {drawing?.summary}
      </figcaption>
    </figure>
  );
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

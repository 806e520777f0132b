import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import { type GridScroll, gridScroll, scrollToRow } from "./grid-scroll.ts";

interface GridScrollOptions {
  scroller: RefObject<HTMLElement | null>;
  rows: number;
  rowHeight: number;
  headHeight: number;
}

export interface RowsInSight extends GridScroll {
  items: VirtualItem[];
  /** Pixels of rows above the first in sight. */
  offset: number;
  /** Pixels in which rows are seen. */
  view: number;
  /** Brings a row into sight. */
  reveal(row: number): void;
}

/** Which rows of a scrolled grid are in sight, and where they stand. */
export function useGridScroll({ scroller, rows, rowHeight, headHeight }: GridScrollOptions): RowsInSight {
  const scale = useRef(1);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    observeElementRect(_, report) {
      const element = scroller.current;
      if (element === null) return;
      const tell = () => report({ width: element.clientWidth, height: element.clientHeight - headHeight });
      tell();
      const observer = new ResizeObserver(tell);
      observer.observe(element);
      return () => observer.disconnect();
    },
    observeElementOffset(_, report) {
      const element = scroller.current;
      if (element === null) return;
      const tell = () => report(element.scrollTop * scale.current, true);
      tell();
      element.addEventListener("scroll", tell, { passive: true });
      return () => element.removeEventListener("scroll", tell);
    },
  });
  const view = Math.max(0, virtualizer.scrollRect?.height ?? 0);
  const shape = gridScroll(rows, rowHeight, view);
  scale.current = shape.scale;

  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes that were estimated before must be estimated anew.
  useEffect(() => virtualizer.measure(), [rowHeight, headHeight]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let rest = 0;
    // Beyond the limit a turn of the wheel would jump over rows: it is made to move as many pixels as it says.
    const onWheel = (event: WheelEvent) => {
      if (scale.current === 1 || event.deltaY === 0 || event.ctrlKey) return;
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * rowHeight : event.deltaY;
      const wanted = pixels / scale.current + rest;
      const whole = Math.trunc(wanted);
      const before = element.scrollTop;
      element.scrollTop = before + whole;
      rest = wanted - whole;
      if (whole === 0 || element.scrollTop !== before) event.preventDefault();
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [scroller, rowHeight]);

  // Whole pixels: lines between rows would be blurred.
  const offset = Math.round((scroller.current?.scrollTop ?? 0) * shape.scale);
  return {
    ...shape,
    items: virtualizer.getVirtualItems(),
    offset,
    view,
    reveal(row) {
      const element = scroller.current;
      if (element === null) return;
      const to = scrollToRow(row, rowHeight, view, element.scrollTop * scale.current, scale.current);
      if (to !== undefined) element.scrollTop = to;
    },
  };
}

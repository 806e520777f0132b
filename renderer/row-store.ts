import type { Fault, TableMeta, TableWindow } from "../electron/contract.ts";
import { faultOf } from "./fault.ts";
import { type Figure, type Row, readRows } from "./table.ts";

/** Asks the engine for a part of a Table. */
export type AskRows = (window: TableWindow, signal: AbortSignal) => Promise<Figure>;

/** How the engine is to sort and filter. */
export type RowOrder = Pick<TableWindow, "sort" | "filter">;

/** The rows of one answer, fetched in blocks as they come into sight. */
export interface RowStore {
  /** What the Table says about itself; undefined until something has arrived. */
  meta(): TableMeta | undefined;
  /** Undefined while it is awaited. */
  row(index: number): Row | undefined;
  fault(): Fault | null;
  /** Says which rows are in sight. What is no longer waited for is called off. */
  show(from: number, to: number): void;
  close(): void;
}

interface StoreOptions {
  ask: AskRows;
  order: RowOrder;
  onChange(): void;
  /** Rows fetched at a time. */
  blockRows?: number;
  /** Blocks kept in memory; the farthest from sight give way. */
  keptBlocks?: number;
  /** Milliseconds that rows must stay in sight before they are asked for, so that a drag asks for its end only. */
  settle?: number;
}

export function createRowStore(options: StoreOptions): RowStore {
  const { ask, order, onChange, blockRows = 200, keptBlocks = 40, settle = 40 } = options;
  const blocks = new Map<number, Row[]>();
  const asked = new Map<number, AbortController>();
  let meta: TableMeta | undefined;
  let fault: Fault | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function fetchBlock(block: number): Promise<void> {
    const controller = new AbortController();
    asked.set(block, controller);
    try {
      const figure = await ask({ ...order, offset: block * blockRows, limit: blockRows }, controller.signal);
      if (controller.signal.aborted) return;
      meta = figure.meta;
      fault = figure.meta.fault ?? null;
      blocks.set(block, readRows(figure));
      forgetFarthest(block);
    } catch (error) {
      if (controller.signal.aborted) return;
      fault = faultOf(error);
    } finally {
      if (asked.get(block) === controller) asked.delete(block);
    }
    onChange();
  }

  function forgetFarthest(from: number): void {
    if (blocks.size <= keptBlocks) return;
    const byDistance = [...blocks.keys()].sort((a, b) => Math.abs(b - from) - Math.abs(a - from));
    for (const block of byDistance.slice(0, blocks.size - keptBlocks)) blocks.delete(block);
  }

  function fetchMissing(first: number, last: number): void {
    for (let block = first; block <= last; block++) {
      if (!blocks.has(block) && !asked.has(block)) void fetchBlock(block);
    }
  }

  return {
    meta: () => meta,
    row: (index) => blocks.get(Math.floor(index / blockRows))?.[index % blockRows],
    fault: () => fault,
    show(from, to) {
      const first = Math.max(0, Math.floor(from / blockRows));
      const last = Math.max(first, Math.floor(to / blockRows));
      clearTimeout(timer);
      for (const [block, controller] of asked) {
        if (block >= first && block <= last) continue;
        asked.delete(block);
        controller.abort();
      }
      // The first rows are waited for by everything else.
      if (meta === undefined) fetchMissing(first, last);
      else timer = setTimeout(() => fetchMissing(first, last), settle);
    },
    close() {
      clearTimeout(timer);
      for (const controller of asked.values()) controller.abort();
      asked.clear();
    },
  };
}

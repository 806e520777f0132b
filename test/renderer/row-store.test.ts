import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TableWindow } from "../../electron/contract.ts";
import { createRowStore } from "../../renderer/row-store.ts";
import { figure } from "./figures.ts";

const total = 10_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A store over rows that are their own number, with everything that was asked for. */
function storeOfNumbers(options: { keptBlocks?: number; answer?: (window: TableWindow) => Promise<void> } = {}) {
  const asked: { offset: number; signal: AbortSignal }[] = [];
  const onChange = vi.fn();
  const store = createRowStore({
    order: { sort: [{ column: "n" }] },
    onChange,
    keptBlocks: options.keptBlocks,
    async ask(window, signal) {
      const { offset = 0, limit = 0, sort } = window;
      expect(sort).toEqual([{ column: "n" }]);
      asked.push({ offset, signal });
      await options.answer?.(window);
      const rows = Array.from({ length: Math.min(limit, total - offset) }, (_, at) => [offset + at]);
      return figure([{ name: "n", type: "integer" }], rows, { rows: total });
    },
  });
  return { store, asked, onChange };
}

it("asks for the first block at once, and knows the whole count from it", async () => {
  const { store, asked, onChange } = storeOfNumbers();
  store.show(0, 20);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ offset }) => offset)).toEqual([0]);
  expect(store.meta()?.rows).toBe(total);
  expect(store.row(17)).toEqual({ n: 17 });
  expect(store.row(200)).toBeUndefined();
  expect(onChange).toHaveBeenCalledTimes(1);
});

it("asks for what stays in sight, not for what is dragged past", async () => {
  const { store, asked } = storeOfNumbers();
  store.show(0, 20);
  await vi.advanceTimersByTimeAsync(0);
  for (const from of [1000, 3000, 5000]) store.show(from, from + 20);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 5000]);
  expect(store.row(5010)).toEqual({ n: 5010 });
});

it("asks for both blocks where sight is across their border", async () => {
  const { store, asked } = storeOfNumbers();
  store.show(190, 210);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 200]);
  expect([store.row(199), store.row(200)]).toEqual([{ n: 199 }, { n: 200 }]);
});

it("calls off what has gone out of sight before it came", async () => {
  const { store, asked } = storeOfNumbers({
    answer: ({ offset }) => (offset === 5000 ? new Promise(() => {}) : Promise.resolve()),
  });
  store.show(0, 20);
  await vi.advanceTimersByTimeAsync(0);
  store.show(5000, 5020);
  await vi.advanceTimersByTimeAsync(100);
  store.show(8000, 8020);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.map(({ offset, signal }) => [offset, signal.aborted])).toEqual([
    [0, false],
    [5000, true],
    [8000, false],
  ]);
});

it("keeps the blocks nearest to sight", async () => {
  const { store } = storeOfNumbers({ keptBlocks: 2 });
  for (const from of [0, 200, 400]) {
    store.show(from, from + 20);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect([store.row(0), store.row(200), store.row(400)]).toEqual([undefined, { n: 200 }, { n: 400 }]);
});

it("tells a fault, and what arrived before stays", async () => {
  const fault = { code: "gone", message: { sv: "Borta.", en: "Gone." } };
  const { store } = storeOfNumbers({
    answer: ({ offset }) => (offset === 0 ? Promise.resolve() : Promise.reject({ fault })),
  });
  store.show(0, 20);
  await vi.advanceTimersByTimeAsync(0);
  store.show(600, 620);
  await vi.advanceTimersByTimeAsync(100);
  expect(store.fault()).toEqual(fault);
  expect(store.row(5)).toEqual({ n: 5 });
});

it("is silent after it was closed", async () => {
  const { store, asked, onChange } = storeOfNumbers();
  store.show(0, 20);
  store.close();
  await vi.advanceTimersByTimeAsync(100);
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(onChange).not.toHaveBeenCalled();
});

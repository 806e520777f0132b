import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { JSDOM } from "jsdom";
import { expect } from "vitest";
import type { Drawing } from "../../renderer/charts/chart.ts";
import { drawSvg } from "../../renderer/charts/draw.ts";

const { document } = new JSDOM("").window;

/**
 * Compares a drawing with test/renderer/charts/<name>.svg. A new one is written; where they differ the new one is written
 * beside it as <name>-changed.svg, to be looked at and, if it is right, renamed.
 */
export function expectGolden(name: string, drawing: Drawing): void {
  const golden = resolve(import.meta.dirname, "charts", `${name}.svg`);
  const changed = resolve(import.meta.dirname, "charts", `${name}-changed.svg`);
  const drawn = normalised(drawSvg(drawing, document).outerHTML);
  if (!existsSync(golden)) writeFileSync(golden, drawn);
  const expected = readFileSync(golden, "utf8");
  if (drawn === expected) rmSync(changed, { force: true });
  else writeFileSync(changed, drawn);
  expect(drawn, `${name} is drawn differently: compare ${changed}`).toBe(expected);
}

/** Numbers to three decimals, and one element a line, so that a difference can be read. */
function normalised(svg: string): string {
  return `${svg
    .replace(/-?\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))))
    .replace(/(id="|url\(#)plot-[^")]*/g, "$1plot")
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll("><", ">\n<")}\n`;
}

import { plot } from "@observablehq/plot";
import type { Drawing } from "./chart.ts";

/** The drawing as an SVG element. Without a document of its own it belongs to the page's. */
export function drawSvg(drawing: Drawing, document?: Document): SVGSVGElement {
  const svg = plot({ ...drawing.options, className: "chart", ...(document === undefined ? {} : { document }) });
  // Plot names its groups of marks in English, which a picture with words of its own must not pass on.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  return svg as SVGSVGElement;
}

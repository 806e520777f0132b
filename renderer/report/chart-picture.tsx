import { JSDOM } from "jsdom";
import type { Drawing } from "../charts/chart.ts";
import { drawSvg } from "../charts/draw.ts";

const { document } = new JSDOM("").window;

/** A chart as markup, and the same in words for those who do not see it. */
export function ChartPicture({ title, drawing }: { title: string; drawing: Drawing }) {
  const svg = drawSvg(drawing, document);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${title}${/[.?!]$/.test(title) ? "" : "."} ${drawing.summary}`);
  // Its look comes from the page, whose rules stand in one place.
  for (const style of svg.querySelectorAll("style")) style.remove();
  return (
    <figure>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: Plot has made the markup and written all words as text. */}
      <div className="picture" dangerouslySetInnerHTML={{ __html: svg.outerHTML }} />
      <figcaption className="hidden-visually">{drawing.summary}</figcaption>
    </figure>
  );
}

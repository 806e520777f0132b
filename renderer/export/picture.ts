import interFile from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { ChartContext, Drawing } from "../charts/chart.ts";
import { drawSvg } from "../charts/draw.ts";
import { textWidth } from "../charts/measure.ts";

interface PictureWords {
  title: string;
  definition: string;
  caption: string;
  /** The provenance of each Table, kept inside the file. */
  sources: unknown[];
}

const edge = 20;
const fontFamily = "Inter, 'Inter Variable', system-ui, sans-serif";
const svgNamespace = "http://www.w3.org/2000/svg";

/** A chart as a file that stands alone: title, definition, figure, source, and its provenance as metadata. */
export function chartSvg(drawing: Drawing, words: PictureWords, context: ChartContext): string {
  const { width, fontSize, palette } = context;
  const chart = drawSvg(drawing);
  const height = Number(chart.getAttribute("height"));
  const svg = document.createElementNS(svgNamespace, "svg");
  let y = edge;
  const write = (text: string, size: number, fill: string, weight: number) => {
    for (const line of wrap(text, size, width)) {
      y += size * 1.35;
      const element = document.createElementNS(svgNamespace, "text");
      setAttributes(element, { x: edge, y, fill, "font-size": size, "font-weight": weight });
      element.textContent = line;
      svg.append(element);
    }
  };
  write(words.title, fontSize * 1.35, palette.ink, 620);
  write(words.definition, fontSize, palette.muted, 400);
  y += fontSize;
  setAttributes(chart, { x: edge, y, overflow: "visible", "font-family": fontFamily });
  svg.append(chart);
  y += height + fontSize * 0.6;
  write(words.caption, fontSize * 0.88, palette.faint, 400);
  const total = Math.ceil(y + edge);
  const outer = width + 2 * edge;
  setAttributes(svg, {
    xmlns: svgNamespace,
    width: outer,
    height: total,
    viewBox: `0 0 ${outer} ${total}`,
    "font-family": fontFamily,
    role: "img",
    "aria-label": words.title,
  });
  const ground = document.createElementNS(svgNamespace, "rect");
  setAttributes(ground, { width: outer, height: total, fill: palette.surface });
  svg.prepend(described("title", words.title), described("desc", drawing.summary), metadata(words.sources), ground);
  return new XMLSerializer().serializeToString(svg);
}

/** The same as a bitmap at twice the size, sharp in a report. */
export async function chartPng(svg: string): Promise<Blob> {
  // A picture in a page sees none of the page's fonts, so its own goes with it.
  const whole = svg.replace("<title>", `<style>${await fontFace()}</style><title>`);
  const url = URL.createObjectURL(new Blob([whole], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("The picture could not be made.")) : resolve(blob)),
        "image/png",
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function fontFace(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(interFile)).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `@font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${btoa(text)}) }`;
}

function described(name: "title" | "desc", text: string): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  element.textContent = text;
  return element;
}

function metadata(sources: unknown[]): SVGElement {
  const element = document.createElementNS(svgNamespace, "metadata");
  element.textContent = JSON.stringify(sources);
  return element;
}

function setAttributes(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

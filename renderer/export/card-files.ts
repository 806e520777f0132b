import type { ChartContext } from "../charts/chart.ts";
import type { DrawSeen } from "../figure.tsx";
import { provenance, provenanceLine } from "../provenance.ts";
import type { Figure } from "../table.ts";
import type { NamedFigure } from "../united.ts";
import { csvFile } from "./csv.ts";
import { download } from "./download.ts";
import { type FileForm, formNote } from "./forms.ts";
import { chartPng, chartSvg } from "./picture.ts";

export type FileKind = "csv" | "excel" | "svg" | "png" | "words" | "json";

/** What a file of a card is made of. */
export interface CardFile {
  figures: readonly NamedFigure[];
  title: string;
  definition: string;
  draw: DrawSeen | undefined;
  /** Undefined in the steering room, which has one form alone. */
  form: FileForm | undefined;
  context: ChartContext;
}

/** Hands the reader a card as a file that says where it comes from and how its numbers were protected. */
export async function saveCard(kind: FileKind, card: CardFile): Promise<void> {
  const { figures, context, form, draw } = card;
  const { wording } = context;
  const suffix = form === undefined ? undefined : wording.t(`form.${form}_suffix`);
  const name = [fileName(card.title, figures[0]?.figure), suffix].filter(Boolean).join("-");
  const sources = figures.map(({ figure }) => provenance(figure.meta));
  switch (kind) {
    case "csv":
      return download(`${name}.csv`, csvFile(figures, wording, "data"), "text/csv");
    case "excel":
      return download(`${name}-excel.csv`, csvFile(figures, wording, "excel"), "text/csv");
    case "json":
      return download(`${name}.json`, JSON.stringify(sources, null, 2), "application/json");
    case "words": {
      const words = [card.title, draw?.(context)?.summary ?? "", caption(card)].join("\n\n");
      return download(`${name}.txt`, `${words}\n`, "text/plain");
    }
    case "svg":
    case "png": {
      const drawing = draw?.(context);
      if (drawing === undefined) return;
      const { title, definition } = card;
      const svg = chartSvg(drawing, { title, definition, caption: caption(card), sources }, context);
      if (kind === "svg") return download(`${name}.svg`, svg, "image/svg+xml");
      return download(`${name}.png`, await chartPng(svg), "image/png");
    }
  }
}

function caption({ figures, context: { wording } }: CardFile): string {
  const meta = figures[0]?.figure.meta;
  if (meta === undefined) return "";
  const { t } = wording;
  return [
    `${t("picture.source")}: ${provenanceLine(meta, wording)}.`,
    formNote(meta, wording),
    ...(meta.extracts.some((extract) => extract.synthetic) ? [t("synthetic.long")] : []),
    `Sammanhang ${meta.product}.`,
  ].join(" ");
}

function fileName(title: string, figure: Figure | undefined): string {
  const words = title
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return [words, figure?.meta.cutoff].filter(Boolean).join("-");
}

import { Ellipsis } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { filePalette } from "../charts/palette.ts";
import { csvFile } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { chartPng, chartSvg } from "../export/picture.ts";
import type { DrawSeen } from "../figure.tsx";
import { provenance, provenanceLine } from "../provenance.ts";
import type { Figure } from "../table.ts";
import type { NamedFigure } from "../united.ts";
import { useWorkbench } from "../workbench.tsx";
import type { InspectorTab } from "./inspector.tsx";

interface ExportMenuProps {
  figures: readonly NamedFigure[];
  title: string;
  definition: string;
  draw: DrawSeen | undefined;
  onOpen(tab: InspectorTab): void;
}

/** Takes a figure out of the product, always with where it comes from. */
export function ExportMenu({ figures: named, title, definition, draw, onOpen }: ExportMenuProps) {
  const { catalog, wording, scope } = useWorkbench();
  const { t } = wording;
  const figures = named.map(({ figure }) => figure);
  const name = fileName(title, figures[0]);
  const picture = () => {
    const context = { width: 760, fontSize: 13, palette: filePalette, wording, cutoff: scope.cutoff };
    const drawing = draw?.(context);
    const first = figures[0];
    if (drawing === undefined || first === undefined) return undefined;
    const synthetic = first.meta.extracts.some((extract) => extract.synthetic) ? `${t("synthetic.long")} ` : "";
    const caption = `${t("picture.source")}: ${provenanceLine(first.meta, wording)}. ${synthetic}Sammanhang ${first.meta.product}.`;
    const sources = figures.map((figure) => provenance(figure.meta));
    return chartSvg(drawing, { title, definition, caption, sources }, context);
  };
  const actions: Record<string, () => void | Promise<void>> = {
    csv: () => download(`${name}.csv`, csvFile(named, wording, "data"), "text/csv"),
    excel: () => download(`${name}-excel.csv`, csvFile(named, wording, "excel"), "text/csv"),
    svg: () => {
      const svg = picture();
      if (svg !== undefined) download(`${name}.svg`, svg, "image/svg+xml");
    },
    png: async () => {
      const svg = picture();
      if (svg !== undefined) download(`${name}.png`, await chartPng(svg), "image/png");
    },
    json: () => {
      const sources = figures.map((figure) => provenance(figure.meta));
      download(`${name}.json`, JSON.stringify(sources, null, 2), "application/json");
    },
    words: () => onOpen("words"),
    protection: () => onOpen("protection"),
  };
  const pictures = draw === undefined ? [] : ["svg", "png", "words"];
  const evaluators = catalog.room === "steering" ? [] : ["json", "protection"];
  return (
    <MenuTrigger>
      <Button className="link" aria-label={`${t("panel.more")}: ${title}`}>
        <Ellipsis aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(key) => void actions[String(key)]?.()}>
          {["csv", "excel", ...pictures, ...evaluators].map((key) => (
            <MenuItem key={key} id={key}>
              {t(`export.${key}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
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

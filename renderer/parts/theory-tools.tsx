import { List, Maximize, Waypoints, ZoomIn, ZoomOut } from "lucide-react";
import { useWording } from "../workbench.tsx";

export type TheoryView = "diagram" | "list";

export const zoomSteps = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** The next size up or down, staying within what can be read. */
export function zoomed(zoom: number, direction: 1 | -1): number {
  const steps =
    direction > 0 ? zoomSteps.filter((step) => step > zoom + 0.01) : zoomSteps.filter((step) => step < zoom - 0.01);
  return (direction > 0 ? steps[0] : steps.at(-1)) ?? zoom;
}

/** The diagram's type size: everything in it is in proportion to its type. */
export function zoomedSize(zoom: number): string {
  return `${(zoom * 0.93).toFixed(3)}em`;
}

interface TheoryToolsProps {
  view: TheoryView;
  onView(view: TheoryView): void;
  zoom: number;
  onZoom(zoom: number): void;
}

/** Diagram or list, and how large the diagram is. */
export function TheoryTools({ view, onView, zoom, onZoom }: TheoryToolsProps) {
  const { t, format } = useWording();
  return (
    <div className="theory-tools">
      {view === "list" ? null : (
        <fieldset className="switch">
          <legend className="hidden-visually">{t("theory.size")}</legend>
          <button type="button" aria-label={t("theory.smaller")} onClick={() => onZoom(zoomed(zoom, -1))}>
            <ZoomOut aria-hidden />
          </button>
          <button type="button" aria-label={`${format.share(zoom)}, ${t("theory.original")}`} onClick={() => onZoom(1)}>
            {format.share(zoom)}
          </button>
          <button type="button" aria-label={t("theory.larger")} onClick={() => onZoom(zoomed(zoom, 1))}>
            <ZoomIn aria-hidden />
          </button>
          <button
            type="button"
            aria-label={t("theory.fit")}
            title={t("theory.fit")}
            onClick={() => onZoom(fitting(zoom))}
          >
            <Maximize aria-hidden />
          </button>
        </fieldset>
      )}
      <fieldset className="switch">
        <legend className="hidden-visually">{t("theory.view")}</legend>
        {(["diagram", "list"] as const).map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
            {name === "list" ? <List aria-hidden /> : <Waypoints aria-hidden />}
            {t(`theory.${name}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** The largest size at which the whole diagram is in sight at once: tried out, since texts wrap as they like. */
function fitting(zoom: number): number {
  const diagram = document.querySelector<HTMLElement>(".theory-diagram");
  if (diagram === null) return zoom;
  const room = window.innerHeight - 72;
  const before = diagram.style.fontSize;
  const fit = zoomSteps.findLast((step) => {
    diagram.style.fontSize = zoomedSize(step);
    return diagram.scrollHeight <= room && diagram.scrollWidth <= (diagram.parentElement?.clientWidth ?? 0);
  });
  diagram.style.fontSize = before;
  return fit ?? zoomSteps[0];
}

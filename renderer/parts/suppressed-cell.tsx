import { useId } from "react";
import type { HiddenCell } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";

/**
 * The sign of a hidden number. Why it is hidden stands beside it on hover and focus where that may be told, which is only in the
 * evaluator's room; in the steering room one sentence holds for all.
 */
export function SuppressedCell({ cell }: { cell: HiddenCell }) {
  const { wording } = useWorkbench();
  const { t, glyph } = wording;
  const id = useId();
  const why = useSuppressionWords(cell);
  if (cell.reason === null) {
    return (
      <span className="suppressed" title={why}>
        <span aria-hidden>{glyph}</span>
        <span className="hidden-visually">{t("suppression.state_hidden")}</span>
      </span>
    );
  }
  return (
    <button type="button" className="suppressed" data-reason={cell.reason} aria-describedby={id}>
      <span aria-hidden>{glyph}</span>
      <span className="hidden-visually">{t("suppression.state_hidden")}</span>
      <span id={id} role="tooltip" className="suppressed-why">
        {why}
      </span>
    </button>
  );
}

function useSuppressionWords({ reason }: HiddenCell): string {
  const { catalog, wording } = useWorkbench();
  if (reason === null) return wording.t("suppression.why");
  return wording.t(`suppression.${reason}`, { smallest: catalog.policy.smallest_count });
}

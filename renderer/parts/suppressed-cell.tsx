import { Button } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import type { HiddenCell } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";

/**
 * The sign of a hidden number. Why it is hidden stands beside it on hover and focus where that may be told, which is only in the
 * evaluator's room; in the steering room one sentence holds for all.
 */
export function SuppressedCell({ cell: { reason } }: { cell: HiddenCell }) {
  const { catalog, wording } = useWorkbench();
  const { t, glyph } = wording;
  const sign = (
    <>
      <span aria-hidden>{glyph}</span>
      <span className="hidden-visually">{t("suppression.state_hidden")}</span>
    </>
  );
  if (reason === null) {
    return (
      <span className="suppressed" title={t("suppression.why")}>
        {sign}
      </span>
    );
  }
  return (
    <TooltipTrigger delay={0} closeDelay={0}>
      <Button className="suppressed" data-reason={reason}>
        {sign}
      </Button>
      <Tooltip className="tooltip" placement="top">
        {t(`suppression.${reason}`, { most: catalog.policy.smallest_count - 1 })}
      </Tooltip>
    </TooltipTrigger>
  );
}

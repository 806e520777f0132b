import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import type { HiddenCell } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";
import { EarlierFigures } from "./earlier-figures.tsx";

/**
 * The sign of a hidden number. Why it is hidden stands beside it on hover and focus where that may be told, which is only in the
 * evaluator's room; in the steering room one sentence holds for all.
 */
export function SuppressedCell({ cell: { reason, earlier } }: { cell: HiddenCell }) {
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
  const why = t(`suppression.${reason}`, { most: catalog.policy.smallest_count - 1 });
  const hint = (
    <TooltipTrigger delay={0} closeDelay={0}>
      <Button className="suppressed" data-reason={reason}>
        {sign}
      </Button>
      <Tooltip className="tooltip" placement="top">
        {earlier === undefined ? why : `${why} ${t("earlier.press")}`}
      </Tooltip>
    </TooltipTrigger>
  );
  if (earlier === undefined) return hint;
  return (
    <DialogTrigger>
      {hint}
      <Popover className="popover" placement="bottom">
        <Dialog className="popover-dialog earlier" aria-label={why}>
          <EarlierFigures history={earlier} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

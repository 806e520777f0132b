import { Button } from "react-aria-components/Button";
import { openPalette } from "./palette-state.ts";
import { CutoffChip } from "./parts/cutoff-chip.tsx";
import { ExtractChip } from "./parts/extract-chip.tsx";
import { ProgrammeChip } from "./parts/programme-chip.tsx";
import { RoomChip } from "./parts/room-chip.tsx";
import { SelectionChip } from "./parts/selection-chip.tsx";
import { useWorkbench } from "./workbench.tsx";

const shortcut = /mac/i.test(navigator.userAgent) ? "⌘ K" : "Ctrl K";

/** What every figure on the page is about, always in sight: programme, extract, cut-off, selection, room. */
export function Bar() {
  const { catalog, scope, wording } = useWorkbench();
  const { t } = wording;
  const synthetic = scope.extracts.some((extract) => extract.synthetic);
  return (
    <header className="bar">
      {scope.programme === undefined ? (
        <span className="bar-empty">{t("bar.nothing_loaded")}</span>
      ) : (
        <>
          <ProgrammeChip />
          <ExtractChip />
          <CutoffChip />
          <SelectionChip />
          {synthetic ? <span className="synthetic">{t("synthetic.badge")}</span> : null}
        </>
      )}
      <span className="grow" />
      <Button className="kbd" onPress={openPalette} aria-keyshortcuts="Control+K Meta+K">
        {shortcut}
        <span className="hidden-visually">{t("palette.label")}</span>
      </Button>
      {catalog.room === "steering" ? null : <RoomChip />}
    </header>
  );
}

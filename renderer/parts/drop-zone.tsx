import { FileArchive, FolderOpen } from "lucide-react";
import { useEffect } from "react";
import { Button } from "react-aria-components/Button";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { chosenFiles, droppedFiles } from "../dropped-files.ts";
import type { OfferedFile } from "../host.ts";
import { useWording } from "../workbench.tsx";

/** Where a package is dropped, or chosen as a folder or a file. */
export function PackageDropZone({ onFiles }: { onFiles(files: OfferedFile[]): void }) {
  const { t } = useWording();
  useEffect(keepDropsFromOpening, []);
  const take = (files: OfferedFile[]) => {
    if (files.length > 0) onFiles(files);
  };
  return (
    <DropZone
      className="drop-zone"
      aria-label={t("load.drop")}
      onDrop={(event) => void droppedFiles(event.items).then(take)}
    >
      <p className="drop-zone-invitation">{t("load.drop")}</p>
      <div className="drop-zone-choices">
        <FileTrigger acceptedFileTypes={[".zip"]} onSelect={(list) => take(chosenFiles(list))}>
          <Button className="button">
            <FileArchive aria-hidden />
            {t("load.choose_zip")}
          </Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(list) => take(chosenFiles(list))}>
          <Button className="button">
            <FolderOpen aria-hidden />
            {t("load.choose_folder")}
          </Button>
        </FileTrigger>
      </div>
      <p className="drop-zone-terms">{t("load.terms")}</p>
    </DropZone>
  );
}

/** A file dropped beside the zone would be opened by the browser, in place of the app. */
function keepDropsFromOpening(): () => void {
  const prevent = (event: DragEvent) => event.preventDefault();
  window.addEventListener("dragover", prevent);
  window.addEventListener("drop", prevent);
  return () => {
    window.removeEventListener("dragover", prevent);
    window.removeEventListener("drop", prevent);
  };
}

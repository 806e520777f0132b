import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { Fault } from "../../electron/contract.ts";
import { filePalette } from "../charts/palette.ts";
import { type FileKind, saveCard } from "../export/card-files.ts";
import { formedCard } from "../export/formed-card.ts";
import { type FileForm, fileForms, hasForms } from "../export/forms.ts";
import { faultOf } from "../fault.ts";
import type { Draw } from "../figure.tsx";
import type { NamedFigure } from "../united.ts";
import { useWorkbench } from "../workbench.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { FormChoice } from "./form-choice.tsx";
import type { InspectorTab } from "./inspector.tsx";

interface ExportMenuProps {
  /** As they are. */
  own: readonly NamedFigure[];
  title: string;
  /** What is counted, in the words of the card; numbers in them are those of the figures as they are. */
  definition: string;
  draw: Draw | undefined;
  onOpen(tab: InspectorTab): void;
}

/** Takes a figure out of the product, always with where it comes from, and out of the evaluator's room in a form that is chosen. */
export function ExportMenu({ own, title, definition, draw, onOpen }: ExportMenuProps) {
  const { catalog, wording, scope } = useWorkbench();
  const { t, say } = wording;
  const forms = own.every(({ figure }) => hasForms(figure.meta, catalog)) ? fileForms(catalog) : [];
  const [chosen, setChosen] = useState<FileForm | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const form = forms.find((each) => each === chosen) ?? forms[0] ?? (catalog.room === "steering" ? undefined : "own");

  const save = async (kind: FileKind) => {
    const context = { width: 760, fontSize: 13, palette: filePalette, wording, cutoff: scope.cutoff };
    setFault(null);
    try {
      if (form === undefined || form === "own") {
        const drawn = draw && ((again: typeof context) => draw(again, (figure) => figure));
        return await saveCard(kind, { figures: own, title, definition, draw: drawn, form, context });
      }
      setAsking(true);
      const { figures, draw: drawn } = await formedCard(own, draw, form, context);
      const meta = figures[0]?.figure.meta;
      // The card's own words may tell the numbers as they are; the engine's tell those of the form.
      const day = scope.cutoff === null ? "" : wording.format.longDate(scope.cutoff);
      const tellsNumber = (words: string) => /\d/.test(words.replaceAll(day, ""));
      const words = {
        title: tellsNumber(title) ? say(meta?.title ?? none) : title,
        definition: tellsNumber(definition) ? say(meta?.sentence ?? meta?.description ?? none) : definition,
      };
      await saveCard(kind, { figures, ...words, draw: drawn, form, context });
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setAsking(false);
    }
  };
  const open = (key: string) => {
    const shown = key === "protection" || (key === "words" && (form === undefined || form === "own"));
    if (shown) onOpen(key as InspectorTab);
    else void save(key as FileKind);
  };
  const pictures = draw === undefined ? [] : ["svg", "png", "words"];
  const evaluators = catalog.room === "steering" ? [] : ["json"];
  const item = (key: string) => (
    <MenuItem key={key} id={key} onAction={() => open(key)}>
      {t(`export.${key}`)}
    </MenuItem>
  );
  const items = ["csv", "excel", ...pictures, ...evaluators].map(item);
  const looks = catalog.room === "steering" ? null : item("protection");
  return (
    <>
      {isAsking ? <span role="status">{t("form.asking")}</span> : null}
      <MenuTrigger>
        <Button className="link" aria-label={`${t("panel.more")}: ${title}`}>
          <Ellipsis aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className={forms.length === 0 ? "menu" : "menu form-menu"} aria-label={t("panel.more")}>
            {forms.length === 0 || form === undefined ? (
              <>
                {items}
                {looks}
              </>
            ) : (
              <>
                <FormChoice forms={forms} form={form} onForm={setChosen} />
                <MenuSection>
                  <Header>{t("form.save")}</Header>
                  {items}
                </MenuSection>
                <MenuSection className="form-menu-apart" aria-label={t("export.protection")}>
                  {looks}
                </MenuSection>
              </>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {fault === null ? null : (
        <div className="form-fault">
          <FaultNotice fault={fault} outcome={t("form.refused")} />
        </div>
      )}
    </>
  );
}

const none = { sv: "", en: "" };

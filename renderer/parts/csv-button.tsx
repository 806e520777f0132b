import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { Fault, TableMeta } from "../../electron/contract.ts";
import type { CsvFor } from "../export/csv.ts";
import { wholeCsv } from "../export/csv-whole.ts";
import { download } from "../export/download.ts";
import { type FileForm, fileForms, hasForms } from "../export/forms.ts";
import { faultOf } from "../fault.ts";
import type { RowOrder } from "../row-store.ts";
import type { RowsQuestion } from "../use-rows.ts";
import { useWorkbench } from "../workbench.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { FormChoice } from "./form-choice.tsx";

interface CsvButtonProps {
  question: RowsQuestion;
  meta: TableMeta;
  order: RowOrder;
  /** The file's name without its ending. */
  name: string;
}

/** Downloads the whole answer, sorted and searched as it is seen, for a spreadsheet or for R and Python. */
export function CsvButton({ question, meta, order, name }: CsvButtonProps) {
  const { catalog, wording } = useWorkbench();
  const { t, format } = wording;
  const forms = question.askAs !== undefined && hasForms(meta, catalog) ? fileForms(catalog) : [];
  const [chosen, setChosen] = useState<FileForm | null>(null);
  const form = forms.find((each) => each === chosen) ?? forms[0] ?? "own";
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const running = useRef<AbortController>(null);

  const save = async (use: CsvFor) => {
    const controller = new AbortController();
    running.current = controller;
    setFault(null);
    setProgress({ done: 0, total: 0 });
    const { signal } = controller;
    try {
      const ask = form === "own" || question.askAs === undefined ? question.ask : question.askAs(form);
      const onProgress = (done: number, total: number) => setProgress({ done, total });
      const file = await wholeCsv({ ask, order, use, wording, signal, onProgress });
      const suffix = forms.length === 0 ? "" : `-${t(`form.${form}_suffix`)}`;
      if (!signal.aborted) download(`${name}${suffix}${use === "excel" ? "-excel" : ""}.csv`, file, "text/csv");
    } catch (error) {
      if (!signal.aborted) setFault(faultOf(error));
    }
    setProgress(null);
  };

  const items = (["excel", "data"] as const).map((use) => (
    <MenuItem key={use} id={use} textValue={t(`grid.csv_${use}`)} onAction={() => void save(use)}>
      <b>{t(`grid.csv_${use}`)}</b>
      <span>{t(`grid.csv_${use}_means`)}</span>
    </MenuItem>
  ));

  if (progress !== null) {
    return (
      <span className="csv-progress">
        <span role="status">
          {t("grid.csv_progress", { done: format.count(progress.done), total: format.count(progress.total) })}
        </span>
        <Button className="button" onPress={() => running.current?.abort()}>
          {t("waiting.cancel")}
        </Button>
      </span>
    );
  }
  return (
    <>
      {fault === null ? null : <FaultNotice fault={fault} outcome={t("form.refused")} />}
      <MenuTrigger>
        <Button className="button">
          <Download aria-hidden />
          {t("grid.csv")}
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className={forms.length === 0 ? "menu" : "menu form-menu"} aria-label={t("grid.csv")}>
            {forms.length === 0 ? (
              items
            ) : (
              <>
                <FormChoice forms={forms} form={form} onForm={setChosen} />
                <MenuSection>
                  <Header>{t("form.save")}</Header>
                  {items}
                </MenuSection>
              </>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}

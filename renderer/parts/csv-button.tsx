import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { Fault } from "../../electron/contract.ts";
import type { CsvFor } from "../export/csv.ts";
import { wholeCsv } from "../export/csv-whole.ts";
import { download } from "../export/download.ts";
import { faultOf } from "../fault.ts";
import type { AskRows, RowOrder } from "../row-store.ts";
import { useWording } from "../workbench.tsx";
import { FaultNotice } from "./fault-notice.tsx";

interface CsvButtonProps {
  ask: AskRows;
  order: RowOrder;
  /** The file's name without its ending. */
  name: string;
}

/** Downloads the whole answer, sorted and searched as it is seen, for a spreadsheet or for R and Python. */
export function CsvButton({ ask, order, name }: CsvButtonProps) {
  const wording = useWording();
  const { t, format } = wording;
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
      const onProgress = (done: number, total: number) => setProgress({ done, total });
      const file = await wholeCsv({ ask, order, use, wording, signal, onProgress });
      if (!signal.aborted) download(`${name}${use === "excel" ? "-excel" : ""}.csv`, file, "text/csv");
    } catch (error) {
      if (!signal.aborted) setFault(faultOf(error));
    }
    setProgress(null);
  };

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
      {fault === null ? null : <FaultNotice fault={fault} />}
      <MenuTrigger>
        <Button className="button">
          <Download aria-hidden />
          {t("grid.csv")}
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" onAction={(key) => void save(key as CsvFor)}>
            {(["excel", "data"] as const).map((use) => (
              <MenuItem key={use} id={use} textValue={t(`grid.csv_${use}`)}>
                <b>{t(`grid.csv_${use}`)}</b>
                <span>{t(`grid.csv_${use}_means`)}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}

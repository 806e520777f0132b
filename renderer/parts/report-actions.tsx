import { Download, Printer } from "lucide-react";
import { Button } from "react-aria-components/Button";
import type { LoadReport } from "../../electron/contract.ts";
import { download } from "../export/download.ts";
import { reportCsv } from "../export/report-csv.ts";
import { useWording } from "../workbench.tsx";

/** Takes a load report out of the product: to the supplier, or to the files of the evaluation. */
export function ReportActions({ report, name }: { report: LoadReport; name: string }) {
  const wording = useWording();
  const { t } = wording;
  const file = ["report", report.programme, report.as_of, report.extract?.slice(0, 8) ?? name.replace(/\W+/g, "-")]
    .filter(Boolean)
    .join("-");
  return (
    <>
      <Button className="button" onPress={() => download(`${file}.csv`, reportCsv(report, wording), "text/csv")}>
        <Download aria-hidden />
        {t("report.save_csv")}
      </Button>
      <Button
        className="button"
        onPress={() => download(`${file}.json`, JSON.stringify(report, null, 2), "application/json")}
      >
        <Download aria-hidden />
        {t("report.save_json")}
      </Button>
      <Button className="button" onPress={printReport}>
        <Printer aria-hidden />
        {t("report.print")}
      </Button>
    </>
  );
}

/** Prints the report alone, whatever else the page shows. */
function printReport(): void {
  const page = document.documentElement;
  page.dataset.print = "report";
  window.addEventListener("afterprint", () => delete page.dataset.print, { once: true });
  window.print();
}

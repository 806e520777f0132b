import type { LoadFinding, LoadReport } from "../../electron/contract.ts";
import type { Wording } from "../wording.ts";

/**
 * A load report's findings as CSV for a spreadsheet, so that the supplier can be sent a list of what to correct. As Excel
 * expects it: a byte order mark, and in Swedish semicolons.
 */
export function reportCsv(report: LoadReport, { t, say, language }: Wording): string {
  const separator = language === "sv" ? ";" : ",";
  const line = (kind: string, finding: LoadFinding) =>
    [kind, finding.file, finding.line ?? "", finding.column ?? "", finding.rule, say(finding.message)]
      .map((cell) => quote(String(cell), separator))
      .join(separator);
  const header = ["what", "file", "line", "column", "rule", "message"].map((key) => t(`report.csv_${key}`));
  const lines = [
    header.join(separator),
    ...report.refusals.map((finding) => line(t("report.refusals"), finding)),
    ...report.confirmations.flatMap(({ findings }) => findings.map((each) => line(t("report.confirmations"), each))),
    ...report.set_aside.map((finding) => line(t("report.set_aside"), finding)),
    ...report.flags.map(({ table, rule, count, message }) =>
      line(t("report.flags"), {
        file: table,
        line: null,
        column: null,
        rule,
        message: { sv: `${message.sv} (${count})`, en: `${message.en} (${count})` },
      }),
    ),
  ];
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** File and column names come from the delivery: one that begins as a formula is no formula. */
function quote(cell: string, separator: string): string {
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

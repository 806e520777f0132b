import { expect, it } from "vitest";
import type { LoadFinding, LoadReport } from "../../electron/contract.ts";
import { reportCsv } from "../../renderer/export/report-csv.ts";
import { createWording } from "../../renderer/wording.ts";

const finding = (file: string, rule: string): LoadFinding => ({
  file,
  line: 4,
  column: "note",
  rule,
  message: { sv: `Fel; ${rule}`, en: `Wrong, ${rule}` },
});
const report: LoadReport = {
  verdict: "refused",
  extract: null,
  programme: null,
  as_of: null,
  tables: [],
  set_aside: [finding("=cmd.csv", "date")],
  flags: [{ rule: "overlap", table: "enrolment", count: 3, message: { sv: "Överlapp.", en: "Overlap." } }],
  refusals: [finding("milestone.csv", "identifier_personal")],
  confirmations: [{ code: "c", message: { sv: "", en: "" }, findings: [finding("answer.csv", "doubtful")] }],
  notes: [],
};
const wording = (language: "sv" | "en") => createWording(language, {}, (key) => key);

it("has every finding with its place, for Swedish Excel", () => {
  expect(reportCsv(report, wording("sv"))).toBe(
    [
      "\ufeffreport.csv_what;report.csv_file;report.csv_line;report.csv_column;report.csv_rule;report.csv_message",
      'report.refusals;milestone.csv;4;note;identifier_personal;"Fel; identifier_personal"',
      'report.confirmations;answer.csv;4;note;doubtful;"Fel; doubtful"',
      // A file that is named as a formula is no formula.
      `report.set_aside;'=cmd.csv;4;note;date;"Fel; date"`,
      "report.flags;enrolment;;;overlap;Överlapp. (3)",
      "",
    ].join("\r\n"),
  );
});

it("separates by commas in English", () => {
  expect(reportCsv(report, wording("en"))).toContain('answer.csv,4,note,doubtful,"Wrong, doubtful"');
});

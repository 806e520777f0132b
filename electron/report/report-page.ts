import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Catalog, FiguresRequest, Language } from "../contract.ts";
import { builtFolder } from "../start/built.ts";

/** A report before its figures are there, as the page's side plans it. */
export interface PlannedReport {
  programme: string;
  municipality: string | null;
  /** To be asked one after the other: each is protected together with those before it. */
  requests: FiguresRequest[];
  /** `YYYY-MM-DD`. */
  asOf: string | null;
  /** One HTML file, from the answers to `requests`. */
  write(answers: readonly Uint8Array[]): string;
}

/** What renderer/report/report.ts offers. */
export interface ReportPage {
  planReport(wish: {
    catalog: Catalog;
    programme: string | undefined;
    municipality: string | null;
    language: Language;
  }): PlannedReport | undefined;
}

/** The page's side is a bundle of its own, so that what draws charts is fetched by this command alone. */
export async function loadReportPage(): Promise<ReportPage> {
  const file = pathToFileURL(join(builtFolder(), "main", "report.js")).href;
  return (await import(file)) as ReportPage;
}

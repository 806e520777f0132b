import type { Catalog, FiguresRequest, Language } from "../../electron/contract.ts";
import { createTranslations } from "../i18n.ts";
import { decodeFigures } from "../table.ts";
import { createWording } from "../wording.ts";
import { reportPage } from "./page.tsx";
import { reportRequests } from "./requests.ts";
import { findSubject } from "./subject.ts";

/** What is to be reported. */
export interface ReportWish {
  catalog: Catalog;
  /** The first that is loaded, where it is not said. */
  programme: string | undefined;
  /** A code; null is the whole programme. */
  municipality: string | null;
  language: Language;
}

/** A report before its figures are there. */
export interface PlannedReport {
  /** The programme's name, which may have been left open. */
  programme: string;
  municipality: string | null;
  /** All its figures, so that they are protected together. */
  request: FiguresRequest;
  /** The latest day of the extracts, which is the report's own day too. `YYYY-MM-DD`; null where there is none. */
  asOf: string | null;
  /** The report as one HTML file, from the answer to `request`. The same answer gives the same bytes. */
  write(answer: Uint8Array): string;
}

/** Undefined where the workspace has no data of the programme. */
export function planReport({ catalog, programme, municipality, language }: ReportWish): PlannedReport | undefined {
  const subject = findSubject(catalog, programme, municipality);
  if (subject === undefined) return undefined;
  const requests = reportRequests(catalog, subject);
  const names = Object.keys(requests);
  const t = createTranslations(language).getFixedT(language);
  const wording = createWording(language, catalog.codes, (key, values) => t(key, values ?? {}), catalog.policy.glyph);
  return {
    programme: subject.programme.name,
    municipality,
    request: { scope: subject.scope.request, figures: Object.values(requests) },
    asOf: subject.scope.asOf,
    write(answer) {
      const figures = decodeFigures(answer);
      return reportPage({
        catalog,
        subject,
        wording,
        figures: Object.fromEntries(names.map((name, at) => [name, figures[at]])),
      });
    },
  };
}

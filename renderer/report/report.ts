import type { Catalog, FiguresRequest, Language } from "../../electron/contract.ts";
import { createTranslations } from "../i18n.ts";
import { decodeFigures } from "../table.ts";
import { createWording } from "../wording.ts";
import { reportPage } from "./page.tsx";
import { inCalls, reportRequests } from "./requests.ts";
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
  /** To be asked one after the other: each is protected together with those before it. */
  requests: FiguresRequest[];
  /** The latest day of the extracts, which is the report's own day too. `YYYY-MM-DD`; null where there is none. */
  asOf: string | null;
  /** The report as one HTML file, from the answers to `requests`. The same answers give the same bytes. */
  write(answers: readonly Uint8Array[]): string;
}

/** Undefined where the workspace has no data of the programme. */
export function planReport({ catalog, programme, municipality, language }: ReportWish): PlannedReport | undefined {
  const subject = findSubject(catalog, programme, municipality);
  if (subject === undefined) return undefined;
  const requests = reportRequests(catalog, subject);
  const calls = inCalls(requests, catalog);
  const t = createTranslations(language).getFixedT(language);
  const wording = createWording(language, catalog.codes, (key, values) => t(key, values ?? {}), catalog.policy.glyph);
  return {
    programme: subject.programme.name,
    municipality,
    requests: calls.map((names) => ({ scope: subject.scope.request, figures: names.map((name) => requests[name]!) })),
    asOf: subject.scope.asOf,
    write(answers) {
      const answered = answers.flatMap(decodeFigures);
      const figures = Object.fromEntries(calls.flat().map((name, at) => [name, answered[at]]));
      return reportPage({ catalog, subject, wording, figures });
    },
  };
}

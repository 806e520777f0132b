import type { Catalog, IndicatorEntry } from "../../electron/contract.ts";
import { type Estimate, readEstimate } from "../estimate.ts";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import { partOfFigure } from "./part-of-figure.ts";
import { indicatorKey, isOfPlaces } from "./requests.ts";
import type { ReportSubject } from "./subject.ts";

/** All that a report is written from. */
export interface ReportContent {
  catalog: Catalog;
  subject: ReportSubject;
  wording: Wording;
  /** By the names of `reportRequests`. */
  figures: Readonly<Record<string, Figure | undefined>>;
}

/** What the report is about, in a figure that has all municipalities: the row of its own, or the only one. */
export function ownPart(figure: Figure, { subject: { municipality } }: ReportContent): Figure {
  if (municipality === null || !isDivided(figure)) return figure;
  return partOfFigure(figure, (row) => row.municipality === municipality.code);
}

/** The programme as a whole, in a figure that has all municipalities. */
export function wholePart(figure: Figure): Figure {
  return isDivided(figure) ? partOfFigure(figure, (row) => row.margin === true) : figure;
}

/** The estimate of an indicator, and beside it that of the whole programme where the report is about a part of it. */
export function readEstimates(
  name: string,
  content: ReportContent,
): { own: Estimate | undefined; whole: Estimate | undefined; isOfPlace: boolean } {
  const { catalog, subject, wording, figures } = content;
  const entry = catalog.indicators.find((each) => each.name === name);
  const figure = figures[indicatorKey(name)];
  if (entry === undefined || figure === undefined) return { own: undefined, whole: undefined, isOfPlace: false };
  const isOfPlace = subject.municipality !== null && isOfPlaces(entry);
  return {
    own: readEstimate(entry, ownPart(figure, content), wording),
    whole: subject.municipality === null ? undefined : readEstimate(entry, wholePart(figure), wording),
    isOfPlace,
  };
}

function isDivided({ meta }: Figure): boolean {
  return (
    meta.fault === undefined && meta.kind === "indicator" && meta.columns.some(({ name }) => name === "municipality")
  );
}

/** The indicator that the report begins with. */
export function headlineOf({ catalog, subject }: ReportContent): IndicatorEntry | undefined {
  return catalog.indicators.find(({ name }) => name === subject.programme.indicators[0]);
}

/** All figures, each with what the report is about alone. */
export function ownFigures(content: ReportContent): Record<string, Figure | undefined> {
  const { figures } = content;
  const { municipalities, ...rest } = figures;
  const own = Object.entries(rest).map(([name, figure]) => [name, figure && ownPart(figure, content)]);
  return { ...Object.fromEntries(own), municipalities };
}

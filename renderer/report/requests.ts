import type { Catalog, FigureRequest, IndicatorEntry, ViewRequest } from "../../electron/contract.ts";
import { overviewRequests } from "../pages/overview-requests.ts";
import type { ReportSubject } from "./subject.ts";

/** What a report asks for, by the name that it uses for the answer. */
export function reportRequests(catalog: Catalog, subject: ReportSubject): Record<string, FigureRequest> {
  const { programme, scope } = subject;
  const [first] = programme.indicators;
  const headline = catalog.indicators.find(({ name }) => name === first);
  const { bySex, byMunicipality, months: _, ...overview } = overviewRequests(headline, scope);
  const about = subject.municipality === null ? { bySex, ...compared(headline, byMunicipality) } : {};
  const asked = {
    ...overview,
    ...about,
    ages: { view: "age_at_start_by_sex" },
    milestones: { view: "milestones" },
    ...scaleRequests(catalog),
    ...indicatorRequests(catalog, subject),
  };
  const present = Object.entries(asked).filter((each): each is [string, FigureRequest] => each[1] !== undefined);
  return Object.fromEntries(present.map(([name, request]) => [name, ofPlace(request, catalog, subject)]));
}

/**
 * The names in the calls in which they are asked for, the findings first. Each call is protected together with all before it, and
 * what cannot be shown to be safe in time is hidden: so a table that makes that hard takes no finding with it.
 */
export function inCalls(requests: Record<string, FigureRequest>, { indicators }: Catalog): string[][] {
  const isSurvey = (request: FigureRequest) =>
    "view" in request
      ? request.view.startsWith("kasam_")
      : indicators.some(({ name, denominator }) => name === request.indicator && surveyed.has(denominator));
  const names = Object.keys(requests);
  const surveys = names.filter((name) => isSurvey(requests[name]!));
  const late = [["sexes", "ages"], ["inflow"]].map((call) => call.filter((name) => names.includes(name)));
  const later = new Set([...surveys, ...late.flat()]);
  return [names.filter((name) => !later.has(name)), ...late, surveys].filter((call) => call.length > 0);
}

/** Denominators that count questionnaires. */
const surveyed: ReadonlySet<string> = new Set(["respondents", "pairs"]);

/** By which name the answer of an indicator is found. */
export function indicatorKey(name: string): string {
  return `indicator ${name}`;
}

/** By which name the change of a scale's score is found. */
export function scaleKey(name: string): string {
  return `change ${name}`;
}

/** Those of the programme, and those that its theory of change stands on. */
export function reportIndicators(catalog: Catalog, { programme }: ReportSubject): IndicatorEntry[] {
  const named = [...programme.indicators, ...(programme.theory?.nodes.flatMap(({ indicators }) => indicators) ?? [])];
  return [...new Set(named)].flatMap((name) => catalog.indicators.find((entry) => entry.name === name) ?? []);
}

/** Whether its persons belong to a municipality, so that one of them can be told from the whole. */
export function isOfPlaces({ breakdowns }: IndicatorEntry): boolean {
  return breakdowns.includes("municipality");
}

function indicatorRequests(catalog: Catalog, subject: ReportSubject): Record<string, FigureRequest> {
  const names = reportIndicators(catalog, subject).map(({ name }) => name);
  return Object.fromEntries(names.map((indicator) => [indicatorKey(indicator), { indicator }]));
}

function scaleRequests({ scales }: Catalog): Record<string, ViewRequest> {
  const scored = scales.filter(({ score, subscales }) => score !== "none" && subscales.length > 0);
  return Object.fromEntries(
    scored.map(({ name }) => [scaleKey(name), { view: "kasam_change", params: { scale: name } }]),
  );
}

function compared(headline: IndicatorEntry | undefined, byMunicipality: FigureRequest | undefined) {
  if (headline === undefined || byMunicipality === undefined) return {};
  return { municipalities: { indicator: headline.name, compare: "municipality" } };
}

/**
 * The same of one municipality: views of its persons alone; indicators with all municipalities and the whole, of which it is
 * one, so that it can stand beside the programme.
 */
function ofPlace(request: FigureRequest, { indicators }: Catalog, { municipality }: ReportSubject): FigureRequest {
  if (municipality === null) return request;
  if ("view" in request) {
    const selection = JSON.stringify({ municipality: [municipality.code] });
    return { ...request, params: { ...request.params, selection } };
  }
  const entry = indicators.find(({ name }) => name === request.indicator);
  if (entry === undefined || !isOfPlaces(entry)) return request;
  return { ...request, by: ["municipality"], margins: true };
}

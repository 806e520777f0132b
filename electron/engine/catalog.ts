import type { Catalog, ExtractEntry, IndicatorEntry, ProgrammeEntry, ViewEntry } from "../contract.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import type { Owned } from "./library.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import type { Desk } from "./question.ts";

/** Everything there is to ask for, and every problem that was found on the way. */
export function catalogOf(desk: Desk, workspace: Catalog["workspace"], extracts: ExtractEntry[]): Catalog {
  const { library, session, room, product } = desk;
  const loaded = new Set(extracts.filter(({ current }) => current).map(({ programme }) => programme));
  return {
    workspace,
    room,
    product,
    views: session.views.map(viewEntry),
    indicators: library.indicators.map((indicator) => indicatorEntry(indicator, library.programmes)),
    programmes: library.programmes.map((programme) => programmeEntry(programme, loaded)),
    scales: library.scales.map(({ scale, title }) => ({ name: scale, title })),
    extracts,
    codes: library.codes,
    problems: [...library.problems, ...session.problems],
  };
}

function viewEntry({ name, title, description, params, columns, chart, sql, checks, origin }: ViewEntry): ViewEntry {
  return { name, title, description, params, columns, chart, sql, checks, origin };
}

function indicatorEntry(definition: Owned<IndicatorDefinition>, programmes: ProgrammeDefinition[]): IndicatorEntry {
  const { indicator, version, title, description, kind, denominator, breakdowns, origin } = definition;
  const listing = programmes.filter((programme) => programme.indicators.includes(indicator));
  return {
    name: indicator,
    version,
    title,
    description,
    kind,
    programmes: listing.map(({ programme }) => programme),
    denominator,
    breakdowns,
    origin,
  };
}

function programmeEntry(definition: Owned<ProgrammeDefinition>, loaded: Set<string>): ProgrammeEntry {
  const { programme, version, title, description, starts_on, ends_on } = definition;
  const { municipalities, indicators, targets, cutoffs, origin } = definition;
  return {
    name: programme,
    version,
    title,
    description,
    starts_on,
    ends_on,
    municipalities,
    indicators,
    targets,
    cutoffs: cutoffs.map(({ on, title }) => ({ on, title })),
    loaded: loaded.has(programme),
    origin,
  };
}

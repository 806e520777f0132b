import type { Catalog, ExtractEntry, IndicatorEntry, Json, Policy, ProgrammeEntry, ScaleEntry } from "../contract.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import type { Owned } from "./library.ts";
import { loadedProgrammes } from "./loaded-programmes.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import type { Desk } from "./question.ts";
import { type ScaleDefinition, subscalesOf } from "./scale-definition.ts";

/** Everything there is to ask for, and every problem that was found on the way. */
export function catalogOf(
  desk: Desk,
  workspace: Catalog["workspace"],
  policy: Policy,
  extracts: ExtractEntry[],
): Catalog {
  const { library, session, room, product, sql } = desk;
  const loaded = loadedProgrammes(extracts);
  return {
    workspace,
    room,
    policy,
    product,
    views: session.views,
    indicators: library.indicators.map((indicator) =>
      indicatorEntry(indicator, library.programmes, library.earlier.get(indicator.indicator) ?? []),
    ),
    programmes: inOrder(library.programmes, loaded).map((programme) => programmeEntry(programme, loaded)),
    scales: library.scales.map(scaleEntry),
    extracts,
    codes: library.codes,
    sql,
    problems: [...library.problems, ...session.problems],
  };
}

/** Those that are loaded first, in the workspace's order: the first of all is what a page opens on. */
function inOrder<P extends ProgrammeDefinition>(programmes: P[], loaded: string[]): P[] {
  const place = ({ programme }: P) => (loaded.includes(programme) ? loaded.indexOf(programme) : loaded.length);
  return [...programmes].sort((a, b) => place(a) - place(b));
}

function indicatorEntry(
  definition: Owned<IndicatorDefinition>,
  programmes: ProgrammeDefinition[],
  earlier: IndicatorEntry["versions"],
): IndicatorEntry {
  const { file, origin, ...record } = definition;
  const { indicator, version, title, description, kind, better, denominator, breakdowns, esf, source, targets } =
    record;
  const listing = programmes.filter((programme) => programme.indicators.includes(indicator));
  return {
    name: indicator,
    version,
    title,
    description,
    kind,
    better,
    programmes: listing.map(({ programme }) => programme),
    denominator,
    breakdowns: [...breakdowns],
    esf,
    targets,
    source,
    definition: record as unknown as Json,
    versions: [...earlier, { version, definition: record as unknown as Json }],
    origin,
  };
}

function scaleEntry(definition: Owned<ScaleDefinition>): ScaleEntry {
  const { scale, version, title, description, source, licence, lowest, highest } = definition;
  const { items, reversed, score, agrees_from, unverified, origin } = definition;
  return {
    name: scale,
    version,
    title,
    description,
    source,
    licence,
    items: items.length,
    reversed: reversed.length,
    subscales: subscalesOf(definition).map(({ subscale, items: members, ...rest }) => ({
      name: subscale,
      items: members.length,
      ...rest,
    })),
    score,
    lowest,
    highest,
    agrees_from,
    unverified,
    origin,
  };
}

function programmeEntry(definition: Owned<ProgrammeDefinition>, loaded: string[]): ProgrammeEntry {
  const { programme, version, title, description, starts_on, ends_on } = definition;
  const { municipalities, indicators, targets, cutoffs, origin } = definition;
  const { funder, budget, references, target_group, goals, caveats, theory, source } = definition;
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
    funder,
    budget,
    references,
    target_group,
    goals,
    caveats,
    theory,
    source,
    loaded: loaded.includes(programme),
    origin,
  };
}

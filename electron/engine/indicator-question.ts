import type { ExtractMeta, IndicatorRequest, Language, Scope } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import { refuseCutAges } from "./coarse-ages.ts";
import { readIndicator } from "./definitions.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import { type Breakdown, breakdowns, derivedBreakdowns, type IndicatorDefinition } from "./indicator-definition.ts";
import type { Library } from "./library.ts";
import { loadedProgrammes } from "./loaded-programmes.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import { type SettledScope, settleScope } from "./scope.ts";

/** An indicator's request with everything settled. */
export interface SettledIndicator {
  definition: IndicatorDefinition;
  programme: ProgrammeDefinition;
  question: IndicatorQuestion;
  scope: SettledScope;
}

/**
 * Settles which definition, programme and day are meant. The request's cut-off wins over the page's, that over the definition's, and
 * the day as of which the data were delivered comes last. Refuses what cannot be settled, and says what there is to choose from.
 */
export function settleIndicator(
  { library, extracts }: { library: Library; extracts: ExtractMeta[] },
  asked: Scope,
  request: IndicatorRequest,
): SettledIndicator {
  const definition = request.draft === undefined ? savedDefinition(library, request) : draftDefinition(request);
  const name = asked.programme ?? onlyProgramme(definition.indicator, library.programmes, extracts);
  const fixed = definition.cutoff === "as_of" ? undefined : definition.cutoff;
  const scope = settleScope({ ...asked, programme: name, cutoff: request.cutoff ?? asked.cutoff ?? fixed }, extracts);
  const programme = library.programmes.find((each) => each.programme === scope.programme);
  if (!programme || scope.cutoff === null) throw nothingLoaded();
  refuseCutAges(
    definition,
    library.indicators,
    extracts.filter((each) => each.programme === scope.programme),
  );
  checkDay(scope.cutoff);
  return {
    definition,
    programme,
    scope,
    question: {
      ...groupingOf(request),
      denominator: request.denominator ?? definition.denominator,
      cutoff: scope.cutoff,
      selection: scope.selection,
    },
  };
}

/** What is compared is grouped by nothing else: its whole is in columns of its own. */
function groupingOf({ by = [], margins = false, compare, pairs = false, standardise = [] }: IndicatorRequest) {
  if (compare === undefined && !pairs && standardise.length === 0) return { by: by.map(breakdown), margins };
  if (compare === undefined || by.length > 0 || margins || (pairs && standardise.length > 0)) throw compareAlone();
  const unit = breakdown(compare);
  return { by: [unit], margins, comparison: { unit, pairs, standardise: standardise.map(stratum(unit)) } };
}

/** What a mix of persons can be made alike in: not in where they are, when that is what is compared. */
function stratum(unit: Breakdown): (column: string) => Breakdown {
  const places: Breakdown[] = ["municipality", "county", "region"];
  const known = [...breakdowns, ...derivedBreakdowns].filter((column) => column !== unit && !places.includes(column));
  return (column) => {
    const found = known.find((each) => each === column);
    if (found) return found;
    throw unknown("column", column, known);
  };
}

function compareAlone(): Refusal {
  return new Refusal("compare_alone", {
    sv: 'En jämförelse ("compare") har enheterna som enda indelning: ta bort "by" och "margins". Par ("pairs") och standardisering ("standardise") hör till en jämförelse, en i taget.',
    en: 'A comparison ("compare") has its units as the only breakdown: leave out "by" and "margins". Pairs ("pairs") and standardisation ("standardise") belong to a comparison, one at a time.',
  });
}

function savedDefinition(library: Library, { indicator: name }: IndicatorRequest): IndicatorDefinition {
  const definition = library.indicators.find(({ indicator }) => indicator === name);
  if (definition) return definition;
  throw unknown(
    "indicator",
    name,
    library.indicators.map(({ indicator }) => indicator),
  );
}

/** A definition that is tried before it is saved. All that is wrong with it is said at once. */
function draftDefinition({ indicator, draft }: IndicatorRequest): IndicatorDefinition {
  const { definition, problems } = readIndicator(indicator, draft);
  if (definition) return definition;
  const told = (language: Language) =>
    problems.map(({ where, message }) => (where ? `${where}: ${message[language]}` : message[language])).join(" ");
  throw new Refusal("draft_invalid", { sv: told("sv"), en: told("en") }, { problems });
}

/** The one loaded programme that an indicator can be meant for, or undefined where the only loaded one is meant anyway. */
function onlyProgramme(
  indicator: string,
  programmes: readonly ProgrammeDefinition[],
  extracts: ExtractMeta[],
): string | undefined {
  const loaded = loadedProgrammes(extracts);
  if (loaded.length <= 1) return loaded[0];
  const listing = programmes.filter((each) => loaded.includes(each.programme) && each.indicators.includes(indicator));
  if (listing.length === 1) return listing[0]?.programme;
  const choices = (listing.length > 0 ? listing.map(({ programme }) => programme) : loaded).join(", ");
  throw new Refusal("which_programme", {
    sv: `Indikatorn "${indicator}" kan gälla flera program. Säg vilket: ${choices}.`,
    en: `The indicator "${indicator}" can be meant for several programmes. Say which: ${choices}.`,
  });
}

function breakdown(column: string): Breakdown {
  const known: Breakdown[] = [...breakdowns, ...derivedBreakdowns];
  const found = known.find((each) => each === column);
  if (found) return found;
  throw unknown("column", column, known);
}

function checkDay(day: string): void {
  const date = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)) return;
  throw new Refusal("wrong_day", {
    sv: "Brytdatumet är inget datum. Skriv det som 2022-10-01.",
    en: "The cut-off is no date. Write it as 2022-10-01.",
  });
}

function unknown(what: "indicator" | "column", name: string, known: string[]): Refusal {
  const words = {
    indicator: { sv: "någon indikator", en: "indicator" },
    column: { sv: "någon indelning", en: "breakdown" },
  }[what];
  return new Refusal(`unknown_${what}`, {
    sv: `Det finns inte ${words.sv} som heter "${name}". Välj bland ${known.join(", ")}.`,
    en: `There is no ${words.en} called "${name}". Choose one of ${known.join(", ")}.`,
  });
}

function nothingLoaded(): Refusal {
  return new Refusal("nothing_loaded", {
    sv: "Arbetsytan har inget uttag än. Läs in ett först.",
    en: "The workspace has no extract yet. Load one first.",
  });
}

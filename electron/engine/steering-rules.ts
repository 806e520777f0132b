import type { FigureRequest, IndicatorRequest, ViewEntry } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { IndicatorDefinition } from "./indicator-definition.ts";
import { leavesOf } from "./indicator-reads.ts";
import type { Library } from "./library.ts";
import type { Desk } from "./question.ts";
import type { SettledScope } from "./scope.ts";

// What may be asked for at all in the steering room. Each rule throws a Refusal with a sentence.

/** More ways of dividing make groups of one, whose rows tell who is in them. */
const MOST_GROUPINGS = 4;

/** Whether a view has a place in the steering room: figures about groups, which can be traced, or nothing about persons. */
export function isForSteering({ about, columns, params }: ViewEntry): boolean {
  const counts = columns.some(({ role }) => role === "base" || role === "count");
  return about === "organisation" || (counts && params.some(({ name }) => name === "selection"));
}

export function checkView(view: ViewEntry): void {
  if (!isForSteering(view)) {
    throw refused(
      `Vyn "${view.name}" har rader om enskilda personer eller om leveransen och finns inte i styrgruppens rum. Öppna utvärderarens rum.`,
      `The view "${view.name}" has rows about single persons or about the delivery and is not in the steering room. Open the evaluator's room.`,
    );
  }
  checkGroupings(view.columns.filter(({ role, measure }) => (role === "by" || role === "time") && !measure).length);
}

export function checkIndicator(
  definition: IndicatorDefinition,
  request: IndicatorRequest,
  { library, sensitive }: Desk,
) {
  if (request.draft !== undefined) {
    throw refused(
      "I styrgruppens rum visas bara sparade indikatorer. Spara utkastet i utvärderarens rum först.",
      "The steering room shows saved indicators only. Save the draft in the evaluator's room first.",
    );
  }
  if (request.pairs) {
    throw refused(
      "Parvisa jämförelser visas inte i styrgruppens rum. Jämför med hela programmet i stället.",
      "Comparisons by pairs are not shown in the steering room. Compare with the whole programme instead.",
    );
  }
  if (request.standardise && request.standardise.length > 0) {
    throw refused(
      "Standardiserade andelar räknas på mycket små grupper och visas inte i styrgruppens rum.",
      "Standardised shares are computed from very small groups and are not shown in the steering room.",
    );
  }
  const named = sensitiveReason(definition, sensitive, library);
  if (named !== undefined) {
    throw refused(
      `Indikatorn "${definition.indicator}" bygger på en känslig avslutsorsak, som inte skiljs ut i styrgruppens rum.`,
      `The indicator "${definition.indicator}" rests on a sensitive exit reason, which is not told apart in the steering room.`,
    );
  }
  checkGroupings(request.by?.length ?? 0);
}

/** Any day would let two questions differ by one person: only days that reports have used, and that of the data. */
export function checkCutoff({ programme, cutoff }: SettledScope, desk: Desk, definition?: IndicatorDefinition): void {
  if (programme === null || cutoff === null) return;
  const days = [
    ...desk.extracts.filter((each) => each.programme === programme).map(({ as_of }) => as_of),
    ...desk.library.programmes
      .filter((each) => each.programme === programme)
      .flatMap(({ cutoffs }) => cutoffs.map(({ on }) => on)),
    ...(definition && definition.cutoff !== "as_of" ? [definition.cutoff] : []),
  ];
  if (days.includes(cutoff)) return;
  const named = [...new Set(days)].sort().join(", ");
  throw refused(
    `I styrgruppens rum går det att välja bland de brytdatum som programmet anger: ${named}.`,
    `In the steering room one chooses among the cut-offs that the programme names: ${named}.`,
  );
}

/** Which rows a figure has would tell how many are in another that is hidden. */
export function revealingRows(): Refusal {
  return refused(
    "Siffran visas inte i styrgruppens rum: redan vilka grupper som finns i den skulle röja ett dolt antal.",
    "The figure is not shown in the steering room: which groups there are in it would by itself tell a hidden number.",
  );
}

export function tooManyRows(request: FigureRequest): Refusal {
  const name = "view" in request ? request.view : request.indicator;
  return refused(
    `"${name}" har för många grupper för att kunna skyddas. Dela upp på färre kolumner.`,
    `"${name}" has too many groups to be protected. Divide it by fewer columns.`,
  );
}

export function refused(sv: string, en: string): Refusal {
  return new Refusal("steering_room", { sv, en });
}

function checkGroupings(count: number): void {
  if (count <= MOST_GROUPINGS) return;
  throw refused(
    `I styrgruppens rum går det att dela upp på högst ${MOST_GROUPINGS} kolumner, annars blir grupperna för små. Välj färre.`,
    `In the steering room one can divide by at most ${MOST_GROUPINGS} columns, or the groups get too small. Choose fewer.`,
  );
}

/** The first sensitive reason that the definition names, or one that it leaves out persons by. */
function sensitiveReason(
  definition: IndicatorDefinition,
  sensitive: readonly string[],
  library: Library,
  seen: readonly string[] = [],
): string | undefined {
  const { indicator, numerator, unknown_reasons, population } = definition;
  const reasons = leavesOf(numerator).flatMap((leaf) => ("exit_reason" in leaf ? leaf.exit_reason : []));
  const own = [...reasons, ...unknown_reasons].find((reason) => sensitive.includes(reason));
  const other = library.indicators.find((each) => each.indicator === population.not_in);
  if (own !== undefined || !other || seen.includes(other.indicator)) return own;
  return sensitiveReason(other, sensitive, library, [...seen, indicator]);
}

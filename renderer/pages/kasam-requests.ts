import type {
  Catalog,
  FigureRequest,
  IndicatorEntry,
  Json,
  ProgrammeEntry,
  Room,
  Value,
} from "../../electron/contract.ts";
import type { Stages } from "../use-staged-figures.ts";
import { type KasamChoices, surveyScales } from "./kasam-choices.ts";

/** The page's figures by name. Names with a full stop are followed by a scale's or an indicator's. */
export type KasamRequests = Record<string, FigureRequest>;

/** Everything that the page shows, in one question: what is shown together is protected together. */
export function kasamRequests(
  catalog: Catalog,
  programme: ProgrammeEntry | undefined,
  scale: string | undefined,
  choices: KasamChoices,
): KasamRequests {
  const { scored, statements, employers } = surveyScales(catalog);
  const requests: KasamRequests = {};
  const ask = (name: string, view: string, params: Record<string, Value>) => {
    // A room may have fewer views than are shipped.
    if (catalog.views.some((entry) => entry.name === view)) requests[name] = { view, params };
  };
  const { missing, from, to } = choices;
  if (scale !== undefined) {
    const waves = { scale, missing, from, to };
    const subscale = "total";
    ask("change", "kasam_change", waves);
    ask("regression", "kasam_regression", { ...waves, ...given({ mu: choices.mu, rho: choices.rho }) });
    ask("sensitivity", "kasam_sensitivity", { ...waves, subscale });
    ask("distribution", "kasam_distribution", { scale, missing, subscale: drawn(catalog, scale, choices) });
    ask("score", "kasam_score", { scale, missing, subscale });
    ask("changeBy", "kasam_change", { ...waves, by: choices.by, subscale });
    ask("assistance", "kasam_assistance", { scale, missing });
    ask("scoreMode", "kasam_score", { scale, missing, by: "mode", subscale });
    ask("reliability", "kasam_reliability", { scale, missing });
    ask("items", "kasam_item", { scale, missing });
    ask("itemAnswers", "survey_answers", { scale });
    ask("reliable", "kasam_reliable_change", { ...waves, ...given({ reliability: choices.reliability }) });
    ask("pairing", "kasam_pairing", { ...waves, subscale });
    ask("responseBy", "kasam_response", { scale, missing, by: choices.response });
    ask("quality", "kasam_quality", { scale });
    ask("reversal", "kasam_reversal", { scale });
  }
  for (const { name } of scored) ask(`answered.${name}`, "kasam_response", { scale: name, missing });
  ask("collections", "survey_collections", {});
  for (const { name } of statements) {
    // What a programme has promised before every single answer: what is asked for first is hidden last.
    for (const { name: indicator } of goalIndicators(catalog, programme, name)) {
      requests[`indicator.${indicator}`] = { indicator };
    }
    ask(`agreement.${name}`, "survey_agreement", { scale: name });
    ask(`answers.${name}`, "survey_answers", { scale: name });
  }
  if (employers !== undefined) {
    ask("employers", "survey_employer_change", { scale: employers.name });
    ask("employersTotal", "kasam_change", { scale: employers.name });
  }
  return requests;
}

/** How the answers came about and how they were measured: the evaluator's questions, and each figure shown limits the others. */
const evaluatorsFigures = new Set(["assistance", "reliable", "quality", "items", "itemAnswers"]);

const firstFigures = new Set(["change", "regression", "sensitivity"]);
const secondFigures = new Set(["distribution", "score", "changeBy"]);

/**
 * In one question, or in the steering room in three: the finding, then its scores, who answered and the goals, then how they
 * answered. There each figure shown limits those after it, and everything at once takes longer than it may to be decided.
 */
export function kasamStages(requests: KasamRequests, room: Room): Stages {
  if (room === "evaluator") return [requests, {}, {}];
  const turnOf = (name: string) => (firstFigures.has(name) ? 0 : secondFigures.has(name) || name.includes(".") ? 1 : 2);
  const own = Object.entries(requests).filter(([name]) => !evaluatorsFigures.has(name));
  const part = (turn: number) => Object.fromEntries(own.filter(([name]) => turnOf(name) === turn));
  return [part(0), part(1), part(2)];
}

/** The programme's indicators that read a questionnaire's answers, in the programme's order. */
export function goalIndicators(
  { indicators }: Pick<Catalog, "indicators">,
  programme: ProgrammeEntry | undefined,
  scale: string,
): IndicatorEntry[] {
  return (programme?.indicators ?? [])
    .flatMap((name) => indicators.find((entry) => entry.name === name) ?? [])
    .filter(({ kind, definition }) => kind === "share" && reads(definition, scale));
}

function reads(definition: Json, scale: string): boolean {
  if (typeof definition !== "object" || definition === null) return false;
  return Object.entries(definition).some(
    ([key, value]) => (key === "instrument" && value === scale) || reads(value as Json, scale),
  );
}

/** The subscale that is shown in bands: the total, where the scale has none of the name that was chosen. */
function drawn({ scales }: Pick<Catalog, "scales">, scale: string, { subscale }: KasamChoices): string {
  const own = scales.find(({ name }) => name === scale)?.subscales ?? [];
  return own.some(({ name }) => name === subscale) ? subscale : "total";
}

function given(values: Record<string, number | null>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

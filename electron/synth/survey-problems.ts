import { employerFields } from "./employer.ts";
import type { Recipe } from "./recipe.ts";
import type { Draw, Where } from "./recipe-parts.ts";
import { givenNames } from "./recipe-problems.ts";
import type { Instrument, Survey } from "./survey-recipe.ts";

/** What contradicts itself in a recipe's instruments and surveys, each with its spot. */
export function surveyProblems(recipe: Recipe): string[] {
  const surveys = recipe.surveys ?? [];
  return [
    ...Object.entries(recipe.instruments ?? {}).flatMap(([name, instrument]) => [
      ...instrumentProblems(instrument).map((problem) => `instruments.${name}: ${problem}`),
      ...(surveys.some(({ instruments }) => instruments.includes(name))
        ? []
        : [`instruments.${name}: no survey hands it out`]),
    ]),
    ...surveys.flatMap((survey, index) =>
      [...oneSurveyProblems(recipe, survey), ...twiceProblems(surveys, index)].map(
        (problem) => `surveys.${index} (${survey.instruments.join(", ")} ${survey.wave}): ${problem}`,
      ),
    ),
  ];
}

function instrumentProblems({ range: [low, high], trait, items }: Instrument): string[] {
  return Object.entries(items).flatMap(([item, rule]) => {
    if (typeof rule !== "object" || !("about" in rule)) return [];
    return [
      ...(trait ? [] : [`item ${item} is drawn around a value, but there is no trait`]),
      ...(rule.about < low || rule.about > high ? [`item ${item} is drawn around a value outside ${low}–${high}`] : []),
    ];
  });
}

function oneSurveyProblems(recipe: Recipe, survey: Survey): string[] {
  const ofEmployers = survey.respondents === "employers";
  const known: string[] = [...(ofEmployers ? employerFields : Object.keys(recipe.fields)), "wave", "mode"];
  const instruments = survey.instruments.flatMap((name) => recipe.instruments?.[name] ?? []);
  const used = [
    ...whereNames(survey.where),
    ...givenNames(survey.returned),
    ...givenNames(survey.mode),
    ...instruments.flatMap(instrumentNames),
  ];
  return [
    ...survey.instruments
      .filter((name) => !(name in (recipe.instruments ?? {})))
      .map((name) => `there is no instrument ${name}`),
    ...[...new Set(used)]
      .filter((name) => !known.includes(name))
      .map((name) => `the respondents have no field ${name}`),
    ...(ofEmployers && !recipe.employers ? ["there are no employers"] : []),
    ...(ofEmployers && /^(started|ended)_on$/.test(survey.answered.from) ? ["employers have no stay"] : []),
    ...survey.collections.flatMap(({ opened_on, closed_on, outage }) => [
      ...(closed_on < opened_on ? [`the collection opened on ${opened_on} closes before it`] : []),
      ...(outage && (outage[0] < opened_on || outage[1] > closed_on || outage[1] < outage[0])
        ? [`the outage from ${outage[0]} is not within its collection`]
        : []),
    ]),
  ];
}

/** Collections are written once for each instrument and wave. */
function twiceProblems(surveys: Survey[], index: number): string[] {
  const { instruments, wave } = surveys[index]!;
  const earlier = surveys.slice(0, index).filter((survey) => survey.wave === wave);
  return instruments
    .filter((name) => earlier.some((survey) => survey.instruments.includes(name)))
    .map((name) => `another survey has ${name} at the same wave`);
}

function instrumentNames({ items, trait }: Instrument): string[] {
  const draws = Object.values(items).filter((rule): rule is Draw => typeof rule !== "object" || !("about" in rule));
  return [...draws.flatMap(givenNames), ...(trait?.shifts ?? []).flatMap(({ where }) => whereNames(where))];
}

function whereNames(where: Where | undefined): string[] {
  return Object.keys(where ?? {});
}

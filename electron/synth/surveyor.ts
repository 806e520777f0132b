import { type Calendar, toDay } from "./calendar.ts";
import { employerFields } from "./employer.ts";
import type { Emit } from "./person.ts";
import { createRandom } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { compileSurvey, type Respondent, type Return } from "./survey.ts";

/** Hands out a recipe's questionnaires, to one respondent after the other. */
export interface Surveyor {
  askParticipant(respondent: Respondent): void;
  askEmployer(respondent: Respondent): void;
}

/** Draws from streams of its own: what is asked changes nothing about those who are asked. */
export function createSurveyor(recipe: Recipe, calendar: Calendar, seed: number, giveBack: Return): Surveyor {
  const stream = (name: string) => createRandom(seed, `${recipe.programme} ${name}`);
  const asking = (respondents: "participants" | "employers", fields: readonly string[]) => {
    const setting = { instruments: recipe.instruments ?? {}, fields, calendar, asOf: toDay(recipe.as_of), stream };
    const makers = (recipe.surveys ?? [])
      .filter((survey) => (survey.respondents ?? "participants") === respondents)
      .map((survey) => compileSurvey(survey, setting));
    return (respondent: Respondent) => {
      for (const make of makers) make(respondent, giveBack);
    };
  };
  return {
    askParticipant: asking("participants", Object.keys(recipe.fields)),
    askEmployer: asking("employers", employerFields),
  };
}

/** When each questionnaire could be answered. */
export function writeCollections({ surveys = [] }: Recipe, emit: Emit): void {
  for (const { instruments, wave, collections } of surveys) {
    for (const { municipality = "", opened_on, closed_on, outage = ["", ""] } of collections) {
      for (const instrument of instruments) {
        emit("collection", [instrument, wave, municipality, opened_on, closed_on, ...outage]);
      }
    }
  }
}

import type { Calendar, Day } from "./calendar.ts";
import { compileAnswering } from "./collection.ts";
import { compileWhere } from "./condition.ts";
import { compileDraw } from "./draw.ts";
import { type Answer, compileQuestionnaire } from "./questionnaire.ts";
import { normal, type Random } from "./random.ts";
import type { Instrument, Survey } from "./survey-recipe.ts";

/** Who may answer: a participant during one stay, or an employer. The other's pseudonym is empty. */
export interface Respondent {
  participant: string;
  employer: string;
  stay?: { start: Day; end: Day | null };
  values: string[];
  /** What is lasting in the trait that an instrument measures, by the instrument; filled as it is needed. */
  lasting: Map<string, number>;
}

/** Where a returned questionnaire goes: its row without a key, and its answers. */
export type Return = (row: string[], answers: Answer[]) => void;

export type SurveyMaker = (respondent: Respondent, giveBack: Return) => void;

interface SurveySetting {
  instruments: Record<string, Instrument>;
  /** The respondents' fields, in the order of their values. */
  fields: readonly string[];
  calendar: Calendar;
  asOf: Day;
  /** A stream of random numbers of its own for each name, so that a change to one questionnaire leaves the others alone. */
  stream(name: string): Random;
}

/** Makes what one respondent answers in one survey, if anything. */
export function compileSurvey(survey: Survey, setting: SurveySetting): SurveyMaker {
  const { instruments, fields, calendar, asOf, stream } = setting;
  // Wave and mode stand behind the respondent's own fields, so that an answer can depend on them.
  const all = [...fields, "wave", "mode"];
  const [waveNumber, modeNumber] = [fields.length, fields.length + 1];
  const numberOf = (name: string) => all.indexOf(name);
  const concerns = compileWhere(survey.where, numberOf);
  const returned = compileDraw(survey.returned, numberOf);
  const mode = compileDraw(survey.mode, numberOf);
  const answering = compileAnswering(survey, calendar);
  const { wave, anonymous = 0 } = survey;
  const questionnaires = survey.instruments.map((name) => ({
    name,
    fill: compileQuestionnaire(instruments[name]!, numberOf),
    random: stream(`${name} ${wave}`),
  }));
  const random = stream(`asked ${survey.instruments.join(" ")} ${wave}`);
  const municipalityNumber = numberOf("municipality");
  return ({ participant, employer, stay, values, lasting }, giveBack) => {
    if (!concerns(values) || returned(values, random) !== "yes") return;
    const municipality = values[municipalityNumber]!;
    const answered = answering(stay, municipality, random);
    // What is answered after the extract's day is not known to it.
    if (answered === undefined || answered.day > asOf) return;
    values[waveNumber] = wave;
    values[modeNumber] = answered.mode ?? mode(values, random);
    const who = random() < anonymous ? ["", ""] : [participant, employer];
    for (const { name, fill, random: own } of questionnaires) {
      const part = lasting.get(name) ?? normal(own);
      lasting.set(name, part);
      const row = [name, wave, ...who, municipality, calendar.date(answered.day), values[modeNumber]!];
      giveBack(row, fill(values, part, own));
    }
  };
}

import { compileDraw } from "./draw.ts";
import { integerBetween, normal, type Random } from "./random.ts";
import type { Instrument } from "./survey-recipe.ts";
import { compileTrait } from "./trait.ts";

/** One item as it came back. */
export interface Answer {
  item: string;
  value: string;
  /** Why there is no value. */
  missing: string;
}

/** Fills in a questionnaire. `values` are the respondent's, with the wave and the mode behind them. */
export type Questionnaire = (values: string[], lasting: number, random: Random) => Answer[];

export function compileQuestionnaire(instrument: Instrument, fieldNumber: (name: string) => number): Questionnaire {
  const answerItems = compileItems(instrument, fieldNumber);
  const spoil = compileTroubles(instrument);
  return (values, lasting, random) => {
    const answers = answerItems(values, lasting, random);
    spoil(answers, random);
    return answers;
  };
}

function compileItems({ range: [low, high], trait, items }: Instrument, fieldNumber: (name: string) => number) {
  const drawTrait = trait && compileTrait(trait, fieldNumber);
  const { loading = 0, own = 0 } = trait ?? {};
  const drawings = Object.entries(items).map(([item, rule]) => {
    if (typeof rule !== "object" || !("about" in rule)) {
      const drawing = compileDraw(rule, fieldNumber);
      return { item, draw: (_level: number, values: string[], random: Random) => drawing(values, random) };
    }
    const draw = (level: number, _values: string[], random: Random) => {
      const points = Math.round(rule.about + loading * level + own * normal(random));
      const scored = Math.min(high, Math.max(low, points));
      return String(rule.reversed ? low + high - scored : scored);
    };
    return { item, draw };
  });
  return (values: string[], lasting: number, random: Random): Answer[] => {
    const level = drawTrait?.(lasting, values, random) ?? 0;
    return drawings.map(({ item, draw }) => ({ item, value: draw(level, values, random), missing: "" }));
  };
}

/** What goes wrong in real questionnaires, each by its share. */
function compileTroubles({ range, missing = {}, unfinished = 0, alike = 0, keyed_twice = 0 }: Instrument) {
  const reasons = Object.entries(missing);
  return (answers: Answer[], random: Random): void => {
    if (random() < alike) {
      const same = String(integerBetween(random, ...range));
      for (const answer of answers) answer.value = same;
      return;
    }
    for (const answer of answers) {
      let wanted = random();
      for (const [reason, share] of reasons) {
        if (wanted >= 0 && wanted < share) leaveOut(answer, reason);
        wanted -= share;
      }
    }
    if (random() < unfinished) {
      for (const answer of answers.slice(integerBetween(random, 1, answers.length - 1))) leaveOut(answer, "blank");
    }
    if (random() < keyed_twice) {
      const answer = answers[integerBetween(random, 0, answers.length - 1)]!;
      answer.value += answer.value;
    }
  };
}

function leaveOut(answer: Answer, reason: string): void {
  answer.value = "";
  answer.missing = reason;
}

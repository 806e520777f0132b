import { Refusal } from "../refusal.ts";
import { type Compilation, known } from "./indicator-context.ts";
import { surveyOf } from "./indicator-reads.ts";
import type { ScaleDefinition } from "./scale-definition.ts";

interface ScoreReference {
  scale: string;
  subscale: string;
}

/** The score of a questionnaire: `unit` is one. Null where too many items are missing. */
export function scored(compilation: Compilation, reference: ScoreReference, unit: string): string {
  return `(
      select ${points(compilation, reference)}
      from ${known("known_answer", compilation, { selected: false })} as answer
      where answer.extract_no = ${unit}.extract_no and answer.respondent = ${unit}.respondent
    )`;
}

/** Whether the units are the questionnaires that are read. If not, they are read by the person. */
export function isOwn({ definition, question }: Compilation, read: { instrument: string; wave: string }): boolean {
  const own = surveyOf(definition);
  return question.denominator === "respondents" && own?.instrument === read.instrument && own.wave === read.wave;
}

/**
 * The score that belongs to a unit: the questionnaire's own where questionnaires are counted, else the person's last one of
 * the wave that has a score.
 */
export function score(compilation: Compilation, reference: ScoreReference & { wave: string }, unit: string): string {
  const { bind } = compilation;
  const { scale: instrument, wave } = reference;
  if (isOwn(compilation, { instrument, wave })) return scored(compilation, reference, unit);
  return `(
      select arg_max(scored.score, (scored.answered_on, scored.respondent))
      from (
        select answer.extract_no, answer.person, answer.respondent, answer.answered_on, ${points(compilation, reference)} as score
        from ${known("known_answer", compilation, { selected: false })} as answer
        where answer.instrument = ${bind("instrument", instrument, "varchar")}
          and answer.wave = ${bind("wave", wave, "varchar")}
        group by all
      ) as scored
      where scored.extract_no = ${unit}.extract_no and scored.person = ${unit}.person and scored.score is not null
    )`;
}

/**
 * The sum of the items as the scale turns them, as an aggregate over a questionnaire's answers. Missing items, as many as
 * the scale allows, count as the mean of the others.
 */
function points(compilation: Compilation, reference: ScoreReference): string {
  const { bind } = compilation;
  const { items, reversed, turn, needed } = keyOf(compilation, reference);
  const wanted = bind("items", items, "varchar[]");
  const turned = bind("reversed_items", reversed, "varchar[]");
  const value = `if(list_contains(${turned}, answer.item) and not answer.reversed, ${bind("turn", turn, "integer")} - answer.value, answer.value)`;
  const mine = `filter (list_contains(${wanted}, answer.item))`;
  return `if(
        count(answer.value) ${mine} >= ${bind("items_needed", needed, "integer")},
        avg(${value}) ${mine} * ${bind("item_count", items.length, "integer")},
        null
      )`;
}

function keyOf({ scales }: Compilation, { scale, subscale }: ScoreReference) {
  const known = scales.get(scale);
  const items = known && itemsOf(known, subscale);
  if (!known || !items) throw unknownScale(scale, subscale, known);
  return {
    items,
    reversed: known.reversed.filter((item) => items.includes(item)),
    turn: known.lowest + known.highest,
    needed: items.length - (known.missing[subscale] ?? 0),
  };
}

function itemsOf(scale: ScaleDefinition, subscale: string): string[] | undefined {
  return scale.subscales[subscale] ?? (subscale === "total" ? scale.items : undefined);
}

function unknownScale(scale: string, subscale: string, known: ScaleDefinition | undefined): Refusal {
  return known
    ? new Refusal("unknown_scale", {
        sv: `Skalan "${scale}" har ingen delskala "${subscale}". Den har total, ${Object.keys(known.subscales).join(", ")}.`,
        en: `The scale "${scale}" has no subscale "${subscale}". It has total, ${Object.keys(known.subscales).join(", ")}.`,
      })
    : new Refusal("unknown_scale", {
        sv: `Skalan "${scale}" finns inte. Lägg till den i mappen scales eller rätta indikatorn.`,
        en: `There is no scale "${scale}". Add it to the folder scales or correct the indicator.`,
      });
}

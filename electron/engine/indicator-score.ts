import { Refusal } from "../refusal.ts";
import { type Compilation, known } from "./indicator-context.ts";
import { surveyOf } from "./indicator-reads.ts";
import { type ScaleDefinition, subscalesOf } from "./scale-definition.ts";

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

/** The score as the scale's rule has it, as an aggregate over a questionnaire's answers: the macros that the views stand on. */
function points(compilation: Compilation, reference: ScoreReference): string {
  const { bind } = compilation;
  const { items, reversed, turn, mayMiss, method } = keyOf(compilation, reference);
  const wanted = bind("items", items, "varchar[]");
  const turned = `list_contains(${bind("reversed_items", reversed, "varchar[]")}, answer.item)`;
  const mine = `filter (list_contains(${wanted}, answer.item))`;
  return `scale_score(
        sum(item_points(answer.value, ${turned}, answer.reversed, ${bind("turn", turn, "integer")})::double) ${mine},
        count(answer.value) ${mine},
        ${bind("item_count", items.length, "integer")},
        ${bind("may_miss", mayMiss, "integer")},
        ${bind("score_method", method, "varchar")}
      )`;
}

function keyOf({ scales }: Compilation, { scale, subscale }: ScoreReference) {
  const known = scales.get(scale);
  const part = known && subscalesOf(known).find((each) => each.subscale === subscale);
  if (!known || !part) throw unknownScale(scale, subscale, known);
  return {
    items: part.items,
    reversed: known.reversed.filter((item) => part.items.includes(item)),
    turn: known.lowest + known.highest,
    mayMiss: part.may_miss,
    method: known.score,
  };
}

function unknownScale(scale: string, subscale: string, known: ScaleDefinition | undefined): Refusal {
  const subscales = known && subscalesOf(known).map((each) => each.subscale);
  return subscales
    ? new Refusal("unknown_scale", {
        sv: `Skalan "${scale}" har ingen delskala "${subscale}". ${subscales.length > 0 ? `Den har ${subscales.join(", ")}.` : "Dess frågor räknas inte samman."}`,
        en: `The scale "${scale}" has no subscale "${subscale}". ${subscales.length > 0 ? `It has ${subscales.join(", ")}.` : "Its items are not added up."}`,
      })
    : new Refusal("unknown_scale", {
        sv: `Skalan "${scale}" finns inte. Lägg till den i mappen scales eller rätta indikatorn.`,
        en: `There is no scale "${scale}". Add it to the folder scales or correct the indicator.`,
      });
}

import type { BuildDatabase } from "../engine/database.ts";

/**
 * Stores with each answer whether it is the only one to its item in its questionnaire. Of several nobody knows which is right,
 * so scores and item statistics take the item as not answered; the rows stay as they were delivered. A row without a value is
 * no answer. The wide form has one column an item, so nothing in it can be answered twice.
 */
export async function storeSingleAnswers(database: BuildDatabase, { wide = false } = {}): Promise<void> {
  await database.run(`
    alter table answer add column single boolean default true;
    alter table answer alter column single drop default`);
  if (wide) return;
  await database.run(`
    update answer set single = false
      from (
        select respondent, item
        from answer
        where value is not null
        group by all
        having count(*) > 1
      ) as several
      where several.respondent = answer.respondent and several.item = answer.item and answer.value is not null`);
}

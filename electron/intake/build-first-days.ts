import type { BuildDatabase } from "../engine/database.ts";

/**
 * Stores with each enrolment the day of its first outcome and of the first follow-up that reached the person. Whether there was
 * any by the cut-off is then a comparison, where it would be a join of a million rows for each figure of a page.
 *
 * A follow-up that was reached on a day that nobody noted cannot be shown to have been reached by any day.
 */
export async function storeFirstDays(database: BuildDatabase): Promise<void> {
  await database.run(`
    alter table enrolment add column first_outcome_on date;
    update enrolment set first_outcome_on = firsts.day
      from (select stay, min(started_on) as day from outcome group by all) as firsts
      where firsts.stay = enrolment.stay;
    alter table enrolment add column first_reached_on date;
    update enrolment set first_reached_on = firsts.day
      from (select stay, min(contacted_on) as day from followup where result = 'reached' group by all) as firsts
      where firsts.stay = enrolment.stay`);
}

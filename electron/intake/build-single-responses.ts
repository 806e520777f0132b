import type { BuildDatabase } from "../engine/database.ts";

/**
 * Stores with each questionnaire whether it is the only one of its person or employer at its wave. Nearly all are, and need no
 * comparing to find the last one. An anonymous questionnaire is one of its own.
 */
export async function storeSingleResponses(database: BuildDatabase): Promise<void> {
  await database.run(`
    alter table response add column single boolean default true;
    alter table response alter column single drop default;
    update response set single = false
      from (
        select person, if(person is null, employer, null) as own_employer, instrument, wave
        from response
        where person is not null or employer is not null
        group by all
        having count(*) > 1
      ) as several
      where several.person is not distinct from response.person
        and several.own_employer is not distinct from if(response.person is null, response.employer, null)
        and several.instrument = response.instrument
        and several.wave = response.wave`);
}

import { floorSql } from "./age-floors.ts";
import type { CoarseningStep } from "./coarsening.ts";

/** By table and column of a build: what takes the column's place, as SQL over the table as `t`. */
type CoarseColumns = Record<string, Record<string, string>>;

const days: Record<string, string[]> = {
  enrolment: ["started_on", "ended_on"],
  outcome: ["started_on", "ended_on"],
  activity: ["started_on", "ended_on"],
  followup: ["due_on", "contacted_on"],
  response: ["answered_on"],
};

// Other columns would tell much of what is left out: who is foreign-born has a foreign background.
const together: Record<string, string[]> = {
  foreign_born: ["foreign_born", "foreign_background"],
  education: ["education", "compulsory_complete", "upper_secondary_complete"],
  disability: ["disability"],
};

/** All columns that the steps change, with the copies that the build keeps of them. */
export function coarseColumns(steps: readonly CoarseningStep[]): CoarseColumns {
  const changed: CoarseColumns = {};
  const change = (table: string, column: string, sql: string) => {
    changed[table] = { ...changed[table], [column]: sql };
  };
  const changePerson = (column: string, sql: string) => {
    change("participant", column, sql);
    change("enrolment", column, sql);
  };
  for (const step of steps) {
    switch (step.way) {
      case "band": {
        const floor = `${floorSql("t.age", step.from)}::integer`;
        change("enrolment", "age", floor);
        change("enrolment", "age_at_start", floor);
        // With the day of the start it would tell the age again.
        change("participant", "birth_year", "null::integer");
        break;
      }
      case "month":
        for (const [table, columns] of Object.entries(days))
          for (const column of columns) change(table, column, `date_trunc('month', t.${column})::date`);
        break;
      case "rare":
        if (step.column === "inflow_route") change("enrolment", "inflow_route", merged(step, "other"));
        else changePerson("education", merged(step, "U"));
        break;
      case "leave_out":
        if (step.column === "inflow_route") change("enrolment", "inflow_route", "'unknown'");
        else for (const column of together[step.column]!) changePerson(column, "'U'");
        break;
    }
  }
  return changed;
}

function merged({ column, fewer_than }: Extract<CoarseningStep, { way: "rare" }>, rest: string): string {
  const common = `select e.${column} from build.main.enrolment as e group by e.${column} having count(distinct e.person) >= ${fewer_than}`;
  return `case when t.${column} in ('unknown', 'U') or t.${column} in (${common}) then t.${column} else '${rest}' end`;
}

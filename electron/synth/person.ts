import type { Calendar, Day } from "./calendar.ts";
import type { DrawnStay, EventMaker } from "./event.ts";
import type { Plan, StratumPlan } from "./plan.ts";
import { integerBetween, type Random } from "./random.ts";
import type { Respondent } from "./survey.ts";
import { enrolmentFields, personFields, type TableName } from "./tables.ts";
import { following, type StayWindow, startDays } from "./window.ts";

/** What is the same in all of a person's stays. */
type Person = Pick<Respondent, "participant" | "lasting">;

/** Where rows go. */
export type Emit = (table: TableName, row: string[]) => void;

/** Makes all rows of the next participant, again and again; `ask` gives each stay its questionnaires. */
export function createPersonMaker(
  plan: Plan,
  random: Random,
  pseudonym: Pseudonyms,
  emit: Emit,
  ask: (respondent: Respondent) => void,
): () => void {
  const { calendar, fields } = plan;
  const columnsOf = (names: readonly string[]) => names.map((name) => fields.indexOf(name));
  const ofPerson = columnsOf(personFields);
  const [municipality, exitReason, age, ...restOfEnrolment] = columnsOf(enrolmentFields) as [number, number, number];
  const outcome = (row: string[]) => emit("outcome", row);
  const activity = (row: string[]) => emit("activity", row);
  const followup = (row: string[]) => emit("followup", row);

  const run = (makers: EventMaker[], stay: DrawnStay, sink: (row: string[]) => void) => {
    for (const make of makers) make(stay, random, sink);
  };

  const writeStay = (person: Person, stay: DrawnStay, plan: StratumPlan) => {
    const { values, start, end } = stay;
    emit("enrolment", [
      stay.enrolment,
      person.participant,
      values[municipality]!,
      calendar.date(start),
      end === null ? "" : calendar.date(end),
      end === null ? "" : values[exitReason]!,
      values[age]!,
      ...restOfEnrolment.map((field) => values[field]!),
    ]);
    run(plan.outcomes, stay, outcome);
    run(plan.activities, stay, activity);
    run(plan.followups, stay, followup);
    ask({ ...person, employer: "", stay, values });
  };

  return () => {
    const stratum = plan.stratum[plan.strata.deal(random)]!;
    const participant = pseudonym.participant();
    const values: string[] = [];
    for (const drawing of stratum.drawings) values.push(drawing(values, random));
    const first = drawStay(stratum.window, calendar, random);
    const birthday = integerBetween(random, 1, 365);
    const birthYear = calendar.year(first.start) - Number(values[age]) - before(calendar, first.start, birthday);
    const [sex, ...rest] = ofPerson.map((field) => values[field]!);
    const writtenYear = stratum.birthYear
      ? stratum.birthYear(values, random)
      : values[age] === ""
        ? ""
        : `${birthYear}`;
    emit("participant", [participant, sex!, writtenYear, ...rest]);
    const person: Person = { participant, lasting: new Map() };
    writeStay(person, { enrolment: pseudonym.enrolment(), ...first, values }, stratum);

    if (stratum.again) {
      const { window, drawings, overlapping } = stratum.again;
      const second = drawStay(overlapping ? window : following(window, first.end ?? first.start), calendar, random);
      for (const { field, drawing } of drawings) values[field] = drawing(values, random);
      const then = calendar.year(second.start) - birthYear - before(calendar, second.start, birthday);
      values[age] = values[age] === "" ? "" : String(then);
      writeStay(person, { enrolment: pseudonym.enrolment(), ...second, values }, stratum);
    }
  };
}

/** The next pseudonym of each kind. */
export interface Pseudonyms {
  participant(): string;
  enrolment(): string;
}

function drawStay(window: StayWindow, calendar: Calendar, random: Random): { start: Day; end: Day | null } {
  const start = calendar.startBetween(...startDays(window), random);
  if (window.end === null) return { start, end: null };
  const [shortest, longest] = window.length;
  const from = Math.max(window.end[0], start + shortest);
  const to = Math.min(window.end[1], start + longest);
  return { start, end: calendar.workdayBetween(from, to, random) };
}

/** 1 where the birthday of that year is still to come. */
function before(calendar: Calendar, day: Day, birthday: number): number {
  return calendar.dayOfYear(day) < birthday ? 1 : 0;
}

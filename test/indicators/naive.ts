/**
 * A second opinion: the rules of the indicators' page, section 7, in plain loops over the delivered rows. It shares nothing
 * with the compiler and reads the raw package, not the build, so that a mistake in either shows as a difference.
 */

export type Tri = "yes" | "no" | "unknown";
export type Day = string;
type Cell = string | number | boolean | null | undefined;
export type RawRow = Record<string, Cell>;

export interface Package {
  participant: RawRow[];
  enrolment: RawRow[];
  outcome: RawRow[];
  followup?: RawRow[];
  response?: RawRow[];
  answer?: RawRow[];
  activity?: RawRow[];
  employer?: RawRow[];
  contact?: RawRow[];
  milestone?: RawRow[];
}

export interface NaiveProgramme {
  starts_on: Day;
  ends_on: Day;
  age_bands: { label: string; from: number; to: number }[];
}

/** An indicator as a person wrote it: the JSON, without our types and our defaults. */
export interface RawDefinition {
  indicator?: string;
  kind: string;
  numerator?: RawNumerator;
  denominator?: string;
  clock?: string;
  horizon_days?: number;
  window_days?: number;
  year?: number;
  person?: { rule: string; which?: string };
  unknown?: string;
  unknown_reasons?: string[];
  population?: { not_in?: string } & Record<string, unknown>;
  late_entry_days?: number;
  count?: string;
  score?: RawScore;
  change?: { scale: string; subscale?: string; from: string; to: string };
  milestone?: string[];
}

export interface RawScore {
  scale: string;
  subscale?: string;
  wave: string;
  at_least?: number;
  at_most?: number;
}

interface RawFollowup {
  horizon: string;
  status: string[];
}

interface RawAnswer {
  instrument: string;
  wave: string;
  item: string;
  at_least?: number;
  at_most?: number;
}

export interface RawNumerator {
  exit_reason?: string[];
  outcome?: string[];
  followup?: RawFollowup;
  answer?: RawAnswer;
  score?: RawScore;
  any?: RawNumerator[];
  all?: RawNumerator[];
}

export interface NaiveQuestion {
  by: string[];
  denominator: string;
  cutoff: Day;
  selection: Record<string, string[]>;
}

export interface NaiveRow {
  group: Record<string, string | number | null>;
  n: number;
  k: number;
  unknown: number;
}

export interface Enrolment {
  key: string;
  person: string;
  started: Day;
  ended: Day | null;
  reason: string | null;
  eligible: string;
  age: number | null;
  values: Record<string, string>;
  outcomes: { kind: string; started: Day; ended: Day | null }[];
  followups: RawRow[];
}

export function naive(
  data: Package,
  programme: NaiveProgramme,
  definition: RawDefinition,
  question: NaiveQuestion,
  others: RawDefinition[] = [],
): NaiveRow[] {
  const taken = takenUnits(data, programme, definition, question, others);
  const groups = new Map<string, NaiveRow>();
  if (question.by.length === 0) groups.set("", { group: {}, n: 0, k: 0, unknown: 0 });
  for (const { enrolment, result } of taken) {
    const group: NaiveRow["group"] = {};
    for (const column of question.by) {
      group[column] = column === "year" ? Number(enrolment.started.slice(0, 4)) : enrolment.values[column]!;
    }
    const name = question.by.map((column) => group[column]).join("|");
    const row = groups.get(name) ?? { group, n: 0, k: 0, unknown: 0 };
    groups.set(name, row);
    row.n += 1;
    if (result === "yes") row.k += 1;
    if (result === "unknown") row.unknown += 1;
  }
  const rows = [...groups.values()];
  if (definition.unknown === "excluded") for (const row of rows) row.n -= row.unknown;
  return rows;
}

function takenUnits(
  data: Package,
  programme: NaiveProgramme,
  definition: RawDefinition,
  question: NaiveQuestion,
  others: RawDefinition[],
): { enrolment: Enrolment; result: Tri }[] {
  const judge = (enrolment: Enrolment): Tri =>
    definition.numerator
      ? numerator(definition.numerator, enrolment, definition, programme, question.cutoff, data)
      : "yes";
  const notCounted = personsCounted(data, programme, definition, question, others);
  const passing = known(data, programme, question.cutoff)
    .filter((enrolment) => selected(enrolment, question.selection))
    .filter((enrolment) => enrolment.eligible !== "N")
    .filter((enrolment) => inDenominator(enrolment, definition, programme, question))
    .filter((enrolment) => inPopulation(enrolment, definition.population ?? {}))
    .filter((enrolment) => !notCounted.has(enrolment.person))
    .filter((enrolment) => enrolment.started <= plus(question.cutoff, -(definition.late_entry_days ?? 0)));

  const person = definition.person ?? { rule: "once", which: "last" };
  if (person.rule === "every_enrolment") return passing.map((enrolment) => ({ enrolment, result: judge(enrolment) }));
  const persons = new Map<string, Enrolment[]>();
  for (const enrolment of passing) persons.set(enrolment.person, [...(persons.get(enrolment.person) ?? []), enrolment]);
  return [...persons.values()].map((several) => {
    const inOrder = [...several].sort((a, b) =>
      a.started < b.started ? -1 : a.started > b.started ? 1 : a.key < b.key ? -1 : 1,
    );
    if (person.which === "first") return { enrolment: inOrder[0]!, result: judge(inOrder[0]!) };
    if (person.which === "any") {
      for (const wanted of ["yes", "unknown", "no"]) {
        for (const enrolment of [...inOrder].reverse()) {
          if (judge(enrolment) === wanted) return { enrolment, result: wanted as Tri };
        }
      }
    }
    return { enrolment: inOrder.at(-1)!, result: judge(inOrder.at(-1)!) };
  });
}

export function personsCounted(
  data: Package,
  programme: NaiveProgramme,
  definition: RawDefinition,
  question: NaiveQuestion,
  others: RawDefinition[],
): Set<string> {
  const name = definition.population?.not_in;
  if (!name) return new Set();
  const other = others.find((each) => each.indicator === name)!;
  const denominator = other.denominator ?? "enrolled";
  const units = takenUnits(data, programme, other, { ...question, denominator }, others);
  return new Set(units.filter(({ result }) => result === "yes").map(({ enrolment }) => enrolment.person));
}

/** Nothing dated after the cut-off is known. */
export function known(data: Package, programme: NaiveProgramme, cutoff: Day): Enrolment[] {
  const found: Enrolment[] = [];
  for (const row of data.enrolment) {
    const started = row.started_on as Day;
    if (started > cutoff) continue;
    const participant = data.participant.find((each) => each.participant === row.participant)!;
    const endedEver = (row.ended_on ?? null) as Day | null;
    const ended = endedEver !== null && endedEver <= cutoff ? endedEver : null;
    const birthYear = participant.birth_year as number | null | undefined;
    const age =
      row.age_at_start != null
        ? (row.age_at_start as number)
        : birthYear != null
          ? Number(started.slice(0, 4)) - birthYear
          : null;
    const band = programme.age_bands.find((each) => age !== null && age >= each.from && age <= each.to);
    const text = (value: Cell, missing: string) => (value === null || value === undefined ? missing : String(value));
    found.push({
      key: row.enrolment as string,
      person: row.participant as string,
      started,
      ended,
      reason: ended === null ? null : text(row.exit_reason, "unknown"),
      eligible: text(row.eligible, "U"),
      age,
      values: {
        sex: text(participant.sex_at_enrolment, "U"),
        foreign_born: text(participant.foreign_born, "U"),
        foreign_background: text(participant.foreign_background, "U"),
        disability: text(participant.disability, "U"),
        education: text(participant.education, "U"),
        municipality: text(row.municipality, "U"),
        inflow_route: text(row.inflow_route, "unknown"),
        target_group: text(row.target_group, "U"),
        status_at_start: text(row.status_at_start, "unknown"),
        income_at_start: text(row.income_at_start, "unknown"),
        eligible: text(row.eligible, "U"),
        age_band: band ? band.label : "U",
      },
      outcomes: data.outcome
        .filter((outcome) => outcome.enrolment === row.enrolment && (outcome.started_on as Day) <= cutoff)
        .map((outcome) => {
          const end = (outcome.ended_on ?? null) as Day | null;
          return {
            kind: outcome.kind as string,
            started: outcome.started_on as Day,
            ended: end !== null && end <= cutoff ? end : null,
          };
        }),
      followups: (data.followup ?? []).filter((followup) => followup.enrolment === row.enrolment),
    });
  }
  return found;
}

export function selected(enrolment: { values: Record<string, string> }, selection: Record<string, string[]>): boolean {
  return Object.entries(selection).every(([column, codes]) => codes.includes(enrolment.values[column]!));
}

export function inPopulation(
  enrolment: { age: number | null; values: Record<string, string> },
  population: Record<string, unknown>,
): boolean {
  for (const [column, wanted] of Object.entries(population)) {
    if (column === "not_in") continue;
    if (column === "age") {
      const [from, to] = wanted as [number, number];
      if (enrolment.age === null || enrolment.age < from || enrolment.age > to) return false;
    } else if (!(wanted as string[]).includes(enrolment.values[column]!)) return false;
  }
  return true;
}

export function inDenominator(
  enrolment: Enrolment,
  definition: RawDefinition,
  programme: NaiveProgramme,
  { denominator, cutoff }: NaiveQuestion,
): boolean {
  const yearly = definition.clock === "calendar_year";
  const year = String(definition.year);
  const exited = enrolment.ended !== null && (!yearly || enrolment.ended.slice(0, 4) === year);
  switch (denominator) {
    case "enrolled": {
      if (!yearly) return true;
      // Some day of the year that is not after the cut-off: go through all of them.
      for (let day = `${year}-01-01`; day <= `${year}-12-31` && day <= cutoff; day = plus(day, 1)) {
        if (enrolment.started <= day && (enrolment.ended === null || day <= enrolment.ended)) return true;
      }
      return false;
    }
    case "exited":
      return exited;
    case "exited_known":
      return exited && (!reasonUnknown(enrolment, definition) || enrolment.outcomes.length > 0);
    case "due":
      return due(enrolment, definition, programme, cutoff);
    case "reached":
      return due(enrolment, definition, programme, cutoff) && reachedRows(enrolment, definition, cutoff).length > 0;
    default:
      throw new Error(denominator);
  }
}

function reasonUnknown(enrolment: Enrolment, definition: RawDefinition): boolean {
  if (enrolment.ended === null) return false;
  return enrolment.reason === "unknown" || (definition.unknown_reasons ?? []).includes(enrolment.reason!);
}

function firstHorizon(part: RawNumerator | undefined): string | null {
  if (!part) return null;
  if (part.followup) return part.followup.horizon;
  for (const each of part.any ?? part.all ?? []) {
    const horizon = firstHorizon(each);
    if (horizon) return horizon;
  }
  return null;
}

function due(enrolment: Enrolment, definition: RawDefinition, programme: NaiveProgramme, cutoff: Day): boolean {
  const horizon = firstHorizon(definition.numerator);
  const passed = (from: Day | null, days: number) => from !== null && plus(from, days) <= cutoff;
  if (horizon === null) {
    const days = definition.horizon_days ?? (clockOf(definition) === "exit" ? 28 : 0);
    return passed(definition.clock === "after_project" ? programme.ends_on : enrolment.ended, days);
  }
  const rows = enrolment.followups.filter((row) => row.horizon === horizon);
  if (rows.length > 0) {
    return rows.some(
      (row) => !["not_due", "protected"].includes(row.result as string) && (row.due_on as Day) <= cutoff,
    );
  }
  if (horizon === "project_90d") return passed(programme.ends_on, 90);
  return passed(enrolment.ended, { exit_4w: 28, exit_90d: 90, exit_6m: 182 }[horizon]!);
}

function reachedRows(enrolment: Enrolment, definition: RawDefinition, cutoff: Day): RawRow[] {
  const horizon = firstHorizon(definition.numerator);
  return enrolment.followups.filter(
    (row) =>
      row.horizon === horizon &&
      row.result === "reached" &&
      row.contacted_on != null &&
      (row.contacted_on as Day) <= cutoff,
  );
}

function clockOf(definition: RawDefinition): string {
  return definition.clock ?? "exit";
}

function numerator(
  part: RawNumerator,
  enrolment: Enrolment,
  definition: RawDefinition,
  programme: NaiveProgramme,
  cutoff: Day,
  data: Package,
): Tri {
  const results = (part.any ?? part.all ?? []).map((each) =>
    numerator(each, enrolment, definition, programme, cutoff, data),
  );
  if (part.any) return results.includes("yes") ? "yes" : results.includes("unknown") ? "unknown" : "no";
  if (part.all) return results.includes("no") ? "no" : results.includes("unknown") ? "unknown" : "yes";
  if (part.exit_reason) return exitReason(part.exit_reason, enrolment, definition, programme);
  if (part.outcome) return outcome(part.outcome, enrolment, definition, programme, cutoff);
  if (part.followup) return followup(part.followup, enrolment, definition, cutoff);
  if (part.answer) return answer(part.answer, enrolment, cutoff, data);
  throw new Error(JSON.stringify(part));
}

function exitReason(
  reasons: string[],
  enrolment: Enrolment,
  definition: RawDefinition,
  programme: NaiveProgramme,
): Tri {
  if (enrolment.ended === null) return "no";
  if (
    definition.clock === "within_project" &&
    (enrolment.ended < programme.starts_on || enrolment.ended > programme.ends_on)
  ) {
    return "no";
  }
  if (reasons.includes(enrolment.reason!)) return "yes";
  return reasonUnknown(enrolment, definition) ? "unknown" : "no";
}

function outcome(
  kinds: string[],
  enrolment: Enrolment,
  definition: RawDefinition,
  programme: NaiveProgramme,
  cutoff: Day,
): Tri {
  for (const each of enrolment.outcomes) {
    if (kinds.includes(each.kind) && counts(each, enrolment, definition, programme, cutoff)) return "yes";
  }
  return reasonUnknown(enrolment, definition) && enrolment.outcomes.length === 0 ? "unknown" : "no";
}

function counts(
  each: { started: Day; ended: Day | null },
  enrolment: Enrolment,
  definition: RawDefinition,
  programme: NaiveProgramme,
  cutoff: Day,
): boolean {
  const window = definition.window_days ?? 14;
  switch (clockOf(definition)) {
    case "exit":
      return (
        enrolment.ended !== null &&
        each.started <= plus(enrolment.ended, definition.horizon_days ?? 28) &&
        !(each.ended !== null && each.ended < enrolment.ended)
      );
    case "within_project":
      return each.started >= programme.starts_on && each.started <= programme.ends_on;
    case "calendar_year":
      return each.started.slice(0, 4) === String(definition.year);
    case "after_exit":
    case "after_project": {
      const from = definition.clock === "after_exit" ? enrolment.ended : programme.ends_on;
      if (from === null) return false;
      // Day by day: is it going on that day, and is that day known?
      for (let shift = -window; shift <= window; shift++) {
        const day = plus(from, definition.horizon_days! + shift);
        if (day <= cutoff && each.started <= day && (each.ended === null || each.ended >= day)) return true;
      }
      return false;
    }
    default:
      throw new Error(definition.clock);
  }
}

function followup({ horizon, status }: RawFollowup, enrolment: Enrolment, definition: RawDefinition, cutoff: Day): Tri {
  const usable = enrolment.followups.filter((row) => {
    if (row.horizon !== horizon || row.result !== "reached" || row.contacted_on == null) return false;
    const contacted = row.contacted_on as Day;
    const window = definition.window_days ?? 14;
    const close = contacted >= plus(row.due_on as Day, -window) && contacted <= plus(row.due_on as Day, window);
    return contacted <= cutoff && close;
  });
  const known = usable.map((row) => (row.status ?? "unknown") as string);
  if (known.some((each) => status.includes(each))) return "yes";
  return known.some((each) => each !== "unknown") ? "no" : "unknown";
}

function answer(asked: RawAnswer, enrolment: Enrolment, cutoff: Day, data: Package): Tri {
  let last: { day: Day; response: string; value: number } | null = null;
  for (const response of data.response ?? []) {
    if (response.participant !== enrolment.person || (response.answered_on as Day) > cutoff) continue;
    if (response.instrument !== asked.instrument || response.wave !== asked.wave) continue;
    const given = (data.answer ?? []).filter(
      (row) => row.response === response.response && row.item === asked.item && row.value != null,
    );
    // Of two answers to an item nobody knows which is right.
    for (const row of given.length === 1 ? given : []) {
      const day = response.answered_on as Day;
      const key = response.response as string;
      if (!last || day > last.day || (day === last.day && key > last.response)) {
        last = { day, response: key, value: row.value as number };
      }
    }
  }
  if (!last) return "unknown";
  const low = asked.at_least === undefined || last.value >= asked.at_least;
  const high = asked.at_most === undefined || last.value <= asked.at_most;
  return low && high ? "yes" : "no";
}

export function plus(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

import {
  type Day,
  inDenominator,
  inPopulation,
  known,
  type NaiveProgramme,
  type NaiveQuestion,
  type NaiveRow,
  type Package,
  personsCounted,
  plus,
  type RawDefinition,
  type RawNumerator,
  type RawRow,
  selected,
  type Tri,
} from "./naive.ts";

// The second opinion on what is no enrolment: questionnaires, scores, pairs, contacts, hours and milestones.

/** How a scale is scored; all its items, and the first two as `head`. */
export interface NaiveScale {
  items: string[];
  head: string[];
  reversed: string[];
  lowest: number;
  highest: number;
  /** How many items of `head` may be missing; none of the total. */
  missing: number;
}

export interface NaiveEstimate extends NaiveRow {
  estimate: number | null;
}

interface Form {
  key: string;
  who: string;
  person: string | null;
  day: Day;
  wave: string;
  instrument: string;
  age: number | null;
  started: Day | null;
  eligible: string;
  values: Record<string, string>;
  answers: Map<string, number>;
}

interface Unit {
  group: Record<string, string | number | null>;
  result?: Tri;
  value?: number | null;
}

export function naiveOther(
  data: Package,
  programme: NaiveProgramme,
  definition: RawDefinition,
  question: NaiveQuestion,
  scale: NaiveScale,
  others: RawDefinition[],
): NaiveEstimate[] {
  const units = unitsOf(data, programme, definition, question, scale, others);
  const groups = new Map<string, { group: Unit["group"]; units: Unit[] }>();
  if (question.by.length === 0) groups.set("", { group: {}, units: [] });
  for (const unit of units) {
    const group = Object.fromEntries(question.by.map((column) => [column, unit.group[column] ?? null]));
    const name = JSON.stringify(Object.values(group));
    if (!groups.has(question.by.length === 0 ? "" : name)) groups.set(name, { group, units: [] });
    groups.get(question.by.length === 0 ? "" : name)!.units.push(unit);
  }
  return [...groups.values()].map(({ group, units: mine }) => ({ group, ...numbers(definition, mine) }));
}

function numbers(definition: RawDefinition, units: Unit[]): Omit<NaiveEstimate, "group"> {
  const values = units.flatMap(({ value }) => (value === null || value === undefined ? [] : [value]));
  const sum = values.reduce((total, value) => total + value, 0);
  if (definition.kind === "mean" || definition.kind === "change") {
    const estimate = values.length > 0 ? sum / values.length : null;
    return { n: values.length, k: 0, unknown: units.length - values.length, estimate };
  }
  if (definition.count === "contacts" || definition.count === "hours") {
    return { n: units.length, k: sum, unknown: units.length - values.length, estimate: sum };
  }
  const unknown = units.filter(({ result }) => result === "unknown").length;
  const k = units.filter(({ result }) => result === "yes").length;
  const out = definition.kind === "milestone" || definition.unknown === "excluded";
  const n = units.length - (out ? unknown : 0);
  return { n, k, unknown, estimate: definition.kind === "count" ? k : n > 0 ? k / n : null };
}

function unitsOf(
  data: Package,
  programme: NaiveProgramme,
  definition: RawDefinition,
  question: NaiveQuestion,
  scale: NaiveScale,
  others: RawDefinition[],
): Unit[] {
  if (definition.kind === "milestone") return milestones(data, definition, question);
  if (definition.count === "contacts") return contacts(data, programme, definition, question);
  if (definition.count === "hours") return hours(data, programme, definition, question, others);
  const notCounted = personsCounted(data, programme, definition, question, others);
  const belongs = (form: Form) =>
    selected(form, question.selection) &&
    form.eligible !== "N" &&
    inPopulation(form, definition.population ?? {}) &&
    !(form.person !== null && notCounted.has(form.person)) &&
    ((definition.late_entry_days ?? 0) === 0 ||
      (form.started !== null && form.started <= plus(question.cutoff, -definition.late_entry_days!)));
  const all = forms(data, programme, question.cutoff);
  return definition.kind === "change"
    ? pairs(all, definition, scale)
        .filter(({ later }) => belongs(later))
        .map(({ later, value }) => ({ group: groupOf(later), value }))
    : respondents(all.filter(belongs), definition, scale);
}

function respondents(all: Form[], definition: RawDefinition, scale: NaiveScale): Unit[] {
  const { instrument, wave } = surveyOf(definition);
  const mine = all.filter((form) => form.instrument === instrument && form.wave === wave);
  const judge = (form: Form): Tri => (definition.numerator ? judged(definition.numerator, form, scale) : "yes");
  const unit = (form: Form): Unit =>
    definition.score
      ? { group: groupOf(form), value: scoreOf(form, definition.score.subscale ?? "total", scale) }
      : { group: groupOf(form), result: judge(form) };
  const person = definition.person ?? { rule: "once", which: "last" };
  if (person.rule === "every_enrolment") return mine.map(unit);
  return [...new Set(mine.map(({ who }) => who))].map((who) => {
    const several = inOrder(mine.filter((form) => form.who === who));
    if (person.which === "first") return unit(several[0]!);
    if (person.which === "any" && definition.numerator) {
      for (const wanted of ["yes", "unknown", "no"]) {
        const best = several.filter((form) => judge(form) === wanted).at(-1);
        if (best) return unit(best);
      }
    }
    return unit(several.at(-1)!);
  });
}

function pairs(all: Form[], definition: RawDefinition, scale: NaiveScale): { later: Form; value: number }[] {
  const { from, to, scale: instrument, subscale = "total" } = definition.change!;
  const first = definition.person?.rule === "once" && definition.person.which === "first";
  return [...new Set(all.map(({ who }) => who))].flatMap((who) => {
    const at = (wave: string) => {
      const several = inOrder(
        all.filter((form) => form.who === who && form.instrument === instrument && form.wave === wave),
      ).filter((form) => scoreOf(form, subscale, scale) !== null);
      return first ? several[0] : several.at(-1);
    };
    const [before, after] = [at(from), at(to)];
    if (!before || !after) return [];
    const value = scoreOf(after, subscale, scale)! - scoreOf(before, subscale, scale)!;
    return [{ later: before.day > after.day ? before : after, value }];
  });
}

function judged(part: RawNumerator, form: Form, scale: NaiveScale): Tri {
  const results = (part.any ?? part.all ?? []).map((each) => judged(each, form, scale));
  if (part.any) return results.includes("yes") ? "yes" : results.includes("unknown") ? "unknown" : "no";
  if (part.all) return results.includes("no") ? "no" : results.includes("unknown") ? "unknown" : "yes";
  const limits = part.answer ?? part.score!;
  const value = part.answer
    ? form.answers.get(part.answer.item)
    : scoreOf(form, part.score!.subscale ?? "total", scale);
  if (value === undefined || value === null) return "unknown";
  return value >= (limits.at_least ?? value) && value <= (limits.at_most ?? value) ? "yes" : "no";
}

function scoreOf(form: Form, subscale: string, scale: NaiveScale): number | null {
  const items = subscale === "head" ? scale.head : scale.items;
  const missing = subscale === "head" ? scale.missing : 0;
  const values = items.flatMap((item) => {
    const raw = form.answers.get(item);
    if (raw === undefined) return [];
    return [scale.reversed.includes(item) ? scale.lowest + scale.highest - raw : raw];
  });
  if (values.length < items.length - missing) return null;
  return (values.reduce((total, value) => total + value, 0) / values.length) * items.length;
}

function surveyOf(definition: RawDefinition): { instrument: string; wave: string } {
  if (definition.score) return { instrument: definition.score.scale, wave: definition.score.wave };
  const first = (part: RawNumerator): { instrument: string; wave: string } => {
    if (part.answer) return part.answer;
    if (part.score) return { instrument: part.score.scale, wave: part.score.wave };
    return first((part.any ?? part.all)![0]!);
  };
  return first(definition.numerator!);
}

function forms(data: Package, programme: NaiveProgramme, cutoff: Day): Form[] {
  const enrolments = known(data, programme, cutoff);
  return (data.response ?? [])
    .filter((row) => (row.answered_on as Day) <= cutoff)
    .map((row) => {
      const person = (row.participant ?? null) as string | null;
      const day = row.answered_on as Day;
      const own = inStartOrder(enrolments.filter((each) => each.person === person));
      const meant = own.some(({ eligible }) => eligible !== "N") ? own.filter(({ eligible }) => eligible !== "N") : own;
      const stay = meant.filter(({ started }) => started <= day).at(-1) ?? meant[0];
      const about = data.participant.find((each) => person !== null && each.participant === person);
      const of = (column: string) => String(about?.[column] ?? "U");
      const given = (data.answer ?? []).filter((each) => each.response === row.response && each.value != null);
      // Of two answers to an item nobody knows which is right.
      const answers = new Map(
        given
          .filter(({ item }) => given.filter((each) => each.item === item).length === 1)
          .map((each) => [each.item as string, each.value as number]),
      );
      return {
        key: row.response as string,
        who: person !== null ? `p${person}` : row.employer != null ? `e${row.employer}` : `r${row.response}`,
        person,
        day,
        wave: row.wave as string,
        instrument: row.instrument as string,
        age: stay?.age ?? null,
        started: stay?.started ?? null,
        eligible: stay?.eligible ?? "U",
        answers,
        values: {
          age_band: stay?.values.age_band ?? "U",
          inflow_route: stay?.values.inflow_route ?? "unknown",
          target_group: stay?.values.target_group ?? "U",
          status_at_start: stay?.values.status_at_start ?? "unknown",
          income_at_start: stay?.values.income_at_start ?? "unknown",
          eligible: stay?.eligible ?? "U",
          sex: of("sex_at_enrolment"),
          foreign_born: of("foreign_born"),
          foreign_background: of("foreign_background"),
          disability: of("disability"),
          education: of("education"),
          municipality: row.municipality as string,
          mode: (row.mode ?? "unknown") as string,
        },
      };
    });
}

function groupOf(form: Form): Unit["group"] {
  return { ...form.values, year: form.started === null ? null : Number(form.started.slice(0, 4)) };
}

const nobody = {
  sex: "U",
  age_band: "U",
  foreign_born: "U",
  foreign_background: "U",
  disability: "U",
  education: "U",
  inflow_route: "unknown",
  target_group: "U",
  status_at_start: "unknown",
  income_at_start: "unknown",
  mode: "unknown",
};

function ofNobody(municipality: string, definition: RawDefinition, { selection }: NaiveQuestion): boolean {
  const only = definition.population?.municipality as string[] | undefined;
  return selected({ values: { ...nobody, municipality } }, selection) && (!only || only.includes(municipality));
}

function contacts(
  data: Package,
  programme: NaiveProgramme,
  definition: RawDefinition,
  question: NaiveQuestion,
): Unit[] {
  return (data.contact ?? []).flatMap((row) => {
    const day = row.contacted_on as Day;
    const municipality = data.employer!.find((each) => each.employer === row.employer)!.municipality as string;
    const counts = day <= question.cutoff && day >= programme.starts_on && day <= programme.ends_on;
    if (!counts || !ofNobody(municipality, definition, question)) return [];
    return [{ group: { ...nobody, municipality, year: Number(day.slice(0, 4)) }, value: 1 }];
  });
}

function milestones(data: Package, definition: RawDefinition, question: NaiveQuestion): Unit[] {
  return (data.milestone ?? []).flatMap((row) => {
    const municipality = (row.municipality ?? "U") as string;
    if (!definition.milestone!.includes(row.node as string)) return [];
    if (!ofNobody(municipality, definition, question)) return [];
    const day = (row.reached_on ?? null) as Day | null;
    const known = day !== null && day <= question.cutoff ? day : null;
    const reached = row.status === "reached" && (day === null || known !== null);
    const result: Tri = row.status === "dropped" ? "unknown" : reached ? "yes" : "no";
    return [{ group: { ...nobody, municipality, year: known === null ? null : Number(known.slice(0, 4)) }, result }];
  });
}

function hours(
  data: Package,
  programme: NaiveProgramme,
  definition: RawDefinition,
  question: NaiveQuestion,
  others: RawDefinition[],
): Unit[] {
  const notCounted = personsCounted(data, programme, definition, question, others);
  return known(data, programme, question.cutoff)
    .filter((enrolment) => selected(enrolment, question.selection) && enrolment.eligible !== "N")
    .filter((enrolment) => inDenominator(enrolment, definition, programme, question))
    .filter((enrolment) => inPopulation(enrolment, definition.population ?? {}) && !notCounted.has(enrolment.person))
    .filter((enrolment) => enrolment.started <= plus(question.cutoff, -(definition.late_entry_days ?? 0)))
    .flatMap((enrolment) =>
      (data.activity ?? [])
        .filter((row) => row.enrolment === enrolment.key && counted(row, programme, question))
        .map((row) => ({
          group: { ...enrolment.values, year: Number(enrolment.started.slice(0, 4)) },
          value: (row.hours ?? null) as number | null,
        })),
    );
}

function counted(row: RawRow, programme: NaiveProgramme, { cutoff }: NaiveQuestion): boolean {
  const day = row.started_on as Day;
  return day <= cutoff && day >= programme.starts_on && day <= programme.ends_on;
}

function inOrder(several: Form[]): Form[] {
  return [...several].sort((a, b) => (a.day < b.day || (a.day === b.day && a.key < b.key) ? -1 : 1));
}

function inStartOrder<Stay extends { started: Day; key: string }>(several: Stay[]): Stay[] {
  return [...several].sort((a, b) => (a.started < b.started || (a.started === b.started && a.key < b.key) ? -1 : 1));
}

import { many, type Person, type Question } from "./persons.ts";

/** What a person in the random programmes can be. `left` 4: not yet. */
const values = {
  sex: ["F", "M"],
  town: ["A", "B", "C"],
  age: ["young", "old"],
  entered: [1, 2, 3],
  left: [1, 2, 3, 4],
  reason: ["work", "study", "other"],
} as const;

/** Every combination that a person could have. */
export const everyKind: readonly Person[] = Object.entries(values)
  .reduce<Person[]>(
    (kinds, [name, each]) => kinds.flatMap((kind) => each.map((value) => ({ ...kind, [name]: value }))),
    [{}],
  )
  .filter(({ entered, left, reason }) => Number(left) >= Number(entered) && (left !== 4 || reason === "other"));

export function randomPersons(random: () => number): Person[] {
  const skew = 0.5 + random() * 2;
  const size = 10 + Math.floor(random() * 71);
  return Array.from({ length: size }, () => everyKind[Math.floor(random() ** skew * everyKind.length)]!).flatMap(
    (kind) => many(1, kind),
  );
}

/** A figure that an evaluator could show: some denominator by a day, perhaps filtered, broken down, with what became of them. */
export function randomQuestion(random: () => number): Question {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const day = pick([1, 2, 3, 3]);
  const exited = random() < 0.5;
  const filter = random() < 0.4 ? pick(["sex", "town", "age"] as const) : undefined;
  const wanted = filter && pick(values[filter] as readonly string[]);
  const columns = ["sex", "town", "age", ...(exited ? ["reason"] : [])].filter((name) => name !== filter);
  const by = columns.filter(() => random() < 0.4).slice(0, 3);
  const isOut = ({ left }: Person): boolean => Number(left) <= day;
  const holds = {
    work: (person: Person): boolean => isOut(person) && person.reason === "work",
    work_or_study: (person: Person): boolean => isOut(person) && person.reason !== "other",
  };
  const names = (["work", "work_or_study"] as const).filter(() => random() < 0.4);
  return {
    measure: exited ? `exited ${day}` : `enrolled ${day}`,
    by,
    margins: random() < 0.6,
    base: (person) =>
      (exited ? isOut(person) : Number(person.entered) <= day) && (!filter || person[filter] === wanted),
    counts: Object.fromEntries(names.map((name) => [name, holds[name]])),
  };
}

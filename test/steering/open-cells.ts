import { attackPopulation, type Told } from "../disclosure/population-attacker.ts";

/** A count that an answer told or hid, with how many units of each person it is of. */
export interface HeardCell {
  name: string;
  of: Int32Array;
  /** What it is in truth, of persons and of those who answered without a name. */
  count: number;
  told: boolean;
  /** Its row is there because of it. */
  present: boolean;
}

const smallestCount = 5;

interface Attacked {
  attacked: number;
  /** What can be worked out. */
  recovered: string[];
}

/**
 * Attacks hidden counts with all that was heard, as somebody who knows which groups of persons are alike in all of it and which groups
 * nobody is of, and only not how many are in each. Twice: a small count stays open by the smallest count that is shown to who
 * does not heed which rows there are; and no hidden count is told exactly to who does.
 */
export function attackCells(cells: readonly HeardCell[]): Attacked {
  const distinct = new Map<string, HeardCell>();
  for (const cell of cells) {
    const key = cell.of.join();
    const before = distinct.get(key);
    if (!cell.of.some((units) => units > 0) && cell.count === 0) continue;
    distinct.set(isNamed(cell) ? key : `${key} ${cell.name}`, {
      ...cell,
      told: cell.told || (before?.told ?? false),
      present: cell.present || (before?.present ?? false),
    });
  }
  const own = [...distinct.values()];
  const { kinds, truth } = kindsOf(own);
  const recovered = toldRemainders(own);
  let attacked = 0;
  for (const heedsRows of [false, true]) {
    const told = own.map(
      ({ count, told, present }, at): Told => ({
        kinds: kinds[at]!,
        count: told ? count : null,
        present: heedsRows && present,
      }),
    );
    const attack = attackPopulation(truth.length, told, truth);
    own.forEach(({ told, count, name }, at) => {
      if (told) return;
      const isSmall = count > 0 && count < smallestCount;
      const by = isSmall && !heedsRows ? smallestCount : 1;
      attacked += 1;
      if (!attack.differs(at, by))
        recovered.push(`${name} is ${count}${heedsRows ? ", by the rows that are there" : ""}`);
    });
    attack.close();
  }
  return { attacked, recovered };
}

/** Of two counts that were told, one within the other, what is left of few. */
function toldRemainders(cells: readonly HeardCell[]): string[] {
  const told = cells.filter((cell) => cell.told && isNamed(cell));
  return told.flatMap((more) =>
    told.flatMap((less) => {
      const left = more.count - less.count;
      const isWithin = left > 0 && left < smallestCount && less.of.every((units, person) => units <= more.of[person]!);
      return isWithin ? [`${left} are left of ${more.name} without ${less.name}`] : [];
    }),
  );
}

const isNamed = ({ of, count }: HeardCell): boolean => of.reduce((sum, units) => sum + units, 0) === count;

/** Persons who are alike in every cell are one kind; those without a name are one of their own in each cell. */
function kindsOf(cells: readonly HeardCell[]): { kinds: Uint8Array[]; truth: Float64Array } {
  const kinds = new Map<string, { units: number[]; persons: number }>();
  const persons = cells[0]?.of.length ?? 0;
  for (let person = 0; person < persons; person++) {
    const units = cells.map(({ of }) => of[person]!);
    if (units.every((each) => each === 0)) continue;
    const key = units.join();
    kinds.set(key, { units, persons: (kinds.get(key)?.persons ?? 0) + 1 });
  }
  cells.forEach((cell, at) => {
    const left = cell.count - cell.of.reduce((sum, units) => sum + units, 0);
    if (left !== 0) kinds.set(`nobody ${at}`, { units: cells.map((_, each) => (each === at ? 1 : 0)), persons: left });
  });
  const list = [...kinds.values()];
  return {
    kinds: cells.map((_, at) => Uint8Array.from(list, ({ units }) => units[at]!)),
    truth: Float64Array.from(list, ({ persons }) => persons),
  };
}

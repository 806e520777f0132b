import { expect, test } from "vitest";
import type { DisclosurePolicy } from "../../electron/disclosure/policy.ts";
import { protectTogether } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import type { EarlierSet, Reason } from "../../electron/disclosure/traced.ts";
import { ask, type Person, partsFor, type Question } from "./persons.ts";
import { attackPopulation, type Told } from "./population-attacker.ts";
import { everyKind, randomPersons, randomQuestion } from "./programme.ts";
import { createRandom } from "./tables.ts";

const solver = await loadSolver();
const sequences = Math.ceil(Number(process.env.SAMMANHANG_TABLES ?? 200) / 200);

test(`a solving attacker recovers nothing from sequences of up to 20 requests, ${sequences} of them`, {
  timeout: 7_200_000,
}, () => {
  const recovered: string[] = [];
  const loss = { refused: 0, toldBefore: 0, cells: 0, small: 0, hidden: 0, undecided: 0 };
  for (let seed = 1; seed <= sequences; seed++) {
    const random = createRandom(seed);
    const persons = randomPersons(random);
    const smallestCount = 3 + (seed % 4);
    const policy: DisclosurePolicy = { smallestCount, smallestBase: 2 * smallestCount, smallestMean: 10 };
    // Sometimes several persons to a part, as where there are more persons than parts.
    const parts = partsFor(persons, seed % 5 === 0 ? 32 : undefined);
    const earlier: EarlierSet[] = [];
    const told = createTold(persons);
    const requests = 1 + Math.floor(random() * 20);
    for (let request = 0; request < requests; request++) {
      const questions = Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomQuestion(random));
      const figures = questions.map((question) => ask(persons, question, parts));
      const { hidden, revealing, sets } = protectTogether(solver, { figures, earlier, policy });
      earlier.push(...sets);
      loss.refused += revealing.length;
      questions.forEach((question, figure) => {
        if (revealing.includes(figure)) return;
        told.hear(question, figures[figure]!.rows, hidden[figure]!);
        for (const reasons of hidden[figure]!)
          for (const reason of Object.values(reasons)) if (reason === "undecided") loss.undecided += 1;
      });
      told.next();
    }
    const counts = told.all();
    // Who does not heed which rows are there learns nothing; who does, no hidden count that the rows do not tell by themselves.
    const attack = attackPopulation(
      everyKind.length,
      counts.map((each) => ({ ...each, present: false })),
      told.truth,
    );
    const heeding = attackPopulation(everyKind.length, counts, told.truth);
    counts.forEach(({ count, truth, name, first }, at) => {
      const isSmall = truth > 0 && truth < smallestCount;
      const width = isSmall ? smallestCount : 1;
      loss.cells += 1;
      if (isSmall) loss.small += 1;
      if (count !== null) {
        if (isSmall) recovered.push(`${seed}: ${name} is shown`);
        return;
      }
      loss.hidden += 1;
      const isOpen = attack.differs(at, width);
      if (!isOpen && isSmall) recovered.push(`${seed}: ${name} = ${truth} within less than ${width}`);
      if (isOpen && heeding.differs(at, 1)) return;
      // What followed from earlier answers already is not given away by this one.
      const hidden = counts.map((each) => (each.since >= first && each.count !== 0 ? { ...each, count: null } : each));
      const before = attackPopulation(everyKind.length, hidden, told.truth);
      if (before.differs(at, 1)) recovered.push(`${seed}: ${name} = ${truth}, exactly`);
      else loss.toldBefore += 1;
      before.close();
    });
    attack.close();
    heeding.close();
  }
  console.log(`${sequences} sequences:`, loss);
  expect(recovered).toEqual([]);
});

interface Heard extends Told {
  truth: number;
  name: string;
  /** The request that asked for it first, and the one that showed it. */
  first: number;
  since: number;
}

/** What an attacker has heard, count by count; the same persons once. */
function createTold(persons: readonly Person[]) {
  const truth = new Float64Array(everyKind.length);
  for (const person of persons) truth[everyKind.indexOf(person)]! += 1;
  const known = new Map<string, Heard>();
  let request = 0;
  const add = (name: string, holds: (person: Person) => boolean, isHidden: boolean, present: boolean): void => {
    const kinds = Uint8Array.from(everyKind, (kind) => (holds(kind) ? 1 : 0));
    const count = kinds.reduce((sum, one, kind) => sum + (one ? truth[kind]! : 0), 0);
    const key = kinds.join("");
    const before = known.get(key);
    const wasShown = before !== undefined && before.count !== null;
    known.set(key, {
      kinds,
      count: isHidden && !wasShown ? null : count,
      present: present || (before?.present ?? false),
      truth: count,
      name: before?.name ?? name,
      first: before?.first ?? request,
      since: wasShown ? before.since : isHidden ? Number.POSITIVE_INFINITY : request,
    });
  };
  return {
    truth,
    all: () => [...known.values()],
    next: () => {
      request += 1;
    },
    hear(
      { by, margins, base, counts = {}, measure }: Question,
      rows: readonly Readonly<Record<string, unknown>>[],
      hidden: readonly Readonly<Record<string, Reason>>[],
    ): void {
      const there = new Map(rows.map((row, at) => [JSON.stringify(by.map((name) => row[name])), at]));
      for (const keys of allRows(by, margins)) {
        const isIn = (person: Person): boolean =>
          base(person) && by.every((name, at) => keys[at] === null || person[name] === keys[at]);
        const at = there.get(JSON.stringify(keys));
        const name = `${measure} ${keys}`;
        if (at === undefined) {
          add(name, isIn, false, false);
          continue;
        }
        add(name, isIn, "n" in hidden[at]!, true);
        for (const [column, holds] of Object.entries(counts)) {
          const isHidden = column in hidden[at]!;
          add(`${name} ${column}`, (person) => isIn(person) && holds(person), isHidden, false);
          if (`${column}_share` in hidden[at]! && rows[at]![column] !== rows[at]!.n && rows[at]![column] !== 0)
            add(`${name} not ${column}`, (person) => isIn(person) && !holds(person), true, false);
        }
      }
    },
  };
}

function allRows(by: readonly string[], margins: boolean): (string | null)[][] {
  return by.reduce<(string | null)[][]>(
    (rows, name) => {
      const codes = [...new Set(everyKind.map((kind) => String(kind[name])))];
      return rows.flatMap((row) => [...codes, ...(margins ? [null] : [])].map((code) => [...row, code]));
    },
    [[]],
  );
}

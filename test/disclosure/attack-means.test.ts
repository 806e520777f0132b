import { expect, test } from "vitest";
import type { DisclosurePolicy } from "../../electron/disclosure/policy.ts";
import { protectTogether } from "../../electron/disclosure/protect-together.ts";
import { loadSolver } from "../../electron/disclosure/solver.ts";
import type { EarlierSet } from "../../electron/disclosure/traced.ts";
import { ask, type Person, type Question } from "./persons.ts";
import { everyKind, randomPersons, randomQuestion } from "./programme.ts";
import { createRandom } from "./tables.ts";

const solver = await loadSolver();
const sequences = Math.ceil(Number(process.env.SAMMANHANG_TABLES ?? 200) / 20);
const smallestMean = 10;

/** Who is behind a mean, by the kinds of persons there could be; the request that asked for it first, and the one that showed it. */
interface Told {
  kinds: number[];
  n: number;
  first: number;
  since: number;
}

/**
 * A mean whose n is shown is a sum of values. So all that is told is a system of linear equations with one unknown for each
 * kind of person, and a hidden mean is given away where its sum follows from the others, whatever the values are.
 */
test(`no hidden mean follows from ${sequences} sequences of requests: n and n × mean are linked tables`, {
  timeout: 7_200_000,
}, () => {
  const recovered: string[] = [];
  const count = { means: 0, hidden: 0, toldBefore: 0 };
  for (let seed = 1; seed <= sequences; seed++) {
    const random = createRandom(seed);
    const persons = [...randomPersons(random), ...randomPersons(random), ...randomPersons(random)];
    const smallestCount = 3 + (seed % 4);
    const policy: DisclosurePolicy = { smallestCount, smallestBase: 2 * smallestCount, smallestMean };
    const earlier: EarlierSet[] = [];
    const told = new Map<string, Told>();
    const nobody: { kind: number; since: number }[] = [];
    const requests = 1 + Math.floor(random() * 5);
    for (let request = 0; request < requests; request++) {
      const questions = Array.from(
        { length: 1 + Math.floor(random() * 3) },
        (): Question => ({ ...randomQuestion(random), measure: "hours", mean: true }),
      );
      const figures = questions.map((question) => ask(persons, question));
      const { hidden, revealing, sets } = protectTogether(solver, { figures, earlier, policy });
      earlier.push(...sets);
      questions.forEach(({ by, margins, base }, figure) => {
        if (revealing.includes(figure)) return;
        const { rows } = figures[figure]!;
        for (const keys of rowsOf(by, margins)) {
          const kinds = everyKind.flatMap((kind, number) =>
            base(kind) && by.every((name, at) => keys[at] === null || kind[name] === keys[at]) ? [number] : [],
          );
          const at = rows.findIndex((row) => by.every((name, each) => row[name] === keys[each]));
          if (at < 0) {
            nobody.push(...kinds.map((kind) => ({ kind, since: request })));
            continue;
          }
          const isHidden = "mean" in hidden[figure]![at]!;
          if ("n" in hidden[figure]![at]!) expect(isHidden).toBe(true);
          const key = kinds.join();
          const before = told.get(key) ?? { kinds, n: Number(rows[at]!.n), first: request, since: Infinity };
          told.set(key, { ...before, since: isHidden ? before.since : Math.min(before.since, request) });
        }
      });
    }
    const all = [...told.values()];
    const spanUntil = (request: number): ((kinds: readonly number[]) => boolean) =>
      createSpan(
        all.filter(({ since }) => since <= request).map(({ kinds }) => kinds),
        new Set(nobody.filter(({ since }) => since <= request).map(({ kind }) => kind)),
      );
    const follows = spanUntil(requests);
    for (const { kinds, n, first, since } of all) {
      count.means += 1;
      if (since < Infinity) {
        if (n < smallestMean) recovered.push(`${seed}: the mean of ${n} is shown`);
        continue;
      }
      count.hidden += 1;
      if (!follows(kinds)) continue;
      if (spanUntil(first - 1)(kinds)) count.toldBefore += 1;
      else recovered.push(`${seed}: the mean of ${n}, asked for in request ${first}`);
    }
  }
  console.log(`${sequences} sequences of means:`, count, `${recovered.length} recovered`);
  expect(recovered).toEqual([]);
  expect(count.hidden).toBeGreaterThan(sequences);
});

/** Says whether a sum over kinds follows from given ones; kinds of which there is nobody add nothing. By elimination. */
function createSpan(
  given: readonly (readonly number[])[],
  nobody: ReadonlySet<number>,
): (kinds: readonly number[]) => boolean {
  const rows: { pivot: number; row: Float64Array }[] = [];
  const reduce = (kinds: readonly number[]): Float64Array => {
    const row = new Float64Array(everyKind.length);
    for (const kind of kinds) if (!nobody.has(kind)) row[kind] = 1;
    for (const known of rows) {
      const factor = row[known.pivot]!;
      if (factor !== 0) for (const [at, value] of known.row.entries()) row[at]! -= factor * value;
    }
    return row.map((value) => (Math.abs(value) < 1e-9 ? 0 : value));
  };
  for (const kinds of given) {
    const row = reduce(kinds);
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) continue;
    const lead = row[pivot]!;
    rows.push({ pivot, row: row.map((value) => value / lead) });
  }
  return (kinds) => reduce(kinds).every((value) => value === 0);
}

function rowsOf(by: readonly string[], margins: boolean): (string | null)[][] {
  const codesOf = (name: string): string[] => [...new Set(everyKind.map((kind: Person) => String(kind[name])))];
  return by.reduce<(string | null)[][]>(
    (rows, name) => rows.flatMap((row) => [...codesOf(name), ...(margins ? [null] : [])].map((code) => [...row, code])),
    [[]],
  );
}

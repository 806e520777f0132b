import { array, assert, integer, property, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { uniteMarks } from "../../electron/disclosure/marks.ts";
import { followsFrom, furtherSums, relationsOf, smallFollowing } from "../../electron/disclosure/span.ts";
import type { Mark } from "../../electron/disclosure/traced.ts";
import { markOf } from "./persons.ts";

const PARTS = 64;
const of = (...persons: number[]): Mark => markOf(persons, PARTS);
const sets = array(uniqueArray(integer({ min: 0, max: 8 }), { minLength: 1 }), { minLength: 1, maxLength: 8 });
const sideOf = (marks: readonly Mark[], side: readonly number[]): Mark => uniteMarks(side.map((set) => marks[set]!));

test("both sides of each equation have the same persons, and so have small sets and what they come from", () => {
  assert(
    property(sets, (numbers) => {
      const marks = numbers.map((persons) => of(...persons));
      for (const { left, right } of relationsOf(marks) ?? []) expect(sideOf(marks, left)).toEqual(sideOf(marks, right));
      for (const { mark, times, from } of smallFollowing(marks, 3)) {
        const repeated = Array.from({ length: times }, () => mark);
        expect(uniteMarks([...repeated, ...from.right.map((set) => marks[set]!)])).toEqual(sideOf(marks, from.left));
        expect(mark.filled.length).toBeLessThan(3);
        expect(followsFrom(marks)(mark)).toBe(true);
      }
    }),
  );
});

test("of all pairs and single persons, those that follow are among the small sets, or made up of some", () => {
  assert(
    property(sets, (numbers) => {
      const marks = numbers.map((persons) => of(...persons));
      const follows = followsFrom(marks);
      const found = smallFollowing(marks, 3).map(({ mark }) => mark.filled);
      const everybody = Array.from({ length: 9 }, (_, person) => person);
      const pairs = everybody.flatMap((one) => everybody.filter((other) => one <= other).map((other) => [one, other]));
      for (const pair of pairs) {
        if (!follows(of(...new Set(pair)))) continue;
        const made = found.filter((persons) => persons.every((person) => pair.includes(person))).flat();
        expect(new Set(made)).toEqual(new Set(pair));
      }
    }),
  );
});

test("a chain of overlapping sets tells whom only the last of them has", () => {
  // a + d = (a + b) + (c + d) − (b + c).
  const chain = [of(1, 2), of(2, 3), of(3, 4), of(1, 4, 5)];
  expect(relationsOf(chain)).toEqual([]);
  expect(smallFollowing(chain, 2)).toEqual([{ mark: of(5), times: 1, from: { left: [1, 3], right: [0, 2] } }]);
  expect(followsFrom(chain)(of(5))).toBe(true);
  expect(followsFrom(chain)(of(1))).toBe(false);
  expect(followsFrom(chain.slice(0, 3))(of(1, 4))).toBe(true);
});

test("three sets that overlap by twos tell each by halves", () => {
  const twos = [of(1, 2), of(1, 3), of(2, 3)];
  expect(smallFollowing(twos, 2)).toContainEqual({ mark: of(1), times: 2, from: { left: [0, 1], right: [2] } });
  expect(relationsOf([...twos, of(1)])).toEqual([{ left: [0, 1], right: [3, 3, 2] }]);
});

test("part of those whom nothing tells apart follows from nothing", () => {
  expect(followsFrom([of(1, 2, 3)])(of(1, 2))).toBe(false);
  expect(followsFrom([of(1, 2, 3)])(of(4))).toBe(false);
});

test("sums that are known already are not said again, and others are said over a set of their own", () => {
  const marks = [of(1, 2), of(3, 4), of(1, 3), of(2, 4)];
  const { sums, unions } = furtherSums(marks, [])!;
  expect(unions).toEqual([of(1, 2, 3, 4)]);
  const said = sums.map((sum) => [...sum].sort((a, b) => a - b).join());
  expect(new Set(said)).toEqual(new Set(["0,1,4", "2,3,4"]));
  const all = [of(1), of(2), of(1, 2)];
  expect(furtherSums(all, [Int32Array.from([2, 0, 1])])?.sums).toEqual([]);
  expect(furtherSums(all, [])?.sums).toEqual([Int32Array.from([2, 0, 1])]);
});

test("among a thousand sets of few persons what follows is found; of too many sets nothing is said", () => {
  const persons = Array.from({ length: 40 }, (_, person) => person);
  // All pairs but those with the last person, and threes: they tell everybody but the last, whom one more pair tells.
  const pairs = persons.slice(0, 39).flatMap((one, at) => persons.slice(at + 1, 39).map((other) => of(one, other)));
  const threes = persons
    .slice(0, 35)
    .flatMap((one, at) => persons.slice(at + 1, 20).map((other) => of(one, other, 38)));
  const many = [...pairs, ...threes];
  expect(many.length).toBeGreaterThan(800);
  expect(smallFollowing(many, 2)).toHaveLength(39);
  expect(smallFollowing([...many, of(0, 39)], 2)).toHaveLength(40);
  const large = Array.from({ length: 1500 }, (_, set) =>
    markOf([set, (set * 7 + 1) % 2048, (set * 13 + 5) % 2048], 2048),
  );
  expect(relationsOf(large)).toBeUndefined();
  expect(furtherSums(large, [])).toBeUndefined();
});

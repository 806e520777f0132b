import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import {
  countOfMark,
  fingerprint,
  foldMark,
  isWithin,
  keyOfMark,
  uniteMarks,
  withoutMarks,
} from "../../electron/disclosure/marks.ts";
import { markOf } from "./persons.ts";

// Marks against counting by parts in a plain array.
const PARTS = 16;
const units = array(integer({ min: 0, max: 40 }), { maxLength: 30 });
const dense = (numbers: readonly number[], parts = PARTS): number[] =>
  Array.from({ length: parts }, (_, part) => numbers.filter((unit) => unit % parts === part).length);

test("sets that are put together have each part's units of all", () => {
  assert(
    property(units, units, (one, other) => {
      const both = uniteMarks([markOf(one, PARTS), markOf(other, PARTS)]);
      expect(both).toEqual(markOf([...one, ...other], PARTS));
      expect(countOfMark(both)).toBe(one.length + other.length);
      expect(fingerprint(both)).toBe(fingerprint(markOf(one, PARTS)) + fingerprint(markOf(other, PARTS)));
    }),
  );
});

test("a set lies in another where no part has more of it, and then leaves the rest", () => {
  assert(
    property(units, units, (one, other) => {
      const [inner, outer] = [dense(one), dense(other)];
      const lies = inner.every((count, part) => count <= outer[part]!);
      expect(isWithin(markOf(one, PARTS), markOf(other, PARTS))).toBe(lies);
      const rest = withoutMarks(markOf(other, PARTS), [markOf(one, PARTS)]);
      if (!lies) expect(rest).toBeUndefined();
      else expect(uniteMarks([rest!, markOf(one, PARTS)])).toEqual(markOf(other, PARTS));
    }),
  );
});

test("in fewer parts a mark is that of the same units, and in more it cannot be told", () => {
  assert(
    property(units, (some) => {
      expect(foldMark(markOf(some, PARTS), 4)).toEqual(markOf(some, 4));
    }),
  );
  expect(() => foldMark(markOf([1], 4), 16)).toThrow("does not fold");
});

test("only equal sets have the same name, and nobody has none", () => {
  assert(
    property(units, units, (one, other) => {
      const isSame = dense(one).join() === dense(other).join();
      expect(keyOfMark(markOf(one, PARTS)) === keyOfMark(markOf(other, PARTS))).toBe(isSame);
    }),
  );
  expect(keyOfMark(markOf([], PARTS))).toBe("");
});

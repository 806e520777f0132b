import { expect, test } from "vitest";
import oracle from "../oracles/kasam-change-large.json" with { type: "json" };
import { ask, type Form } from "./survey.ts";

// From R's wilcox.test and t.test (test/oracles/kasam-change-large.R).
const people = Array.from({ length: oracle.n }, (_, index) => index + 1);
const neutral = Array.from({ length: 13 }, () => 4);
const moved = (i: number) => [
  ...neutral.slice(0, 3),
  2 + ((i * i) % 7),
  2 + ((i * 3) % 5) + (i % 40 === 0 ? 1 : 0),
  3 + (Math.floor(i / 7) % 3),
  ...neutral.slice(6),
];
const form = (i: number, wave: string, answers: number[]): Form => ({ participant: String(i), wave, answers });

test("the test by ranks of more than two thousand persons is told from how many changed by how much", async () => {
  const forms = people.flatMap((i) => [form(i, "baseline", neutral), form(i, "exit", moved(i))]);
  const [total] = await ask(forms, "kasam_change");
  expect(total).toMatchObject({ n: oracle.n, wilcoxon_v: oracle.v, hodges_lehmann: null });
  expect(total?.change).toBeCloseTo(oracle.change, 12);
  expect(total?.t).toBeCloseTo(oracle.t, 9);
  expect(Number(total?.wilcoxon_p) / oracle.p).toBeCloseTo(1, 9);
}, 60_000);

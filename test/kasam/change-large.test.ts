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
  4 + (Math.floor(i / 7) % 3),
  ...neutral.slice(6),
];
const form = (i: number, wave: string, answers: number[]): Form => ({ participant: String(i), wave, answers });

test("ranks and their middle change of more than two thousand persons, from how many changed by how much", async () => {
  const forms = people.flatMap((i) => [form(i, "baseline", neutral), form(i, "exit", moved(i))]);
  const [total] = await ask(forms, "kasam_change");
  const [estimate, lower, upper] = oracle.hl;
  expect(total).toMatchObject({ n: oracle.n, wilcoxon_v: oracle.v });
  expect(total).toMatchObject({ hodges_lehmann: estimate, hl_lower: lower, hl_upper: upper });
  expect(total?.change).toBeCloseTo(oracle.change, 12);
  expect(total?.t).toBeCloseTo(oracle.t, 9);
  expect(Number(total?.wilcoxon_p) / oracle.p).toBeCloseTo(1, 9);
  const [mean, from, to] = oracle.mean_post;
  expect(total?.mean_post).toBeCloseTo(mean as number, 12);
  expect(total?.mean_post_lower).toBeCloseTo(from as number, 11);
  expect(total?.mean_post_upper).toBeCloseTo(to as number, 11);
  // Nobody differs from anybody at the start.
  expect(total).toMatchObject({ mean_pre: 52, mean_pre_lower: 52, mean_pre_upper: 52 });
}, 60_000);

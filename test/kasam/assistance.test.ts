import { expect, test } from "vitest";
import { ask, type Form } from "./survey.ts";

// Scores 50, 53, 57, 61 with help and 49, 55, 58, 60, 66 by oneself; from R:
// t.test(c(50, 53, 57, 61), c(49, 55, 58, 60, 66))
const limits = [-11.0671803963361, 6.3671803963361] as const;
/** Items 4, 5, 6, 8 and 9 are not reversed: what the score is above thirteen fours is shared out among them. */
const places = [3, 4, 5, 7, 8];
const form = (score: number, mode: string): Form => {
  const answers = Array.from({ length: 13 }, () => 4);
  let above = score - 13 * 4;
  for (const place of places) {
    const step = Math.max(-3, Math.min(3, above));
    answers[place] = 4 + step;
    above -= step;
  }
  return { participant: `${mode}${score}`, wave: "baseline", answers, more: { mode } };
};

test("help from staff against answers by oneself, with Welch's interval", async () => {
  const forms = [
    ...[50, 53, 57, 61].map((score) => form(score, "staff_assisted")),
    ...[49, 55, 58].map((score) => form(score, "web")),
    ...[60, 66].map((score) => form(score, "paper")),
    form(64, "interview"),
  ];
  const [total] = await ask(forms, "kasam_assistance");
  expect(total).toMatchObject({ subscale: "total", wave: "baseline", n: 9, n_assisted: 4, n_alone: 5 });
  expect(total).toMatchObject({ mean_assisted: 55.25, mean_alone: 57.6 });
  expect(total?.difference).toBeCloseTo(-2.35, 12);
  expect(total?.lower).toBeCloseTo(limits[0], 10);
  expect(total?.upper).toBeCloseTo(limits[1], 10);
});

test("where nobody was helped there is nothing to compare with", async () => {
  const [total] = await ask([form(50, "web"), form(55, "paper")], "kasam_assistance");
  expect(total).toMatchObject({ n: 2, n_assisted: 0, n_alone: 2, mean_assisted: null, difference: null, lower: null });
});

import { moments } from "./moments.ts";

/**
 * The persons who answered every item: rows without a missing member (NaN), of the length that most rows have (the earliest of
 * equally common ones).
 */
export function completeAnswers(answers: readonly (readonly number[])[]): number[][] {
  const answered = answers.filter((row) => row.length > 0).map((row) => [...row]);
  const lengths = new Map<number, number>();
  for (const row of answered) lengths.set(row.length, (lengths.get(row.length) ?? 0) + 1);
  const most = Math.max(0, ...lengths.values());
  const usual = [...lengths].find(([, count]) => count === most)?.[0];
  return answered.filter((row) => row.length === usual && !row.some(Number.isNaN));
}

/** Covariances of the items, with divisor n − 1. All NaN for fewer than two rows. */
export function covariances(rows: readonly number[][]): number[][] {
  const items = rows[0]?.map((_, item) => rows.map((row) => row[item] as number)) ?? [];
  const centred = items.map((values) => {
    const { mean } = moments(values);
    return values.map((value) => value - mean);
  });
  return centred.map((first) =>
    centred.map(
      (second) => first.reduce((total, value, row) => total + value * (second[row] as number), 0) / (rows.length - 1),
    ),
  );
}

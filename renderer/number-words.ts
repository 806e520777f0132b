import type { Language } from "../electron/contract.ts";

const words: Record<Language, readonly string[]> = {
  sv: ["inget", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
  en: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
};

/** Swedish for nought and one before words of the other gender. */
const common = ["ingen", "en"];

/**
 * Small numbers as running text writes them. Numbers that stand in the same sentence are given together: if one of them
 * is above twelve, all are figures.
 */
export function numberWords(
  numbers: readonly number[],
  language: Language,
  gender: "common" | "neuter" = "neuter",
): string[] {
  if (numbers.some((number) => number > 12)) return numbers.map(String);
  return numbers.map((number) =>
    language === "sv" && gender === "common" && number < 2
      ? (common[number] ?? String(number))
      : (words[language][number] ?? String(number)),
  );
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

import type { Code, Language, Text } from "../contract.ts";

/** Code lists by name, so that a sentence says what codes are called. */
export type CodeLists = Readonly<Record<string, readonly Code[]>>;

/** The same piece of a sentence made in both languages. */
export function both(make: (language: Language) => string): Text {
  return { sv: make("sv"), en: make("en") };
}

const months: Record<Language, string[]> = {
  sv: "januari februari mars april maj juni juli augusti september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** `den 1 oktober 2022`, `1 October 2022`: as they stand after "senast" and "by". */
export function date(day: string, language: Language): string {
  const [year = "", month = "1", date = "1"] = day.split("-");
  const written = `${Number(date)} ${months[language][Number(month) - 1]} ${year}`;
  return language === "sv" ? `den ${written}` : written;
}

/** Stands in a sentence where a number is hidden, until the room puts its own sign there. */
export const hiddenNumber = "\uE000";

/** NaN is a number that is hidden. */
export function number(value: number, language: Language, decimals = 1): string {
  if (Number.isNaN(value)) return hiddenNumber;
  return value.toLocaleString(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: decimals });
}

/** `a`, `a or b`, `a, b or c`. */
export function list(items: readonly string[], word: "or" | "and", language: Language): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const joint = { or: { sv: "eller", en: "or" }, and: { sv: "och", en: "and" } }[word][language];
  return `${items.slice(0, -1).join(", ")} ${joint} ${last}`;
}

export function quoted(text: string, language: Language): string {
  return language === "sv" ? `”${text}”` : `“${text}”`;
}

/** What a code is called; the code itself where its list does not know it. */
export function called(codes: CodeLists, listName: string, code: string, language: Language): string {
  return codes[listName]?.find((each) => each.code === code)?.title[language] ?? code;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}

/** As it stands inside a sentence; a name of capitals such as ISCED keeps them. */
export function small(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase("sv") + text.slice(1) : text;
}

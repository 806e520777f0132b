import type { Language } from "../electron/contract.ts";

/** Numbers and days as the reader's language writes them. Shares are fractions 0..1. Days are days, without a zone. */
export interface Format {
  /** A whole number: `1 204`. */
  count(value: number): string;
  /** A number with at most this many decimals: `3,9`. */
  decimal(value: number, digits?: number): string;
  /** `63 %` in Swedish, `63%` in English. */
  share(value: number, digits?: number): string;
  /** `47–77 %`. */
  shareInterval(lower: number, upper: number): string;
  /** `2,9–4,1`, and `−0,3 till 3,2` where a dash would be read as a minus. */
  decimalInterval(lower: number, upper: number): string;
  /** `1 okt 2022`. */
  date(day: Date | string): string;
  /** `1 oktober 2022`, for running text. */
  longDate(day: Date | string): string;
  /** `1 okt 2022 14:02`, where the reader is. */
  moment(at: string): string;
  /** `okt 2022`. */
  month(day: Date | string): string;
  /** `24 av 38`. */
  outOf(count: number, base: number): string;
  /** `0,4 s`, `35 ms`. */
  duration(milliseconds: number): string;
  /** Puts names after each other: `A, B och C`. */
  list(items: readonly string[]): string;
}

const locales: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };
const thinSpace = "\u202f";
// Word joiners keep an interval on one line.
const dash = "\u2060–\u2060";

export function createFormat(language: Language): Format {
  const locale = locales[language];
  const days = (options: Intl.DateTimeFormatOptions) => dayFormat(locale, options);
  const date = days({ day: "numeric", month: "short", year: "numeric" });
  const longDate = days({ day: "numeric", month: "long", year: "numeric" });
  const month = days({ month: "short", year: "numeric" });
  const lists = new Intl.ListFormat(locale);
  const percent = language === "sv" ? "\u00a0%" : "%";

  const decimal = (value: number, digits = 1) => number(locale, value, digits);
  const share = (value: number, digits = 0) => `${number(locale, value * 100, digits)}${percent}`;
  return {
    count: (value) => number(locale, value, 0),
    decimal,
    share,
    shareInterval: (lower, upper) => `${number(locale, lower * 100, 0)}${dash}${share(upper)}`,
    decimalInterval: (lower, upper) =>
      `${decimal(lower)}${lower < 0 ? (language === "sv" ? " till " : " to ") : dash}${decimal(upper)}`,
    date,
    longDate,
    moment: (at) => momentWords(locale, new Date(at)),
    month,
    outOf: (count, base) => `${number(locale, count, 0)} ${language === "sv" ? "av" : "of"} ${number(locale, base, 0)}`,
    duration: (milliseconds) =>
      milliseconds < 1000
        ? `${number(locale, Math.round(milliseconds), 0)} ms`
        : `${number(locale, milliseconds / 1000, 1)} s`,
    list: (items) => lists.format(items),
  };
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function number(locale: string, value: number, digits: number): string {
  const key = `${locale} ${digits}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  numberFormats.set(key, format);
  return format
    .formatToParts(value)
    .map(({ type, value }) => {
      if (type === "minusSign") return "−";
      return type === "group" && value.trim() === "" ? thinSpace : value;
    })
    .join("");
}

function momentWords(locale: string, at: Date): string {
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  return `${day.format(at).replace(".", "")} ${time.format(at)}`;
}

function dayFormat(locale: string, options: Intl.DateTimeFormatOptions): (day: Date | string) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return (day) => {
    const parts = format.formatToParts(typeof day === "string" ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : day);
    // Swedish abbreviates months with a full stop, which reads as the end of the sentence in an axis or a chip.
    return parts.map((part) => (part.type === "month" ? part.value.replace(".", "") : part.value)).join("");
  };
}

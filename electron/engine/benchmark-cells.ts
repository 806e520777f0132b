import type { Code } from "../contract.ts";
import { municipalityFinder } from "../intake/municipality-name.ts";
import type { BenchmarkValue, Level } from "./benchmark.ts";

/** The area of a row, from its code, its name or both, such as `1781 Kristinehamn`. */
export type AreaFinder = (text: string) => { level: Level; area: string } | undefined;

/**
 * Kolada writes the country as 0000 and a region as 0017, Statistics Sweden as 00 and 17. No municipality has a code that begins
 * with 00, so both are understood.
 */
export function areaFinder(municipalities: Code[]): AreaFinder {
  const find = municipalityFinder(municipalities);
  const codes = new Set(municipalities.map(({ code }) => code));
  const counties = new Set(municipalities.map(({ code }) => code.slice(0, 2)));
  return (text) => {
    const trimmed = text.trim();
    const digits = /^(\d{2}|\d{4})(?=\s|$)/.exec(trimmed)?.[1];
    if (digits !== undefined) {
      if (codes.has(digits)) return { level: "municipality", area: digits };
      const short = digits.length === 4 && digits.startsWith("00") ? digits.slice(2) : digits;
      if (short === "00") return { level: "country", area: "00" };
      return counties.has(short) ? { level: "county", area: short } : undefined;
    }
    if (/^(hela )?riket$|^sverige$/i.test(trimmed)) return { level: "country", area: "00" };
    const area = find(trimmed);
    return area === undefined ? undefined : { level: "municipality", area };
  };
}

const sexes: Record<string, BenchmarkValue["sex"]> = {
  "": "T",
  t: "T",
  total: "T",
  totalt: "T",
  alla: "T",
  "båda könen": "T",
  "1+2": "T",
  "kvinnor och män": "T",
  "män och kvinnor": "T",
  k: "F",
  f: "F",
  kvinna: "F",
  kvinnor: "F",
  women: "F",
  female: "F",
  "2": "F",
  m: "M",
  man: "M",
  män: "M",
  men: "M",
  male: "M",
  "1": "M",
};

/** A file without a column of sex is of all. Statistics Sweden's codes are 1 for men and 2 for women. */
export function sexOf(text: string): BenchmarkValue["sex"] | undefined {
  return sexes[text.trim().normalize("NFC").toLowerCase()];
}

const symbols = ["-", "–", ".", "..", "…", "***"];

/**
 * A number with decimal comma or point, with spaces or the other sign between thousands; or a symbol, which is kept. An empty cell
 * is a value that nobody gave. Undefined where it is none of these.
 */
export function readValue(text: string): Pick<BenchmarkValue, "value" | "symbol"> | undefined {
  const written = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
  if (written === "") return { value: null, symbol: null };
  if (symbols.includes(written)) return { value: null, symbol: written };
  const decimal = Math.max(written.lastIndexOf(","), written.lastIndexOf("."));
  const whole = decimal < 0 ? written : written.slice(0, decimal).replaceAll(/[.,](?=\d{3}(?!\d))/g, "");
  const fraction = decimal < 0 ? "" : `.${written.slice(decimal + 1)}`;
  return /^-?\d+$/.test(whole) && /^(\.\d+)?$/.test(fraction)
    ? { value: Number(`${whole}${fraction}`), symbol: null }
    : undefined;
}

import type { Code } from "../contract.ts";

/**
 * Looks a municipality up by its code, with or without leading zeros, or by its name: as it is, in the genitive, with
 * "kommun" or "stad", in any case. Without å, ä and ö too, as old systems and scanned reports write, unless two
 * municipalities then have one name (Habo and Håbo): spelt right, each of them is found.
 */
export function municipalityFinder(codes: Code[]): (text: string) => string | undefined {
  const exact = new Map<string, string>();
  const loose = new Map<string, string | undefined>();
  for (const { code, title } of codes) {
    for (const spelling of spellings(code, title.sv.toLowerCase())) {
      exact.set(spelling, code);
      const bare = withoutAccents(spelling);
      loose.set(bare, loose.has(bare) && loose.get(bare) !== code ? undefined : code);
    }
  }
  return (text) => {
    const given = text.trim().replaceAll(/\s+/g, " ").normalize("NFC").toLowerCase();
    return exact.get(given) ?? loose.get(withoutAccents(given));
  };
}

function spellings(code: string, name: string): string[] {
  const forms = /[sxz]$/.test(name) ? [name] : [name, `${name}s`];
  return [code, code.replace(/^0+/, ""), ...forms.flatMap((form) => [form, `${form} kommun`, `${form} stad`])];
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

import type { Language } from "../contract.ts";

/** What a report's files are called, without their ending: `1781-kristinehamn.sv`, or the programme's name. */
export function reportFile(about: { code: string; name: string } | string, language: Language): string {
  return `${typeof about === "string" ? about : `${about.code}-${plainLetters(about.name)}`}.${language}`;
}

/** A name in letters that every disk and mail system takes. */
function plainLetters(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s-]/g, "")
    .trim()
    .replaceAll(/[\s-]+/g, "-");
}

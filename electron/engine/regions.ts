import type { Code, Problem } from "../contract.ts";
import { problem } from "./definition-problems.ts";
import { literal } from "./literal.ts";
import type { RegionDefinition } from "./region-definition.ts";

type Region = RegionDefinition & { file: string };

/** Codes of no municipality, and municipalities in two regions: a person would be in both groups. The first region by name keeps it. */
export function regionProblems(regions: readonly Region[], municipalities: readonly Code[]): Problem[] {
  const known = new Set(municipalities.map(({ code }) => code));
  const owners = new Map<string, string>();
  return regions.flatMap(({ file, region, municipalities: codes }) =>
    codes.flatMap((code, index) => {
      const path = ["municipalities", index];
      const owner = owners.get(code);
      if (!known.has(code)) {
        return problem(file, path, {
          sv: `Det finns ingen kommun med koden "${code}". Skriv fyra siffror, som 1781.`,
          en: `There is no municipality with the code "${code}". Write four digits, such as 1781.`,
        });
      }
      if (owner === undefined) {
        owners.set(code, region);
        return [];
      }
      return problem(file, path, {
        sv: `Kommunen ${code} hör redan till regionen "${owner}" och räknas där. Ta bort den ur en av dem.`,
        en: `The municipality ${code} already belongs to the region "${owner}" and is counted there. Remove it from one of them.`,
      });
    }),
  );
}

/** What regions are called, and what those are called who are in none. */
export function regionCodes(regions: readonly RegionDefinition[]): Code[] {
  if (regions.length === 0) return [];
  const none = { code: "U", title: { sv: "Ingen region", en: "No region" } };
  return [...regions.map(({ region, title }) => ({ code: region, title })), none];
}

/** The macro that says to which region a municipality belongs; null for one in none. Constants, as in fact-macros.ts. */
export function regionMacro(regions: readonly RegionDefinition[]): string {
  const cases = regions.map(
    ({ region, municipalities }) =>
      `when municipality in (${municipalities.map(literal).join(", ")}) then ${literal(region)}`,
  );
  return `create macro region_of(municipality) as (case ${cases.length > 0 ? cases.join(" ") : "when true then null::varchar"} end)`;
}

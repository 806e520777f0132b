import { readScale } from "../../electron/engine/definitions.ts";
import type { FixtureRow } from "../fixtures/build.ts";
import type { Tables } from "../indicators/ask.ts";

/** Twelve municipalities in the Swedish order of their names, which is neither that of their codes nor that of the alphabet's bytes. */
export const municipalities = [
  ["1984", "Arboga"],
  ["2582", "Boden"],
  ["1438", "Dals-Ed"],
  ["1730", "Eda"],
  ["2080", "Falun"],
  ["2180", "Gävle"],
  ["0643", "Habo"],
  ["0680", "Jönköping"],
  ["1715", "Kil"],
  ["2321", "Åre"],
  ["0765", "Älmhult"],
  ["1880", "Örebro"],
].map(([code]) => code!);

/** Persons who have left, k of n of them to work, in each of the municipalities in turn. */
export function leavers(k: number[], n: number[]): Tables {
  const enrolment = n.flatMap((size, unit) =>
    Array.from(
      { length: size },
      (_, person): FixtureRow => ({
        participant: `P${unit}-${person}`,
        municipality: municipalities[unit]!,
        ended_on: "2022-06-01",
        exit_reason: person < k[unit]! ? "work" : "other",
      }),
    ),
  );
  return { enrolment };
}

const text = { sv: "…", en: "…" };

/** One item, so that the score is the answer. */
export const mood = readScale("scale.json", {
  scale: "mood",
  title: text,
  description: text,
  source: "test",
  items: [1],
  lowest: 0,
  highest: 100,
}).definition!;

/** One questionnaire for each value, in each of the municipalities in turn. */
export function respondents(values: number[][], modes: string[] = ["paper"]): Tables {
  const forms = values.flatMap((list, unit) =>
    list.map((value, person) => ({ id: `R${unit}-${person}`, unit, value, mode: modes[person % modes.length]! })),
  );
  return {
    response: forms.map(({ id, unit, mode }) => ({
      response: id,
      instrument: "mood",
      wave: "exit",
      participant: null,
      municipality: municipalities[unit]!,
      answered_on: "2022-06-01",
      mode,
    })),
    answer: forms.map(({ id, value }) => ({ response: id, item: "1", value })),
  };
}

import type { ExtractMeta } from "../contract.ts";
import { ageFloors, floorSql } from "../intake/age-floors.ts";
import { literal } from "./literal.ts";
import { loadedProgrammes } from "./loaded-programmes.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";

type Programme = Pick<ProgrammeDefinition, "programme" | "age_bands">;

/** The common age groups of ESF+, for a programme that nobody has defined. */
const commonAgeBands: ProgrammeDefinition["age_bands"] = [
  { label: "0-17", from: 0, to: 17 },
  { label: "18-29", from: 18, to: 29 },
  { label: "30-54", from: 30, to: 54 },
  { label: "55+", from: 55, to: 150 },
];

/**
 * The macros that the loaded data decide. They are constants rather than look-ups, because DuckDB folds a constant away
 * and joins a look-up to every row: a quarter of the time of a count over ten million enrolments.
 */
export function factMacros(extracts: ExtractMeta[], programmes: Programme[]): string[] {
  const loaded = loadedProgrammes(extracts);
  const latest = loaded.map((programme) => {
    const days = extracts.filter((each) => each.programme === programme).map((each) => each.as_of);
    return `when ${literal(programme)} then date ${literal(days.sort().at(-1) ?? "")}`;
  });
  const own = programmes.filter(({ programme }) => loaded.includes(programme));
  const byProgramme = (of: (bands: Programme["age_bands"]) => string): string => {
    const cases = own.map(({ programme, age_bands }) => `when ${literal(programme)} then ${of(age_bands)}`);
    // A case of SQL has at least one branch.
    return `(case programme ${cases.length > 0 ? cases.join(" ") : "when null then null"} else ${of(commonAgeBands)} end)`;
  };
  return [
    `create macro default_programme(programme) as coalesce(programme::varchar, ${literal(loaded[0] ?? null)})`,
    `create macro as_of(programme) as ${latest.length > 0 ? `(case default_programme(programme) ${latest.join(" ")} end)` : "null::date"}`,
    `create macro age_band(programme, age) as ${byProgramme(bandOf)}`,
    `create macro age_floor(programme, age) as ${byProgramme((each) => floorSql("age", ageFloors(each)))}`,
  ];
}

function bandOf(bands: Programme["age_bands"]): string {
  const cases = bands.map(({ label, from, to }) => `when age between ${from} and ${to} then ${literal(label)}`);
  return `(case ${cases.join(" ")} else 'U' end)`;
}

import { type Compilation, known } from "./indicator-context.ts";
import { inMunicipality, unknownGroups } from "./indicator-dated.ts";
import { type Steps, step } from "./indicator-sql.ts";

/** The milestones of the nodes: reached or not; a dropped one is neither, and is said. */
export function milestoneSteps(compilation: Compilation): Steps {
  const nodes = compilation.bind("nodes", compilation.definition.milestone, "varchar[]");
  return {
    steps: [
      step(
        "population",
        `select milestone.*, milestone.reached_on as started_on, ${unknownGroups}
  from ${known("known_milestone", compilation, { selected: true })} as milestone
  where list_contains(${nodes}, milestone.node)${inMunicipality(compilation, "milestone")}`,
      ),
      step(
        "judged",
        "select population.*, if(population.status = 'dropped', null, population.status = 'reached') as result\n  from population",
      ),
    ],
    result: "judged",
  };
}

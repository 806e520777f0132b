import type { Denominator, Selection } from "../contract.ts";
import type { Bind } from "./indicator-binder.ts";
import type { Breakdown, IndicatorDefinition } from "./indicator-definition.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import type { ScaleDefinition } from "./scale-definition.ts";

/** What an indicator is asked for, with everything settled. */
export interface IndicatorQuestion {
  by: Breakdown[];
  denominator: Denominator;
  /** `YYYY-MM-DD`; never "as of", because the host knows which day that is. */
  cutoff: string;
  selection: Selection;
  margins: boolean | "each";
  /** Adds the number of persons whose hours they are: activities are not persons. */
  persons?: boolean;
  /** Asked for, its unit is the only group column. */
  comparison?: {
    unit: Breakdown;
    /** Each unit against each other, instead of against the rest. */
    pairs: boolean;
    /** Whose mix is made alike; empty leaves the estimates as they are. */
    standardise: Breakdown[];
  };
}

/** What each part of the compiler needs to write its SQL. */
export interface Compilation {
  definition: IndicatorDefinition;
  programme: ProgrammeDefinition;
  question: IndicatorQuestion;
  bind: Bind;
  /** The other indicators, for `not_in`. */
  others: ReadonlyMap<string, IndicatorDefinition>;
  scales: ReadonlyMap<string, ScaleDefinition>;
  /** Names of the indicators that are being compiled, so that a circle is noticed. */
  within: readonly string[];
}

/** The cut-off as it stands in the SQL. */
export function cutoffOf({ bind, question }: Compilation): string {
  return bind("cutoff", question.cutoff, "date");
}

/** A call of a base macro with the question's programme and cut-off; what it selects is passed only where it decides. `part`: all, whatever is selected. */
export function known(table: string, compilation: Compilation, options: { selected: boolean | "part" }): string {
  const { bind, question, programme } = compilation;
  const given = [bind("programme", programme.programme, "varchar"), cutoffOf(compilation)];
  if (options.selected) {
    const selection = Object.keys(question.selection).length > 0 ? JSON.stringify(question.selection) : null;
    const bound = bind("selection", selection, "varchar");
    given.push(options.selected === "part" ? `part_of(${bound})` : bound);
  }
  return `${table}(${given.join(", ")})`;
}

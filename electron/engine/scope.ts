import { z } from "zod";
import type { ExtractMeta, Scope, Selection, Value, ViewEntry } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import { loadedProgrammes } from "./loaded-programmes.ts";

/** A scope with everything settled: which programme, and on which day. */
export interface SettledScope {
  /** Null while nothing is loaded. */
  programme: string | null;
  cutoff: string | null;
  selection: Selection;
}

/** The columns of an enrolment that a reader may select on: those of the base macro `matches_selection`, which ignores any other. */
const selectable = [
  "municipality",
  "sex",
  "age_band",
  "foreign_born",
  "foreign_background",
  "disability",
  "education",
  "inflow_route",
  "target_group",
  "status_at_start",
  "income_at_start",
];

/**
 * Settles what a page leaves open, as the base macros do: the first programme that is loaded, and the latest day as of which its data
 * were delivered. Throws a Refusal for a programme that nobody has loaded and for a selection on a column that has none.
 */
export function settleScope(scope: Scope, extracts: ExtractMeta[]): SettledScope {
  const loaded = loadedProgrammes(extracts);
  const programme = scope.programme ?? loaded[0] ?? null;
  if (programme !== null && !loaded.includes(programme)) {
    throw new Refusal("programme_not_loaded", {
      sv: `Programmet "${programme}" har inget uttag i arbetsytan. ${loaded.length > 0 ? `Här finns ${loaded.join(", ")}.` : "Läs in ett uttag först."}`,
      en: `The programme "${programme}" has no extract in this workspace. ${loaded.length > 0 ? `It holds ${loaded.join(", ")}.` : "Load an extract first."}`,
    });
  }
  const days = extracts.filter((each) => each.programme === programme).map((each) => each.as_of);
  return { programme, cutoff: scope.cutoff ?? days.sort().at(-1) ?? null, selection: checked(scope.selection ?? {}) };
}

function checked(selection: Selection): Selection {
  const unknown = Object.keys(selection).find((column) => !selectable.includes(column));
  if (unknown === undefined) return selection;
  throw new Refusal("unknown_column", {
    sv: `Det går inte att göra urval på "${unknown}". Välj bland ${selectable.join(", ")}.`,
    en: `One cannot select on "${unknown}". Choose one of ${selectable.join(", ")}.`,
  });
}

/** A selection as it is written for SQL: JSON of columns with lists of codes. */
export function parseSelection(text: string): Selection {
  try {
    return selectionShape.parse(JSON.parse(text));
  } catch (cause) {
    throw new Refusal(
      "wrong_selection",
      {
        sv: 'Urvalet går inte att läsa. Skriv det som {"sex": ["F"]}: kolumner med de koder som ska vara med.',
        en: 'The selection cannot be read. Write it like {"sex": ["F"]}: columns with the codes to keep.',
      },
      { cause },
    );
  }
}

const selectionShape = z.record(z.string(), z.array(z.string()));

/** The parameters of a view that the page's scope fills; what the request gives itself wins. */
export function scopeParams(view: ViewEntry, scope: SettledScope, given: Record<string, Value>): Record<string, Value> {
  const selected = Object.keys(scope.selection).length > 0;
  const filled: Record<string, Value> = {
    programme: scope.programme,
    cutoff: scope.cutoff,
    selection: selected ? JSON.stringify(scope.selection) : null,
  };
  const declared = view.params.filter(({ name }) => name in filled && filled[name] !== null);
  return { ...Object.fromEntries(declared.map(({ name }) => [name, filled[name]!])), ...given };
}

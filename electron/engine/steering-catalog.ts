import type { Catalog, ExtractEntry, LoadReport, ViewEntry } from "../contract.ts";
import { isForSteering } from "./steering-rules.ts";

/** What there is to ask for in the steering room, without anything that counts or quotes rows. */
export function steeringCatalog(catalog: Catalog): Catalog {
  return {
    ...catalog,
    views: catalog.views.filter(isForSteering).map(withoutText),
    extracts: catalog.extracts.map(withoutRows),
    sql: { tables: {}, functions: [] },
    problems: [],
  };
}

/** An evaluator's own SQL may name a person's number in a condition. */
function withoutText(view: ViewEntry): ViewEntry {
  return view.origin === "shipped" ? view : { ...view, sql: "", checks: [] };
}

function withoutRows(extract: ExtractEntry): ExtractEntry {
  const { coarsened: _, ...entry } = extract;
  return { ...entry, note: null, tables: [], report: emptyReport(extract) };
}

function emptyReport({ extract, programme, as_of, report: { verdict } }: ExtractEntry): LoadReport {
  return {
    verdict,
    extract,
    programme,
    as_of,
    tables: [],
    set_aside: [],
    flags: [],
    refusals: [],
    confirmations: [],
    notes: [],
  };
}

import type { Catalog, ProgrammeEntry } from "../electron/contract.ts";

/** A column that the reader may select on, with the codes to choose from. */
export interface SelectableColumn {
  name: string;
  /** The code list that names its codes. */
  list: string;
  codes: string[];
}

/** Columns of `known_enrolment` that the engine selects on, and the list that names their codes. */
export const selectableLists: Record<string, string> = {
  municipality: "municipality",
  sex: "sex",
  foreign_born: "yes_no",
  foreign_background: "yes_no",
  disability: "yes_no",
  education: "education",
  inflow_route: "inflow_route",
  target_group: "target_group",
  status_at_start: "status_at_start",
  income_at_start: "income_at_start",
};

/** In the order above. Of municipalities, the programme's own; columns without a list of codes are left out. */
export function selectableColumns(catalog: Catalog, programme: ProgrammeEntry | undefined): SelectableColumn[] {
  return Object.entries(selectableLists).flatMap(([name, list]) => {
    const known = (catalog.codes[list] ?? []).map((entry) => entry.code);
    const own = name === "municipality" ? (programme?.municipalities ?? []) : [];
    const codes = own.length > 0 ? known.filter((code) => own.includes(code)) : known;
    return codes.length === 0 ? [] : [{ name, list, codes }];
  });
}

import type { Catalog, Code, ProgrammeEntry } from "../../electron/contract.ts";
import { openingAddress, type PageScope, readScope } from "../scope.ts";

/** What a report is about: a programme, or one municipality of it. */
export interface ReportSubject {
  programme: ProgrammeEntry;
  municipality: Code | null;
  /** Of the programme, with the cut-off that its page opens with. */
  scope: PageScope;
}

/** Undefined where the workspace has no data of the programme. Without a name it is the first that is loaded. */
export function findSubject(
  catalog: Catalog,
  programme: string | undefined,
  municipality: string | null,
): ReportSubject | undefined {
  const scope = readScope(catalog, openingAddress(catalog, "report", programme));
  if (scope.programme === undefined || (programme !== undefined && scope.programme.name !== programme))
    return undefined;
  const place = municipality === null ? null : placeOf(catalog, municipality);
  return { programme: scope.programme, municipality: place, scope };
}

function placeOf({ codes }: Catalog, municipality: string): Code {
  const known = codes.municipality?.find(({ code }) => code === municipality);
  return known ?? { code: municipality, title: { sv: municipality, en: municipality } };
}

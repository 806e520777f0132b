import type { Catalog, IndicatorEntry, ProgrammeEntry } from "../../electron/contract.ts";

/** A programme's own in its order, then those of the workspace that no programme lists: they apply to any. */
export function listedIndicators(catalog: Catalog, programme: ProgrammeEntry): IndicatorEntry[] {
  const own = programme.indicators.flatMap((name) => catalog.indicators.find((entry) => entry.name === name) ?? []);
  const free = catalog.indicators.filter((entry) => entry.origin === "workspace" && entry.programmes.length === 0);
  return [...own, ...free];
}

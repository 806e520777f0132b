import type { Catalog, ExtractEntry, ProgrammeEntry, Room, Scope } from "../electron/contract.ts";
import type { Address } from "./address.ts";

/** What the page is about, with every default worked out: what the bar shows and the figures are asked with. */
export interface PageScope {
  programme: ProgrammeEntry | undefined;
  /** The programme's current extracts: the latest of each supplier. */
  extracts: ExtractEntry[];
  /** The day of the latest of them; null without extracts. */
  asOf: string | null;
  /** The chosen cut-off, else `asOf`. */
  cutoff: string | null;
  /** The steering room has only the cut-offs that the programme names. */
  room: Room;
  /** For `Host.figures`. Leaves to the engine what the reader has not chosen. */
  request: Scope;
}

/** The default programme is the first that is loaded, in the catalogue's order, as in the engine. */
export function readScope(catalog: Catalog, address: Address): PageScope {
  const loaded = catalog.programmes.filter((programme) => programme.loaded);
  const programme = loaded.find((candidate) => candidate.name === address.programme) ?? loaded[0];
  const extracts = catalog.extracts.filter((extract) => extract.current && extract.programme === programme?.name);
  const asOf = extracts.map((extract) => extract.as_of).reduce<string | null>(latest, null);
  return {
    programme,
    extracts,
    asOf,
    cutoff: address.cutoff ?? asOf,
    room: catalog.room,
    request: {
      ...(programme === undefined ? {} : { programme: programme.name }),
      ...(address.cutoff === undefined ? {} : { cutoff: address.cutoff }),
      ...(Object.keys(address.selection).length === 0 ? {} : { selection: address.selection }),
    },
  };
}

/** Where a programme opens. Its own days and groups are not another's, so nothing chosen before carries over. */
export function openingAddress(catalog: Catalog, page: string, programme?: string): Address {
  const address: Address = { page, selection: {}, params: {}, ...(programme === undefined ? {} : { programme }) };
  const cutoff = openingCutoff(readScope(catalog, address));
  return cutoff === undefined ? address : { ...address, cutoff };
}

/**
 * The cut-off that a programme opens with. A programme that was over when the extract was made is read as its reports
 * were: at their last day. One that is going on is read as it stands.
 */
function openingCutoff(scope: PageScope): string | undefined {
  const { programme, asOf } = scope;
  if (programme === undefined || asOf === null || programme.ends_on > asOf) return undefined;
  const days = programme.cutoffs.map((cutoff) => cutoff.on).filter((day) => day < asOf);
  return days.sort().at(-1);
}

function latest(a: string | null, b: string): string {
  return a === null || b > a ? b : a;
}

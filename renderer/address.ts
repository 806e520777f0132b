import type { Selection } from "../electron/contract.ts";

/** Where the reader is: everything that a bookmark, the back button or reopening must bring back. */
export interface Address {
  /** The page's name in the registry; empty where the address names none. */
  page: string;
  /** Undefined: the default programme. */
  programme?: string;
  /** `YYYY-MM-DD`. Undefined: the extract's own day. */
  cutoff?: string;
  selection: Selection;
  /** What the page itself keeps in the address, such as the name of the view that is open. */
  params: Record<string, string>;
}

const selectionPrefix = "where.";

/** Reads a URL hash such as `#/overview?cutoff=2022-10-01&where.sex=F`. What it cannot read it leaves out. */
export function readAddress(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const address: Address = { page: decode(path), selection: {}, params: {} };
  for (const [key, value] of new URLSearchParams(query)) {
    if (key === "programme") address.programme = value;
    else if (key === "cutoff") {
      if (isDay(value)) address.cutoff = value;
    } else if (key.startsWith(selectionPrefix)) {
      const column = key.slice(selectionPrefix.length);
      // A name such as `constructor` stands on every object: only what was read counts.
      const before = Object.hasOwn(address.selection, column) ? address.selection[column] : [];
      address.selection[column] = [...(before ?? []), value];
    } else address.params[key] = value;
  }
  return address;
}

/** The hash of an address, with `#`. Equal addresses give equal hashes, whatever order their parts were set in. */
export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.programme !== undefined) query.set("programme", address.programme);
  if (address.cutoff !== undefined) query.set("cutoff", address.cutoff);
  for (const column of Object.keys(address.selection).sort()) {
    for (const code of [...new Set(address.selection[column])].sort()) query.append(selectionPrefix + column, code);
  }
  for (const key of Object.keys(address.params).sort()) query.set(key, address.params[key] ?? "");
  const text = query.toString();
  return `#/${encodeURIComponent(address.page)}${text === "" ? "" : `?${text}`}`;
}

/** The address of another page: programme, cut-off and selection stay, the page's own parameters do not. */
export function onPage(address: Address, page: string, params: Record<string, string> = {}): Address {
  return { ...address, page, params };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import type { Findings } from "./report.ts";

export interface ReceiveOptions {
  /** A folder or a .zip file. */
  source: string;
  /** Where the files go; it exists and is empty. */
  target: string;
  findings: Findings;
  /** `total` is missing where the package is packed. */
  onBytes: (count: number, total?: number) => void;
  signal: AbortSignal;
}

/** A link could lead out of the package, to a file that nobody meant to deliver. */
export const linkMessage = {
  sv: "Paketet innehåller en länk i stället för en fil. Lägg in själva filen.",
  en: "The package holds a link instead of a file. Put the file itself there.",
};

import type { LoadFinding, LoadReport, Text } from "../contract.ts";

/** Collects what is found in a package while it is read. Nothing here ever holds a value from a row. */
export interface Findings {
  refusals: LoadFinding[];
  confirmations: LoadReport["confirmations"];
  notes: Text[];
}

export interface Place {
  file: string;
  line?: number | null;
  column?: string | null;
}

export function createFindings(): Findings {
  return { refusals: [], confirmations: [], notes: [] };
}

export function finding(place: Place, rule: string, message: Text): LoadFinding {
  return { file: place.file, line: place.line ?? null, column: place.column ?? null, rule, message };
}

export function refuse(findings: Findings, place: Place, rule: string, message: Text): void {
  findings.refusals.push(finding(place, rule, message));
}

export function note(findings: Findings, sv: string, en: string): void {
  findings.notes.push({ sv, en });
}

/** The warnings that nobody has confirmed yet. */
export function unconfirmed(findings: Findings, confirm: string[]): LoadReport["confirmations"] {
  return findings.confirmations.filter(({ code }) => !confirm.includes(code));
}

import type { ReactNode } from "react";

interface SectionProps {
  /** Of the heading, for the table of contents. */
  id: SectionName;
  title: string;
  /** What is counted, or how it is to be read. */
  means?: string;
  children: ReactNode;
}

/** The parts of a report in their order; the table of contents lists those that it has. */
export const sectionNames = [
  "participants",
  "flow",
  "reasons",
  "indicators",
  "denominators",
  "change",
  "municipalities",
  "theory",
  "caveats",
  "definitions",
  "sources",
  "method",
] as const;

export type SectionName = (typeof sectionNames)[number];

export function Section({ id, title, means = "", children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {means === "" ? null : <p className="means">{means}</p>}
      {children}
    </section>
  );
}

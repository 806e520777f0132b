import { FigurePart } from "./figure-part.tsx";
import type { ReportContent } from "./report-content.ts";
import { Section } from "./section.tsx";

/** How many come to each step, and why they left. */
export function FlowSections({ content }: { content: ReportContent }) {
  const { figures, wording } = content;
  const { t, say } = wording;
  const parts = [
    { id: "flow", figure: figures.flow, title: t("overview.flow"), columns: ["step", "k", "dropped", "n", "share"] },
    {
      id: "reasons",
      figure: figures.reasons,
      title: t("overview.reasons"),
      columns: ["exit_reason", "k", "n", "share"],
    },
  ] as const;
  return parts.map(({ id, figure, title, columns }) => (
    <Section key={id} id={id} title={title} means={say(figure?.meta.description ?? { sv: "", en: "" })}>
      <FigurePart figure={figure} title={title} columns={columns} content={content} />
    </Section>
  ));
}

import font from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ChangeSection } from "./change-section.tsx";
import { CaveatsSection, MethodSection, SourcesSection } from "./closing-sections.tsx";
import { DefinitionsSection } from "./definitions-section.tsx";
import { DenominatorsSection } from "./denominators-section.tsx";
import { FlowSections } from "./flow-sections.tsx";
import { IndicatorsSection } from "./indicators-section.tsx";
import { MunicipalitiesSection } from "./municipalities-section.tsx";
import { ParticipantsSection } from "./participants-section.tsx";
import rules from "./report.css?inline";
import type { ReportContent } from "./report-content.ts";
import { TheorySection } from "./theory-section.tsx";
import { reportTitle, TitleBlock } from "./title-block.tsx";

const fontFace = `@font-face { font-family: Inter; font-weight: 100 900; src: url(${font}) format("woff2") }`;

/** One HTML file that stands alone: its rules, its type and its charts are in it, and it fetches and runs nothing. */
export function reportPage(content: ReportContent): string {
  const { wording, subject } = content;
  const title = [reportTitle(content), subject.municipality === null ? "" : wording.say(subject.programme.title)]
    .filter(Boolean)
    .join(" · ");
  const sections = renderToStaticMarkup(<Sections content={content} />);
  const page = (
    <html lang={wording.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta httpEquiv="Content-Security-Policy" content={allowed} />
        <title>{title}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own rules, which React would write with entities. */}
        <style dangerouslySetInnerHTML={{ __html: `${fontFace}\n${rules}` }} />
      </head>
      <body>
        <main>
          <TitleBlock content={content} />
          <Contents sections={sections} label={wording.t("outcome_report.contents")} />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React has just written it. */}
          <div dangerouslySetInnerHTML={{ __html: sections }} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

/** The file is opened from a disk, where nothing else says what it may do. */
const allowed = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

function Sections({ content }: { content: ReportContent }): ReactElement {
  return (
    <>
      <ParticipantsSection content={content} />
      <FlowSections content={content} />
      <IndicatorsSection content={content} />
      <DenominatorsSection content={content} />
      <ChangeSection content={content} />
      <MunicipalitiesSection content={content} />
      <TheorySection content={content} />
      <CaveatsSection content={content} />
      <DefinitionsSection content={content} />
      <SourcesSection content={content} />
      <MethodSection content={content} />
    </>
  );
}

/** Read from the sections' own headings, since a section that has nothing to say is not there. */
function Contents({ sections, label }: { sections: string; label: string }) {
  const headings = Array.from(sections.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g), ([, id, title]) => ({ id, title }));
  return (
    <nav aria-label={label}>
      <ol>
        {headings.map(({ id, title }) => (
          <li key={id}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a heading as React has written it. */}
            <a href={`#${id}`} dangerouslySetInnerHTML={{ __html: title ?? "" }} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

import { z } from "zod";
import type { Text } from "../contract.ts";
import { type Findings, note, refuse } from "./report.ts";

/** `extract.json`, with what it leaves out filled in. */
export interface Manifest {
  programme: string;
  as_of: string;
  completeness: "preliminary" | "final";
  supplied_by: string;
  items: "raw" | "already_reversed";
  /** Records by table, where the supplier says how many there are. */
  rows: Record<string, number>;
  note: string | null;
  synthetic: boolean;
}

export const manifestFile = "extract.json";

const schema = z.object({
  format: z.literal("sammanhang-extract/1"),
  programme: z.string().trim().min(1),
  as_of: z.iso.date(),
  completeness: z.enum(["preliminary", "final"]).default("preliminary"),
  supplied_by: z.string().trim().default(""),
  items: z.enum(["raw", "already_reversed"]).default("raw"),
  rows: z.record(z.string(), z.int().min(0)).default({}),
  note: z.string().nullable().default(null),
  synthetic: z.boolean().default(false),
});

/** What each field should hold, for the sentence about one that does not. */
const expected: Record<keyof Manifest | "format", Text> = {
  format: { sv: "texten sammanhang-extract/1", en: "the text sammanhang-extract/1" },
  programme: { sv: "programmets namn", en: "the programme's name" },
  as_of: { sv: "uttagsdagen som ÅÅÅÅ-MM-DD", en: "the day of the extract as YYYY-MM-DD" },
  completeness: { sv: "preliminary eller final", en: "preliminary or final" },
  supplied_by: { sv: "leverantörens namn", en: "the supplier's name" },
  items: { sv: "raw eller already_reversed", en: "raw or already_reversed" },
  rows: { sv: "antal rader för varje tabell", en: "the number of rows of each table" },
  note: { sv: "text", en: "text" },
  synthetic: { sv: "true eller false", en: "true or false" },
};

/** undefined when the manifest cannot be understood; the findings say why. Without `programmes` any will do. */
export function parseManifest(
  file: string,
  text: string,
  programmes: string[] | undefined,
  findings: Findings,
): Manifest | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    refuse(findings, { file }, "manifest_invalid", {
      sv: `${file} är inte giltig JSON. Rätta filen, eller hämta den på nytt.`,
      en: `${file} is not valid JSON. Correct the file, or fetch it again.`,
    });
    return undefined;
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    for (const field of new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? "")))) {
      const form = expected[field as keyof Manifest] ?? { sv: "ett objekt med fält", en: "an object with fields" };
      refuse(findings, { file, column: field || null }, "manifest_invalid", {
        sv: `${file}: ${field ? `fältet ${field}` : "filen"} ska innehålla ${form.sv}.`,
        en: `${file}: ${field ? `the field ${field}` : "the file"} should hold ${form.en}.`,
      });
    }
    return undefined;
  }
  noteDefaults(json as Record<string, unknown>, findings);
  const { format: _, ...manifest } = parsed.data;
  if (programmes === undefined) return manifest;
  const programme = programmes.find((name) => name.toLowerCase() === manifest.programme.toLowerCase());
  if (programme !== undefined) return { ...manifest, programme };
  refuse(findings, { file, column: "programme" }, "unknown_programme", {
    sv: `Programmet ${manifest.programme} är okänt. Rätta namnet i ${file}, eller lägg programmets definition i arbetsytans mapp programmes.`,
    en: `The programme ${manifest.programme} is unknown. Correct the name in ${file}, or put the programme's definition into the workspace's folder programmes.`,
  });
  return manifest;
}

function noteDefaults(given: Record<string, unknown>, findings: Findings): void {
  if (given.completeness === undefined) {
    note(
      findings,
      "extract.json säger inte om uttaget är slutligt; det räknas som preliminärt.",
      "extract.json does not say whether the extract is final; it counts as preliminary.",
    );
  }
  if (given.supplied_by === undefined) {
    note(findings, "extract.json säger inte vem som levererat.", "extract.json does not say who supplied it.");
  }
  const unknown = Object.keys(given).filter((field) => !Object.hasOwn(expected, field));
  if (unknown.length > 0) {
    note(
      findings,
      `Fält i extract.json som inte används: ${unknown.join(", ")}.`,
      `Fields of extract.json that are not used: ${unknown.join(", ")}.`,
    );
  }
}

import type { Caution, Code, ExtractMeta, TableMeta, Text } from "../contract.ts";

/** How many answered in each way, as the column `modes` of a comparison has it. */
export type ModeMix = readonly { mode: string; n: number }[];

/** A fifth. Two mixes of modes are alike while no more than this share of either answered in another way than in the other. */
export const mostModesApart = 0.2;

export interface Compared {
  meta: TableMeta;
  /** Of questionnaires. */
  modes?: ModeMix;
}

/**
 * What makes two figures of an indicator unlike, each with what to do about it; none where a difference between them means
 * something. What `blocks` must not be drawn or subtracted; the rest is told beside the figures. A caller that compares two days on
 * purpose leaves out `cutoff` and `as_of`, and so on.
 */
export function unlikeFigures(a: Compared, b: Compared, codes: Readonly<Record<string, readonly Code[]>>): Caution[] {
  const name = (list: string, code: string, language: "sv" | "en") =>
    codes[list]?.find((each) => each.code === code)?.title[language] ?? code;
  const both = (list: string, one: string, other: string): Text => ({
    sv: `"${name(list, one, "sv")}" och "${name(list, other, "sv")}"`,
    en: `"${name(list, one, "en")}" and "${name(list, other, "en")}"`,
  });
  const found: Caution[] = [];
  const { meta: first } = a;
  const { meta: second } = b;
  if (first.name !== second.name) {
    found.push(
      blocking("indicator", {
        sv: `Siffrorna gäller olika indikatorer: "${first.title.sv}" och "${second.title.sv}". Välj samma indikator för båda.`,
        en: `The figures are of different indicators: "${first.title.en}" and "${second.title.en}". Choose the same indicator for both.`,
      }),
    );
  } else if (first.definition?.hash !== second.definition?.hash) {
    found.push(
      blocking("definition", {
        sv: `Indikatorn är definierad på olika sätt: version ${first.definition?.version} och version ${second.definition?.version}. Räkna båda med samma version.`,
        en: `The indicator is defined in different ways: version ${first.definition?.version} and version ${second.definition?.version}. Compute both with the same version.`,
      }),
    );
  }
  const { counted: one, cutoff } = first;
  const { counted: other } = second;
  if (one && other && one.denominator !== other.denominator) {
    const names = both("denominator", one.denominator, other.denominator);
    found.push(
      blocking("denominator", {
        sv: `Nämnarna är olika: ${names.sv}. Välj samma nämnare för båda.`,
        en: `The denominators differ: ${names.en}. Choose the same denominator for both.`,
      }),
    );
  }
  if (one?.survey && other?.survey) {
    const part = (["instrument", "wave"] as const).find((each) => one.survey?.[each] !== other.survey?.[each]);
    if (part) {
      const names = both(part, one.survey[part], other.survey[part]);
      found.push(
        blocking("instrument", {
          sv: `${part === "wave" ? "Svaren är från olika tillfällen" : "Svaren är på olika frågeformulär"}: ${names.sv}. Jämför bara samma formulär vid samma tillfälle.`,
          en: `${part === "wave" ? "The answers are of different waves" : "The answers are to different questionnaires"}: ${names.en}. Compare only the same questionnaire at the same wave.`,
        }),
      );
    }
  }
  if (cutoff !== second.cutoff) {
    found.push(
      blocking("cutoff", {
        sv: `Brytdatumen är olika: ${cutoff ?? "inget"} och ${second.cutoff ?? "inget"}. Välj samma dag för båda.`,
        en: `The cut-offs differ: ${cutoff ?? "none"} and ${second.cutoff ?? "none"}. Choose the same day for both.`,
      }),
    );
  }
  if (a.modes && b.modes && modesApart(a.modes, b.modes) > mostModesApart) {
    const [mostA, mostB] = [mostUsed(a.modes), mostUsed(b.modes)];
    const told = (mix: ModeMix, mode: string, language: "sv" | "en") =>
      `${name("mode", mode, language)} ${Math.round(shareOf(mix, mode) * 100)} %`;
    found.push(
      blocking("modes", {
        sv: `Frågorna är besvarade på olika sätt: ${told(a.modes, mostA, "sv")} i den ena, ${told(b.modes, mostB, "sv")} i den andra. Svar till en intervjuare och svar i ett formulär är inte samma mätning. Jämför inom ett svarssätt.`,
        en: `The questions were answered in different ways: ${told(a.modes, mostA, "en")} in the one, ${told(b.modes, mostB, "en")} in the other. An answer to an interviewer and one in a form are not the same measurement. Compare within one mode.`,
      }),
    );
  }
  return [...found, ...unlikeExtracts([...first.extracts, ...second.extracts])];
}

/** What differs among extracts whose figures are put side by side, such as two suppliers' of one programme. */
export function unlikeExtracts(extracts: readonly ExtractMeta[]): Caution[] {
  const found: Caution[] = [];
  const days = [...new Set(extracts.map(({ as_of }) => as_of))].sort();
  const [earliest, latest] = [days[0], days.at(-1)];
  if (days.length > 1) {
    found.push(
      telling("as_of", {
        sv: `Uttagen är från olika dagar: ${earliest} och ${latest}. Sätt brytdatumet till ${earliest} eller tidigare, så att lika mycket är känt om alla.`,
        en: `The extracts are of different days: ${earliest} and ${latest}. Set the cut-off to ${earliest} or earlier, so that as much is known of all.`,
      }),
    );
  }
  if (new Set(extracts.map(({ completeness }) => completeness)).size > 1) {
    found.push(
      telling("completeness", {
        sv: "Ett uttag är slutligt och ett annat preliminärt. Räkna med att det preliminära saknar händelser, och jämför på nytt när det slutliga har kommit.",
        en: "One extract is final and another preliminary. Expect events to be missing from the preliminary one, and compare again when the final one has come.",
      }),
    );
  }
  if (new Set(extracts.map(({ synthetic }) => synthetic)).size > 1) {
    found.push(
      blocking("synthetic", {
        sv: "Den ena bygger på påhittade uppgifter. Jämför inte dem med riktiga.",
        en: "One is built on made-up data. Do not compare those with real ones.",
      }),
    );
  }
  return found;
}

/** Half the summed distance between two mixes: the share that would have to answer in another way to make them equal. */
function modesApart(a: ModeMix, b: ModeMix): number {
  const modes = new Set([...a, ...b].map(({ mode }) => mode));
  return [...modes].reduce((sum, mode) => sum + Math.abs(shareOf(a, mode) - shareOf(b, mode)), 0) / 2;
}

function shareOf(mix: ModeMix, mode: string): number {
  const all = mix.reduce((sum, { n }) => sum + n, 0);
  return all === 0 ? 0 : (mix.find((each) => each.mode === mode)?.n ?? 0) / all;
}

function mostUsed(mix: ModeMix): string {
  return mix.reduce((most, each) => (each.n > most.n ? each : most), { mode: "unknown", n: 0 }).mode;
}

function blocking(code: Caution["code"], message: Text): Caution {
  return { code, blocks: true, message };
}

function telling(code: Caution["code"], message: Text): Caution {
  return { code, blocks: false, message };
}

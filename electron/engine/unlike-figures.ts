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

/** What a code is called, in both languages. */
type Naming = (list: string, code: string) => Text;
type Check = (a: Compared, b: Compared, name: Naming) => Caution | undefined;

/**
 * What makes two figures of an indicator unlike, each with what to do about it; none where a difference between them means
 * something. What `blocks` must not be drawn or subtracted; the rest is told beside the figures. A caller that compares two days on
 * purpose leaves out `cutoff` and `as_of`, and so on.
 */
export function unlikeFigures(a: Compared, b: Compared, codes: Readonly<Record<string, readonly Code[]>>): Caution[] {
  const name: Naming = (list, code) => codes[list]?.find((each) => each.code === code)?.title ?? { sv: code, en: code };
  return [
    ...[definition, denominator, questionnaire, cutoff, modes].flatMap((check) => check(a, b, name) ?? []),
    ...unlikeExtracts([...a.meta.extracts, ...b.meta.extracts]),
  ];
}

const definition: Check = ({ meta: a }, { meta: b }) => {
  if (a.name !== b.name) {
    return blocking("indicator", {
      sv: `Siffrorna gäller olika indikatorer: "${a.title.sv}" och "${b.title.sv}". Välj samma indikator för båda.`,
      en: `The figures are of different indicators: "${a.title.en}" and "${b.title.en}". Choose the same indicator for both.`,
    });
  }
  if (a.definition?.hash === b.definition?.hash) return undefined;
  return blocking("definition", {
    sv: `Indikatorn är definierad på olika sätt: version ${a.definition?.version} och version ${b.definition?.version}. Räkna båda med samma version.`,
    en: `The indicator is defined in different ways: version ${a.definition?.version} and version ${b.definition?.version}. Compute both with the same version.`,
  });
};

const denominator: Check = ({ meta: { counted: a } }, { meta: { counted: b } }, name) => {
  if (!a || !b || a.denominator === b.denominator) return undefined;
  const both = quoted(name("denominator", a.denominator), name("denominator", b.denominator));
  return blocking("denominator", {
    sv: `Nämnarna är olika: ${both.sv}. Välj samma nämnare för båda.`,
    en: `The denominators differ: ${both.en}. Choose the same denominator for both.`,
  });
};

const questionnaire: Check = ({ meta: { counted: a } }, { meta: { counted: b } }, name) => {
  const [one, other] = [a?.survey, b?.survey];
  if (!one || !other) return undefined;
  const advice: Text = {
    sv: "Jämför bara samma formulär vid samma tillfälle.",
    en: "Compare only the same questionnaire at the same wave.",
  };
  if (one.instrument !== other.instrument) {
    const both = quoted(name("instrument", one.instrument), name("instrument", other.instrument));
    return blocking("instrument", {
      sv: `Svaren är på olika frågeformulär: ${both.sv}. ${advice.sv}`,
      en: `The answers are to different questionnaires: ${both.en}. ${advice.en}`,
    });
  }
  if (one.wave === other.wave) return undefined;
  const both = quoted(name("wave", one.wave), name("wave", other.wave));
  return blocking("instrument", {
    sv: `Svaren är från olika tillfällen: ${both.sv}. ${advice.sv}`,
    en: `The answers are of different waves: ${both.en}. ${advice.en}`,
  });
};

const cutoff: Check = ({ meta: { cutoff: a } }, { meta: { cutoff: b } }) => {
  if (a === b) return undefined;
  return blocking("cutoff", {
    sv: `Brytdatumen är olika: ${a ?? "inget"} och ${b ?? "inget"}. Välj samma dag för båda.`,
    en: `The cut-offs differ: ${a ?? "none"} and ${b ?? "none"}. Choose the same day for both.`,
  });
};

const modes: Check = ({ modes: a }, { modes: b }, name) => {
  if (!a || !b || modesApart(a, b) <= mostModesApart) return undefined;
  const told = (mix: ModeMix) => {
    const mode = mostUsed(mix);
    const percent = `${Math.round(shareOf(mix, mode) * 100)} %`;
    return { sv: `${name("mode", mode).sv} ${percent}`, en: `${name("mode", mode).en} ${percent}` };
  };
  const [one, other] = [told(a), told(b)];
  return blocking("modes", {
    sv: `Frågorna är besvarade på olika sätt: ${one.sv} i den ena, ${other.sv} i den andra. Svar till en intervjuare och svar i ett formulär är inte samma mätning. Jämför inom ett svarssätt.`,
    en: `The questions were answered in different ways: ${one.en} in the one, ${other.en} in the other. An answer to an interviewer and one in a form are not the same measurement. Compare within one mode.`,
  });
};

function quoted(one: Text, other: Text): Text {
  return { sv: `"${one.sv}" och "${other.sv}"`, en: `"${one.en}" and "${other.en}"` };
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

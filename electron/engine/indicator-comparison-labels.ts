import type { ColumnMeta } from "../contract.ts";

/** A column of a comparison, with its name and its meaning. */
export function comparisonColumn(name: string, type: string, rest: Partial<ColumnMeta> = {}): ColumnMeta {
  const known = comparisonLabels[name];
  if (!known) throw new Error(`the column ${name} has no label`);
  return { name, type, ...known, ...rest };
}

/** What the columns of a comparison are called and what they mean. */
const comparisonLabels: Record<string, Pick<ColumnMeta, "label" | "description">> = {
  programme_k: {
    label: { sv: "Antal i programmet", en: "Number in the programme" },
    description: {
      sv: "Hur många av alla som jämförs; detsamma i varje rad.",
      en: "How many of all that are compared; the same in every row.",
    },
  },
  programme_n: {
    label: { sv: "Av programmet", en: "Of the programme" },
    description: {
      sv: "Alla som jämförs; detsamma i varje rad.",
      en: "All that are compared; the same in every row.",
    },
  },
  programme: {
    label: { sv: "Programmets värde", en: "The programme's value" },
    description: {
      sv: "Värdet för alla enheter med minst en person, räknat på personer; detsamma i varje rad.",
      en: "The estimate for all units with at least one, computed from persons; the same in every row.",
    },
  },
  funnel_lower_95: {
    label: { sv: "Nedre 95 %-gräns", en: "Lower 95 % limit" },
    description: {
      sv: "Under den hamnar av slump en enhet på fyrtio av den här storleken, om dess sanna andel är programmets.",
      en: "Below it, one unit of this size in forty lies by chance if its true share is the programme's.",
    },
  },
  funnel_upper_95: {
    label: { sv: "Övre 95 %-gräns", en: "Upper 95 % limit" },
    description: {
      sv: "Över den hamnar av slump en enhet på fyrtio av den här storleken, om dess sanna andel är programmets.",
      en: "Above it, one unit of this size in forty lies by chance if its true share is the programme's.",
    },
  },
  funnel_lower_998: {
    label: { sv: "Nedre 99,8 %-gräns", en: "Lower 99.8 % limit" },
    description: {
      sv: "Under den hamnar av slump en enhet på tusen av den här storleken, om dess sanna andel är programmets.",
      en: "Below it, one unit of this size in a thousand lies by chance if its true share is the programme's.",
    },
  },
  funnel_upper_998: {
    label: { sv: "Övre 99,8 %-gräns", en: "Upper 99.8 % limit" },
    description: {
      sv: "Över den hamnar av slump en enhet på tusen av den här storleken, om dess sanna andel är programmets.",
      en: "Above it, one unit of this size in a thousand lies by chance if its true share is the programme's.",
    },
  },
  funnel_adjusted: {
    label: { sv: "Gränser vidgade", en: "Limits widened" },
    description: {
      sv: "Om gränserna är vidare än slumpen ensam ger, för att enheterna sprider sig mer än så; aldrig med färre än tio enheter.",
      en: "Whether the limits are wider than chance alone makes them, because units spread by more; never with fewer than ten units.",
    },
  },
  shrunk: {
    label: { sv: "Utjämnat värde", en: "Shrunken value" },
    description: {
      sv: "Den troligaste sanna andelen: enhetens egen, dragen mot programmets så långt som enhetens storlek kräver (betabinomial).",
      en: "The likeliest true share: the unit's own, drawn towards the programme's as far as its size demands (beta-binomial).",
    },
  },
  shrunk_lower: {
    label: { sv: "Utjämnat, nedre gräns", en: "Shrunken, lower limit" },
    description: {
      sv: "Nedre 95 %-gräns för det utjämnade värdet, eller för programmets värde där det inte finns någon skillnad.",
      en: "Lower 95 % limit of the shrunken value; that of the programme's value where there is no difference.",
    },
  },
  shrunk_upper: {
    label: { sv: "Utjämnat, övre gräns", en: "Shrunken, upper limit" },
    description: {
      sv: "Övre 95 %-gräns för det utjämnade värdet, eller för programmets värde där det inte finns någon skillnad.",
      en: "Upper 95 % limit of the shrunken value; that of the programme's value where there is no difference.",
    },
  },
  shrinkage: {
    label: { sv: "Hur värdet är utjämnat", en: "How the value is shrunken" },
    description: {
      sv: "shrunk är utjämnat; no_difference när enheterna inte skiljer sig mer än slumpen ger, och värdet är programmets; not_estimated när varje enhet har alla eller ingen. Tomt med en enda enhet.",
      en: "shrunk; no_difference where units differ by no more than chance, and the value is the programme's; not_estimated where every unit is all or nothing. Null with one unit.",
    },
  },
  difference: {
    label: { sv: "Skillnad", en: "Difference" },
    description: {
      sv: "Enheten minus resten av programmet utan den, eller a minus b. Tomt när någon av dem har färre än tio: för få att jämföra.",
      en: "The unit minus the rest of the programme without it, or a minus b. Null where either has fewer than ten: too few to compare.",
    },
  },
  difference_lower: {
    label: { sv: "Skillnad, nedre gräns", en: "Difference, lower limit" },
    description: {
      sv: "Nedre 95 %-gräns för skillnaden: Newcombes för andelar, Welchs för medelvärden.",
      en: "Lower 95 % limit of the difference: Newcombe's of shares, Welch's of means.",
    },
  },
  difference_upper: {
    label: { sv: "Skillnad, övre gräns", en: "Difference, upper limit" },
    description: {
      sv: "Övre 95 %-gräns för skillnaden: Newcombes för andelar, Welchs för medelvärden.",
      en: "Upper 95 % limit of the difference: Newcombe's of shares, Welch's of means.",
    },
  },
  p: {
    label: { sv: "p-värde", en: "p" },
    description: {
      sv: "Tvåsidigt, för skillnaden: scoretestet utan korrektion för andelar, Welchs t-test för medelvärden. Gäller en fråga för sig.",
      en: "Two-sided, of the difference: the score test without correction of shares, Welch's t test of means. One question by itself.",
    },
  },
  p_adjusted: {
    label: { sv: "p-värde, alla frågor", en: "p, all questions" },
    description: {
      sv: "p enligt Holm, för att man frågar om alla som jämförs på en gång.",
      en: "p after Holm, for having asked of all that are compared at once.",
    },
  },
  units_compared: {
    label: { sv: "Jämförda", en: "Compared" },
    description: {
      sv: "Hur många skillnader som efterfrågas: enheter, eller par, med tillräckligt många att jämföra. Detsamma i varje rad.",
      en: "How many differences were asked for: units, or pairs, with enough to compare. The same in every row.",
    },
  },
  false_alarm: {
    label: { sv: "Risk för falskt larm", en: "Chance of a false alarm" },
    description: {
      sv: "Chansen att minst en av så många hamnar utanför sina 95 %-gränser fast ingen verkligen skiljer sig: 1 - 0,95^m. Detsamma i varje rad.",
      en: "The chance that at least one of so many lies outside its 95 % limits though none truly differs: 1 - 0.95^m. The same in every row.",
    },
  },
  signal: {
    label: { sv: "Utfall mot gränserna", en: "Against the limits" },
    description: {
      sv: "within är inom trattens gränser, outside_95 och outside_998 utanför dem; too_few när enheten eller resten har färre än tio. För medelvärden bara too_few.",
      en: "within, outside_95 or outside_998 of the funnel; too_few where the unit or the rest has fewer than ten. Of means only too_few.",
    },
  },
  modes: {
    label: { sv: "Svarssätt", en: "Modes of answer" },
    description: {
      sv: "JSON: hur enhetens enkäter har besvarats, och hur många på varje sätt, det vanligaste först.",
      en: "JSON: how the unit's questionnaires were answered, and how many each, the most used first.",
    },
  },
  modes_unlike: {
    label: { sv: "Olika svarssätt", en: "Unlike modes" },
    description: {
      sv: "Mer än en femtedel hade behövt svara på ett annat sätt för att enhetens svarssätt skulle vara som de övrigas: skillnaden kan bero på svarssättet och får inte läsas som en skillnad mellan enheter.",
      en: "More than a fifth would have had to answer in another way for the unit's modes to be those of the rest: the difference may be one of modes, and must not be read as one of units.",
    },
  },
  strata: {
    label: { sv: "Grupper", en: "Strata" },
    description: {
      sv: "Hur många grupper som programmet har någon i.",
      en: "How many strata the programme has somebody in.",
    },
  },
  strata_empty: {
    label: { sv: "Tomma grupper", en: "Empty strata" },
    description: {
      sv: "I hur många av dem som enheten inte har någon; över 0 går det inte att standardisera direkt.",
      en: "In how many of them the unit has nobody; above 0 there is no direct standardisation.",
    },
  },
  direct: {
    label: { sv: "Standardiserat", en: "Standardised" },
    description: {
      sv: "Direkt standardiserat: enhetens andel med programmets sammansättning av grupper. Tomt när enheten saknar någon av dem.",
      en: "Directly standardised: the unit's share with the programme's mix of strata. Null where the unit has nobody in one of them.",
    },
  },
  direct_lower: {
    label: { sv: "Standardiserat, nedre gräns", en: "Standardised, lower limit" },
    description: {
      sv: "Nedre 95 %-gräns enligt Fay och Feuer, som räknar med Poissonfördelade antal och därför är vid för stora andelar.",
      en: "Lower 95 % limit after Fay and Feuer, which takes counts for Poisson and so is wide for large shares.",
    },
  },
  direct_upper: {
    label: { sv: "Standardiserat, övre gräns", en: "Standardised, upper limit" },
    description: {
      sv: "Övre 95 %-gräns enligt Fay och Feuer, högst 1.",
      en: "Upper 95 % limit after Fay and Feuer, at most 1.",
    },
  },
  moved: {
    label: { sv: "Flyttat", en: "Moved" },
    description: {
      sv: "Den direkt standardiserade andelen minus den ojusterade: vad enhetens sammansättning har gjort med siffran.",
      en: "The directly standardised share minus the crude one: what the unit's mix of persons did to its figure.",
    },
  },
  expected: {
    label: { sv: "Väntat antal", en: "Expected number" },
    description: {
      sv: "k om var och en av enhetens grupper hade haft programmets andel.",
      en: "k if each of the unit's strata had the programme's share.",
    },
  },
  ratio: {
    label: { sv: "Faktiskt/väntat", en: "Observed/expected" },
    description: {
      sv: "k genom det väntade antalet; över 1 är mer än enhetens sammansättning ger skäl att vänta.",
      en: "k through the expected number; above 1 is more than the unit's mix of persons lets expect.",
    },
  },
  ratio_lower: {
    label: { sv: "Faktiskt/väntat, nedre gräns", en: "Observed/expected, lower limit" },
    description: {
      sv: "Exakt nedre 95 %-gräns enligt Poisson.",
      en: "Exact lower 95 % Poisson limit.",
    },
  },
  ratio_upper: {
    label: { sv: "Faktiskt/väntat, övre gräns", en: "Observed/expected, upper limit" },
    description: {
      sv: "Exakt övre 95 %-gräns enligt Poisson.",
      en: "Exact upper 95 % Poisson limit.",
    },
  },
  indirect: {
    label: { sv: "Indirekt standardiserat", en: "Indirectly standardised" },
    description: {
      sv: "Programmets andel gånger faktiskt/väntat, högst 1. Varje enhet vägs efter sin egen sammansättning: jämför den med programmet, inte med andra.",
      en: "The programme's share times observed/expected, at most 1. Each unit is weighed by its own mix: compare it with the programme, not with others.",
    },
  },
  indirect_lower: {
    label: { sv: "Indirekt, nedre gräns", en: "Indirect, lower limit" },
    description: {
      sv: "Programmets andel gånger den nedre gränsen för faktiskt/väntat.",
      en: "The programme's share times the lower limit of observed/expected.",
    },
  },
  indirect_upper: {
    label: { sv: "Indirekt, övre gräns", en: "Indirect, upper limit" },
    description: {
      sv: "Programmets andel gånger den övre gränsen för faktiskt/väntat, högst 1.",
      en: "The programme's share times the upper limit of observed/expected, at most 1.",
    },
  },
  moved_indirect: {
    label: { sv: "Flyttat, indirekt", en: "Moved, indirect" },
    description: {
      sv: "Den indirekt standardiserade andelen minus den ojusterade.",
      en: "The indirectly standardised share minus the crude one.",
    },
  },
  a: { label: { sv: "Den ena", en: "The one" } },
  b: { label: { sv: "Den andra", en: "The other" } },
  n_a: { label: { sv: "Av, den ena", en: "Of, the one" } },
  n_b: { label: { sv: "Av, den andra", en: "Of, the other" } },
  k_a: { label: { sv: "Antal, den ena", en: "Number, the one" } },
  k_b: { label: { sv: "Antal, den andra", en: "Number, the other" } },
  estimate_a: { label: { sv: "Värde, den ena", en: "Estimate, the one" } },
  estimate_b: { label: { sv: "Värde, den andra", en: "Estimate, the other" } },
};

import { binomialTestP } from "./binomial-test.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "./clopper-pearson.ts";
import { newcombeLower, newcombeUpper } from "./newcombe.ts";
import { LEVEL, sqlFunction } from "./sql-function.ts";
import { wilsonLower, wilsonUpper } from "./wilson.ts";

const K = { name: "k", type: "double" } as const;
const N = { name: "n", type: "double" } as const;
const SHARE = [K, N, LEVEL] as const;
const TWO_SHARES = [
  { name: "k1", type: "double" },
  { name: "n1", type: "double" },
  { name: "k2", type: "double" },
  { name: "n2", type: "double" },
  LEVEL,
] as const;

/** Intervals and tests for shares: k of n. */
export const PROPORTIONS = [
  sqlFunction({
    name: "wilson_lower",
    parameters: SHARE,
    returns: "double",
    description: {
      sv: "Nedre gräns för andelen k av n enligt Wilson.",
      en: "Lower limit of Wilson's interval for the share k of n.",
    },
    apply: wilsonLower,
  }),
  sqlFunction({
    name: "wilson_upper",
    parameters: SHARE,
    returns: "double",
    description: {
      sv: "Övre gräns för andelen k av n enligt Wilson.",
      en: "Upper limit of Wilson's interval for the share k of n.",
    },
    apply: wilsonUpper,
  }),
  sqlFunction({
    name: "clopper_pearson_lower",
    parameters: SHARE,
    returns: "double",
    description: {
      sv: "Nedre gräns för andelen k av n enligt Clopper och Pearson (exakt).",
      en: "Lower limit of the exact (Clopper–Pearson) interval for the share k of n.",
    },
    apply: clopperPearsonLower,
  }),
  sqlFunction({
    name: "clopper_pearson_upper",
    parameters: SHARE,
    returns: "double",
    description: {
      sv: "Övre gräns för andelen k av n enligt Clopper och Pearson (exakt).",
      en: "Upper limit of the exact (Clopper–Pearson) interval for the share k of n.",
    },
    apply: clopperPearsonUpper,
  }),
  sqlFunction({
    name: "newcombe_lower",
    parameters: TWO_SHARES,
    returns: "double",
    description: {
      sv: "Nedre gräns för skillnaden mellan andelarna k1 av n1 och k2 av n2 i två skilda grupper, enligt Newcombe.",
      en: "Lower limit of Newcombe's interval for the difference of the shares k1 of n1 and k2 of n2 in two separate groups.",
    },
    apply: newcombeLower,
  }),
  sqlFunction({
    name: "newcombe_upper",
    parameters: TWO_SHARES,
    returns: "double",
    description: {
      sv: "Övre gräns för skillnaden mellan andelarna k1 av n1 och k2 av n2 i två skilda grupper, enligt Newcombe.",
      en: "Upper limit of Newcombe's interval for the difference of the shares k1 of n1 and k2 of n2 in two separate groups.",
    },
    apply: newcombeUpper,
  }),
  sqlFunction({
    name: "binomial_test_p",
    parameters: [K, N, { name: "p", type: "double" }, { name: "tail", type: "varchar", default: "two" }],
    returns: "double",
    description: {
      sv: "Exakt binomialtest av k av n mot andelen p; svansen är 'two', 'greater' eller 'less'.",
      en: "Exact binomial test of k of n against the share p; the tail is 'two', 'greater' or 'less'.",
    },
    apply: binomialTestP,
  }),
];

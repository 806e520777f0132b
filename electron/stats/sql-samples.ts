import { adjustP } from "./adjust-p.ts";
import { meanInterval } from "./mean-interval.ts";
import { pairedChange } from "./paired-change.ts";
import { LEVEL, sqlFunction } from "./sql-function.ts";
import { wilcoxonFromCounts, wilcoxonSignedRank } from "./wilcoxon.ts";

const WILCOXON = {
  n: "integer",
  n_zero: "integer",
  v: "double",
  p: "double",
  exact: "boolean",
  estimate: "double",
  lower: "double",
  upper: "double",
} as const;

/** Statistics of a list of values, one for each person. */
export const SAMPLES = [
  sqlFunction({
    name: "mean_interval",
    parameters: [{ name: "numbers", type: "double[]" }, LEVEL],
    returns: { n: "integer", mean: "double", sd: "double", lower: "double", upper: "double" },
    description: {
      sv: "Medelvärde med standardavvikelse och t-intervall. Värden som saknas räknas inte.",
      en: "Mean with standard deviation and t interval. Missing values are not counted.",
    },
    apply: meanInterval,
  }),
  sqlFunction({
    name: "paired_change",
    parameters: [{ name: "pre", type: "double[]" }, { name: "post", type: "double[]" }, LEVEL],
    returns: {
      n: "integer",
      mean_pre: "double",
      mean_post: "double",
      change: "double",
      sd: "double",
      lower: "double",
      upper: "double",
      t: "double",
      df: "integer",
      p: "double",
      dz: "double",
      g: "double",
      dav: "double",
      r: "double",
    },
    description: {
      sv: "Förändring mellan två mätningar av samma personer: medelförändring med t-intervall, t-test och effektstorlekar.",
      en: "Change between two measurements of the same persons: mean change with t interval, t test and effect sizes.",
    },
    apply: pairedChange,
  }),
  sqlFunction({
    name: "wilcoxon_signed_rank",
    parameters: [{ name: "differences", type: "double[]" }, { name: "zeros", type: "varchar", default: "drop" }, LEVEL],
    returns: WILCOXON,
    description: {
      sv: "Wilcoxons teckenrangtest av differenser, med Hodges–Lehmanns skattning. Nollor utelämnas ('drop') eller rangordnas först ('pratt').",
      en: "Wilcoxon's signed-rank test of differences, with the Hodges–Lehmann estimate. Zeros are left out ('drop') or ranked first ('pratt').",
    },
    apply: wilcoxonSignedRank,
  }),
  sqlFunction({
    name: "wilcoxon_from_counts",
    parameters: [
      { name: "differences", type: "double[]" },
      { name: "persons", type: "double[]" },
      { name: "zeros", type: "varchar", default: "drop" },
      LEVEL,
    ],
    returns: WILCOXON,
    description: {
      sv: "Som wilcoxon_signed_rank, ur hur många personer som har ändrats hur mycket: ett tal per differens som finns.",
      en: "As wilcoxon_signed_rank, from how many persons have changed by how much: one number for each difference there is.",
    },
    apply: wilcoxonFromCounts,
  }),
  sqlFunction({
    name: "adjust_p",
    parameters: [
      { name: "p", type: "double[]" },
      { name: "method", type: "varchar" },
    ],
    returns: "double[]",
    description: {
      sv: "Justerar p-värden för att flera frågor har ställts: 'holm', 'bh' eller 'bonferroni'.",
      en: "Adjusts p-values for several questions having been asked: 'holm', 'bh' or 'bonferroni'.",
    },
    apply: adjustP,
  }),
];

import { betaCdf, betaQuantile } from "./beta.ts";
import { binomialCdf } from "./binomial.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { sqlFunction } from "./sql-function.ts";
import { studentTCdf, studentTQuantile } from "./student-t.ts";

const Z = { name: "z", type: "double" } as const;
const P = { name: "p", type: "double" } as const;
const T = { name: "t", type: "double" } as const;
const DF = { name: "df", type: "double" } as const;
const X = { name: "x", type: "double" } as const;
const A = { name: "a", type: "double" } as const;
const B = { name: "b", type: "double" } as const;

/** Probabilities and quantiles of the distributions that the other statistics stand on. */
export const DISTRIBUTIONS = [
  sqlFunction({
    name: "normal_cdf",
    parameters: [Z],
    returns: "double",
    description: {
      sv: "Sannolikheten att en standardnormalfördelad variabel är högst z.",
      en: "Probability that a standard normal variable is at most z.",
    },
    apply: normalCdf,
  }),
  sqlFunction({
    name: "normal_quantile",
    parameters: [P],
    returns: "double",
    description: {
      sv: "Det z som en standardnormalfördelad variabel understiger med sannolikheten p. NULL om p inte ligger mellan 0 och 1.",
      en: "The z that a standard normal variable stays below with probability p. NULL unless p is between 0 and 1.",
    },
    apply: normalQuantile,
  }),
  sqlFunction({
    name: "student_t_cdf",
    parameters: [T, DF],
    returns: "double",
    description: {
      sv: "Sannolikheten att en t-fördelad variabel med df frihetsgrader är högst t.",
      en: "Probability that a variable with Student's t distribution and df degrees of freedom is at most t.",
    },
    apply: studentTCdf,
  }),
  sqlFunction({
    name: "student_t_quantile",
    parameters: [P, DF],
    returns: "double",
    description: {
      sv: "Det t som en t-fördelad variabel med df frihetsgrader understiger med sannolikheten p.",
      en: "The t that a variable with Student's t distribution and df degrees of freedom stays below with probability p.",
    },
    apply: studentTQuantile,
  }),
  sqlFunction({
    name: "beta_cdf",
    parameters: [X, A, B],
    returns: "double",
    description: {
      sv: "Sannolikheten att en betafördelad variabel med parametrarna a och b är högst x.",
      en: "Probability that a beta variable with parameters a and b is at most x.",
    },
    apply: betaCdf,
  }),
  sqlFunction({
    name: "beta_quantile",
    parameters: [P, A, B],
    returns: "double",
    description: {
      sv: "Det x som en betafördelad variabel med parametrarna a och b understiger med sannolikheten p.",
      en: "The x that a beta variable with parameters a and b stays below with probability p.",
    },
    apply: betaQuantile,
  }),
  sqlFunction({
    name: "binomial_cdf",
    parameters: [{ name: "k", type: "double" }, { name: "n", type: "double" }, P],
    returns: "double",
    description: {
      sv: "Sannolikheten för högst k lyckade av n oberoende försök som vart och ett lyckas med sannolikheten p.",
      en: "Probability of at most k successes in n independent trials, each with probability p.",
    },
    apply: binomialCdf,
  }),
];

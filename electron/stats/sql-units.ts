import { betaBinomial } from "./beta-binomial.ts";
import { directStandardised } from "./direct-standardised.ts";
import { funnelLower, funnelUpper } from "./funnel.ts";
import { indirectStandardised } from "./indirect-standardised.ts";
import { overdispersion } from "./overdispersion.ts";
import { shrunkRate } from "./shrunk-rate.ts";
import { LEVEL, sqlFunction } from "./sql-function.ts";

const FUNNEL = [{ name: "target", type: "double" }, { name: "n", type: "double" }, LEVEL] as const;
const K_LIST = { name: "k", type: "double[]" } as const;
const N_LIST = { name: "n", type: "double[]" } as const;

/** Comparing units, such as municipalities, of different and mostly small size. */
export const UNITS = [
  sqlFunction({
    name: "funnel_lower",
    parameters: FUNNEL,
    returns: "double",
    description: {
      sv: "Nedre trattgräns: andelen som en enhet med n personer sällan hamnar under, om dess verkliga andel är målet.",
      en: "Lower funnel limit: the share that a unit of n persons seldom falls below if its true share is the target.",
    },
    apply: funnelLower,
  }),
  sqlFunction({
    name: "funnel_upper",
    parameters: FUNNEL,
    returns: "double",
    description: {
      sv: "Övre trattgräns: andelen som en enhet med n personer sällan hamnar över, om dess verkliga andel är målet.",
      en: "Upper funnel limit: the share that a unit of n persons seldom rises above if its true share is the target.",
    },
    apply: funnelUpper,
  }),
  sqlFunction({
    name: "overdispersion",
    parameters: [K_LIST, N_LIST],
    returns: { n: "integer", phi: "double", tau2: "double" },
    description: {
      sv: "Om enheternas andelar skiljer sig mer än slumpen: phi (omkring 1 när bara slumpen skiljer) och variansen mellan enheter.",
      en: "Whether units' shares differ by more than chance: phi (about 1 when chance alone does it) and the variance between units.",
    },
    apply: overdispersion,
  }),
  sqlFunction({
    name: "beta_binomial",
    parameters: [K_LIST, N_LIST],
    returns: { n: "integer", alpha: "double", beta: "double", mean: "double", converged: "boolean" },
    description: {
      sv: "Hur enheternas verkliga andelar sprider sig, som en betafördelning, skattad med maximum likelihood.",
      en: "How units' true shares spread, as a beta distribution, by maximum likelihood.",
    },
    apply: betaBinomial,
  }),
  sqlFunction({
    name: "shrunk_rate",
    parameters: [
      { name: "k", type: "double" },
      { name: "n", type: "double" },
      { name: "alpha", type: "double" },
      { name: "beta", type: "double" },
      LEVEL,
    ],
    returns: { mean: "double", lower: "double", upper: "double" },
    description: {
      sv: "En enhets andel, dragen mot alla enheters medel så mycket som dess storlek kräver, med intervall.",
      en: "A unit's share, drawn towards the mean of all units as far as its size demands, with an interval.",
    },
    apply: shrunkRate,
  }),
  sqlFunction({
    name: "direct_standardised",
    parameters: [K_LIST, N_LIST, { name: "weight", type: "double[]" }, LEVEL],
    returns: { n: "integer", rate: "double", lower: "double", upper: "double" },
    description: {
      sv: "Andelen med en gemensam sammansättning av grupper (direkt standardisering), med gränser enligt Fay och Feuer.",
      en: "The share under a common mix of strata (direct standardisation), with the limits of Fay and Feuer.",
    },
    apply: directStandardised,
  }),
  sqlFunction({
    name: "indirect_standardised",
    parameters: [K_LIST, N_LIST, { name: "reference_rate", type: "double[]" }, LEVEL],
    returns: { n: "integer", ratio: "double", lower: "double", upper: "double" },
    description: {
      sv: "Hur många gånger fler än väntat med referensens andelar i varje grupp (indirekt standardisering), med exakta Poissongränser.",
      en: "How many times as many as expected with the reference's rates in each stratum (indirect standardisation), with exact Poisson limits.",
    },
    apply: indirectStandardised,
  }),
];

import { alphaFromCovariances, cronbachAlpha } from "./cronbach-alpha.ts";
import { mcdonaldOmega, omegaFromCovariances } from "./mcdonald-omega.ts";
import { reliableChange } from "./reliable-change.ts";
import { LEVEL, sqlFunction } from "./sql-function.ts";

const ANSWERS = { name: "answers", type: "double[][]" } as const;
const MOMENTS = [
  { name: "n", type: "double" },
  { name: "covariances", type: "double[][]" },
] as const;

/** How well a scale measures: one list of answers for each person. */
export const RELIABILITY = [
  sqlFunction({
    name: "cronbach_alpha",
    parameters: [ANSWERS, LEVEL],
    returns: {
      n: "integer",
      k: "integer",
      alpha: "double",
      standardised: "double",
      lower: "double",
      upper: "double",
      average_r: "double",
    },
    description: {
      sv: "Cronbachs alfa för en skala, med Feldts intervall. Personer som inte har svarat på alla frågor räknas inte.",
      en: "Cronbach's alpha of a scale, with Feldt's interval. Persons without an answer to every item are not counted.",
    },
    apply: cronbachAlpha,
  }),
  sqlFunction({
    name: "mcdonald_omega",
    parameters: [ANSWERS],
    returns: { n: "integer", k: "integer", omega: "double" },
    description: {
      sv: "McDonalds omega för en skala med en faktor. Personer som inte har svarat på alla frågor räknas inte.",
      en: "McDonald's omega of a scale with one factor. Persons without an answer to every item are not counted.",
    },
    apply: mcdonaldOmega,
  }),
  sqlFunction({
    name: "alpha_from_covariances",
    parameters: [...MOMENTS, LEVEL],
    returns: {
      n: "integer",
      k: "integer",
      alpha: "double",
      standardised: "double",
      lower: "double",
      upper: "double",
      average_r: "double",
    },
    description: {
      sv: "Cronbachs alfa ur frågornas kovarianser (nämnare n − 1) bland n personer som har svarat på alla.",
      en: "Cronbach's alpha from the items' covariances (divisor n − 1) among n persons who answered them all.",
    },
    apply: alphaFromCovariances,
  }),
  sqlFunction({
    name: "omega_from_covariances",
    parameters: MOMENTS,
    returns: { n: "integer", k: "integer", omega: "double" },
    description: {
      sv: "McDonalds omega ur frågornas kovarianser (nämnare n − 1) bland n personer som har svarat på alla.",
      en: "McDonald's omega from the items' covariances (divisor n − 1) among n persons who answered them all.",
    },
    apply: omegaFromCovariances,
  }),
  sqlFunction({
    name: "reliable_change",
    parameters: [
      { name: "change", type: "double" },
      { name: "sd", type: "double" },
      { name: "reliability", type: "double" },
    ],
    returns: "double",
    description: {
      sv: "En persons förändring i förhållande till mätfelet (Jacobson och Truax). Utanför ±1,96 är den större än nästan alla mätfel.",
      en: "A person's change in relation to the error of measurement (Jacobson–Truax). Beyond ±1.96 it exceeds nearly all errors.",
    },
    apply: reliableChange,
  }),
];

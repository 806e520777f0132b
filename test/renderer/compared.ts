import type { TableMeta } from "../../electron/contract.ts";
import type { Figure } from "../../renderer/table.ts";
import { type Column, figure } from "./figures.ts";

/** Towns of a comparison, with the columns of the engine's answer that the page reads. */
export interface Town {
  code: string;
  k: number;
  n: number;
  /** Limits of the estimate. */
  limits?: [number, number];
  funnel95?: [number, number];
  funnel998?: [number, number];
  shrunk?: number;
  difference?: [number, number, number];
  p?: number;
  signal?: string;
  modesUnlike?: boolean;
}

const share = { role: "share", unit: "share", of: { count: "k", base: "n" } } as const;
const limit = { role: "interval", unit: "share" } as const;
const columns: Column[] = [
  { name: "municipality", type: "varchar", role: "by", codes: "municipality" },
  { name: "n", type: "integer", role: "base", unit: "persons" },
  { name: "k", type: "integer", role: "count", unit: "persons" },
  { name: "estimate", type: "double", ...share },
  { name: "lower", type: "double", ...limit },
  { name: "upper", type: "double", ...limit },
  { name: "programme_k", type: "integer" },
  { name: "programme_n", type: "integer" },
  { name: "programme", type: "double", ...share },
  { name: "funnel_lower_95", type: "double", ...limit },
  { name: "funnel_upper_95", type: "double", ...limit },
  { name: "funnel_lower_998", type: "double", ...limit },
  { name: "funnel_upper_998", type: "double", ...limit },
  { name: "funnel_adjusted", type: "boolean" },
  { name: "shrunk", type: "double", ...share },
  { name: "shrinkage", type: "varchar" },
  { name: "difference", type: "double", ...share },
  { name: "difference_lower", type: "double", ...limit },
  { name: "difference_upper", type: "double", ...limit },
  { name: "p", type: "double", role: "interval" },
  { name: "p_adjusted", type: "double", role: "interval" },
  { name: "units_compared", type: "integer" },
  { name: "false_alarm", type: "double" },
  { name: "signal", type: "varchar" },
  { name: "modes_unlike", type: "boolean" },
];

/** The answer of an indicator that was compared over towns. */
export function comparison(towns: readonly Town[], meta: Partial<TableMeta> = {}): Figure {
  const k = towns.reduce((sum, town) => sum + town.k, 0);
  const n = towns.reduce((sum, town) => sum + town.n, 0);
  const compared = towns.filter(({ difference }) => difference !== undefined).length;
  const rows = towns.map((town) => [
    town.code,
    town.n,
    town.k,
    town.k / town.n,
    ...(town.limits ?? [0, 1]),
    k,
    n,
    k / n,
    ...(town.funnel95 ?? [0.3, 0.8]),
    ...(town.funnel998 ?? [0.15, 0.95]),
    false,
    town.shrunk ?? k / n,
    town.shrunk === undefined ? "no_difference" : "shrunk",
    ...(town.difference ?? [null, null, null]),
    town.p ?? null,
    town.p ?? null,
    compared,
    compared === 0 ? null : 1 - 0.95 ** compared,
    town.signal ?? (town.difference === undefined ? "too_few" : "within"),
    town.modesUnlike ?? null,
  ]);
  return figure(columns, rows, { kind: "indicator", ...meta });
}

/** As the steering room answers: one town is hidden, and with it all that is computed on the others together. */
export function steeringComparison(towns: readonly Town[], hidden: string): Figure {
  const whole = columns.slice(6).map(({ name }) => name);
  const own = ["k", "estimate", "lower", "upper"];
  const suppressed = Object.fromEntries(
    towns.map(({ code }, row) => [row, code === hidden ? [...own, ...whole] : whole]),
  );
  return comparison(towns, { room: "steering", suppressed });
}

export const townCodes = {
  municipality: [
    { code: "01", title: { sv: "Norrby", en: "Norrby" } },
    { code: "02", title: { sv: "Söderby", en: "Söderby" } },
    { code: "03", title: { sv: "Västerby", en: "Västerby" } },
    { code: "04", title: { sv: "Österby", en: "Österby" } },
  ],
};

export const towns: Town[] = [
  { code: "01", k: 14, n: 26, limits: [0.35, 0.71], difference: [-0.04, -0.24, 0.16], p: 1, shrunk: 0.56 },
  { code: "02", k: 8, n: 13, limits: [0.36, 0.82], difference: [0.05, -0.22, 0.27], p: 1, shrunk: 0.58 },
  { code: "03", k: 5, n: 8, limits: [0.31, 0.86], shrunk: 0.58 },
  { code: "04", k: 24, n: 38, limits: [0.47, 0.77], difference: [0.08, -0.11, 0.25], p: 1, shrunk: 0.6 },
];

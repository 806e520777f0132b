import type { Json, Language, OwnTarget, ProgrammeEntry } from "../electron/contract.ts";
import { type Draft, isObject } from "./definition-draft.ts";

/** What the programme has promised for the indicator, as targets that an indicator can have itself. */
export function promisedFor(indicator: string, programme: ProgrammeEntry | undefined): OwnTarget[] {
  const promised = programme?.targets.filter((target) => target.indicator === indicator) ?? [];
  return promised.map(({ indicator: _, ...target }) => target);
}

/** The draft's targets, right or wrong; what is no list of objects is left to the JSON beside the form. */
export function draftTargets({ targets }: Draft): Draft[] {
  return Array.isArray(targets) && targets.every(isObject) ? targets : [];
}

/** Units that a target for the kind can be set in; the first is the usual one. */
export function targetUnits(kind: Json | undefined): OwnTarget["unit"][] {
  if (kind === "count") return ["count"];
  return kind === "mean" || kind === "change" ? ["score"] : ["share", "count"];
}

/** A target without a value and a source: nobody but the writer knows those. */
export function newTarget(kind: Json | undefined): Draft {
  return { unit: targetUnits(kind)[0] ?? "share", comparator: ">=", scope: {}, source: "" };
}

/** The target in another unit, the figure that is written kept: 60 % becomes 60. */
export function inUnit(target: Draft, unit: string): Draft {
  const { value } = target;
  if (typeof value !== "number" || target.unit === unit) return { ...target, unit };
  return { ...target, unit, value: unit === "share" ? exact(value / 100) : exact(value * 100) };
}

/** What was typed as a value, a share in per cent. What is no number stays as it is, so that the engine can say so. */
export function readAmount(typed: string, isShare: boolean): Json | undefined {
  const digits = typed.trim().replace(",", ".");
  if (digits === "") return undefined;
  const number = Number(digits);
  if (!Number.isFinite(number)) return typed;
  return isShare ? exact(number / 100) : number;
}

/** The value as it is typed: 0.625 as `62,5` where it is a share. */
export function writeAmount(value: Json | undefined, isShare: boolean, language: Language): string {
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  const text = String(isShare ? exact(100 * value) : value);
  return language === "sv" ? text.replace(".", ",") : text;
}

/** Per cent of a fraction and back without the last digits' noise. */
function exact(number: number): number {
  return Number(number.toPrecision(12));
}

import type { Code, Problem, Text } from "../contract.ts";
import { type Path, problem } from "./definition-problems.ts";
import type { IndicatorDefinition, Numerator } from "./indicator-definition.ts";
import type { ProgrammeDefinition } from "./programme-definition.ts";
import type { ScaleDefinition } from "./scale-definition.ts";
import type { TargetDefinition } from "./target-definition.ts";

interface Definitions {
  indicators: readonly (IndicatorDefinition & { file: string })[];
  programmes: readonly (ProgrammeDefinition & { file: string })[];
  scales: readonly ScaleDefinition[];
  codes: Readonly<Record<string, readonly Code[]>>;
}

/** A name in one definition that refers to another, or a code that refers to a list. */
interface Link {
  path: Path;
  /** What it must be among, and what that is called. */
  among: ReadonlySet<string>;
  what: Text;
  name: string;
}

/** Names and codes that refer to nothing. The definitions still work as far as they can. */
export function linkProblems({ indicators, programmes, scales, codes }: Definitions): Problem[] {
  const known = {
    indicator: new Set(indicators.map(({ indicator }) => indicator)),
    scale: new Set(scales.map(({ scale }) => scale)),
  };
  const list = (name: string) => new Set((codes[name] ?? []).map(({ code }) => code));
  const links = [
    ...indicators.map(({ file, ...each }) => ({ file, links: indicatorLinks(each, known, list) })),
    ...programmes.map(({ file, ...each }) => ({ file, links: programmeLinks(each, known.indicator, list) })),
  ];
  return links.flatMap(({ file, links: found }) =>
    // A list that is empty is one that was not given.
    found.filter(({ among, name }) => among.size > 0 && !among.has(name)).map((link) => broken(file, link)),
  );
}

function broken(file: string, { path, what, name }: Link): Problem {
  return problem(file, path, {
    sv: `Det finns ${what.sv} "${name}". Rätta namnet.`,
    en: `There is ${what.en} "${name}". Correct the name.`,
  });
}

const noIndicator: Text = { sv: "ingen indikator", en: "no indicator" };
const noScale: Text = { sv: "ingen skala", en: "no scale" };
const noCode: Text = { sv: "ingen kod", en: "no code" };

type Known = { indicator: ReadonlySet<string>; scale: ReadonlySet<string> };
type List = (name: string) => ReadonlySet<string>;

function indicatorLinks(definition: IndicatorDefinition, known: Known, list: List): Link[] {
  const { numerator, population, score, change, unknown_reasons } = definition;
  const { not_in, age: _, target_group: __, ...coded } = population;
  const scale = (path: Path, name: string) => ({ path, among: known.scale, what: noScale, name });
  return [
    ...(numerator ? numeratorLinks(numerator, ["numerator"], known, list) : []),
    ...Object.entries(coded).flatMap(([column, chosen]) =>
      codeLinks(chosen ?? [], ["population", column], list(yesNo.includes(column) ? "yes_no" : column)),
    ),
    ...codeLinks(unknown_reasons, ["unknown_reasons"], list("exit_reason")),
    ...(not_in ? [{ path: ["population", "not_in"], among: known.indicator, what: noIndicator, name: not_in }] : []),
    ...targetLinks(definition.targets, list),
    ...(score ? [scale(["score", "scale"], score.scale)] : []),
    ...(change ? [scale(["change", "scale"], change.scale)] : []),
  ];
}

const yesNo = ["foreign_born", "foreign_background", "disability", "eligible"];

function numeratorLinks(numerator: Numerator, path: Path, known: Known, list: List): Link[] {
  if ("any" in numerator) {
    return numerator.any.flatMap((part, index) => numeratorLinks(part, [...path, "any", index], known, list));
  }
  if ("all" in numerator) {
    return numerator.all.flatMap((part, index) => numeratorLinks(part, [...path, "all", index], known, list));
  }
  if ("exit_reason" in numerator) {
    return codeLinks(numerator.exit_reason, [...path, "exit_reason"], list("exit_reason"));
  }
  if ("outcome" in numerator) return codeLinks(numerator.outcome, [...path, "outcome"], list("outcome_kind"));
  if ("followup" in numerator) {
    return codeLinks(numerator.followup.status, [...path, "followup", "status"], list("followup_status"));
  }
  if ("score" in numerator) {
    const { scale } = numerator.score;
    return [{ path: [...path, "score", "scale"], among: known.scale, what: noScale, name: scale }];
  }
  return [];
}

function programmeLinks(programme: ProgrammeDefinition, indicators: ReadonlySet<string>, list: List): Link[] {
  const named = (names: readonly string[], path: Path): Link[] =>
    names.map((name, index) => ({ path: [...path, index], among: indicators, what: noIndicator, name }));
  const nodes = programme.theory?.nodes ?? [];
  return [
    ...named(programme.indicators, ["indicators"]),
    ...programme.goals.flatMap((goal, index) => named(goal.indicators, ["goals", index, "indicators"])),
    ...nodes.flatMap((node, index) => named(node.indicators, ["theory", "nodes", index, "indicators"])),
    ...codeLinks(programme.municipalities, ["municipalities"], list("municipality")),
    ...targetLinks(programme.targets, list),
  ];
}

/** Age bands are the programme's own and in no list. */
function targetLinks(targets: readonly TargetDefinition[], list: List): Link[] {
  return targets.flatMap(({ scope }, index) =>
    (["municipality", "sex", "foreign_born"] as const).flatMap((column) => {
      const name = scope[column];
      if (name === undefined) return [];
      const among = list(column === "foreign_born" ? "yes_no" : column);
      return [{ path: ["targets", index, "scope", column], among, what: noCode, name }];
    }),
  );
}

function codeLinks(codes: readonly string[], path: Path, among: ReadonlySet<string>): Link[] {
  return codes.map((name, index) => ({ path: [...path, index], among, what: noCode, name }));
}

import type { ColumnMeta, EarlierCause, EarlierFigure, Language, TableMeta, Text } from "../contract.ts";
import type { Because, Told, TracedFigure } from "../disclosure/traced.ts";
import { askedWords } from "./asked-words.ts";
import type { Ledger } from "./ledger.ts";
import type { Library } from "./library.ts";
import type { Row } from "./steering-mask.ts";
import type { SteeringQuestion } from "./steering-question.ts";

/** Why cells of a figure are hidden because of earlier ones, and the figures it was decided with. */
export interface FigureCauses {
  /** By row of the figure as it was traced. */
  rows: readonly Readonly<Record<string, Because>>[];
  /** What `Told` numbers. */
  beside: readonly { figure: TracedFigure; question: SteeringQuestion }[];
}

interface Named {
  ledger: Ledger;
  library: Library;
}

/** What a Table says of earlier figures: the causes of these rows, and each figure once. Undefined where there are none. */
export function earlierOf(
  named: Named,
  { beside }: FigureCauses,
  rows: readonly Readonly<Record<string, Because>>[],
): TableMeta["earlier"] {
  const places = new Map<number, number>();
  const figures: EarlierFigure[] = [];
  const placeOf = (number: number): number => {
    const place = places.get(number) ?? figures.push(earlierFigure(named, number)) - 1;
    places.set(number, place);
    return place;
  };
  const toCause = (because: Because): EarlierCause => {
    if (because.kind === "undecided") return { kind: "undecided", figures: [] };
    if (because.kind === "hidden_before") return { kind: "hidden_before", figures: because.from.map(placeOf) };
    const { kind, together, told, bounds, withOthers, toOne } = because;
    return {
      kind,
      figures: together.map(placeOf),
      told: toldWords(named, beside, told),
      ...(bounds && { bounds }),
      ...(withOthers && { withOthers }),
      ...(toOne && { toOne }),
    };
  };
  const cells = rows.flatMap((row, at) => {
    const causes = Object.entries(row).map(([column, because]) => [column, toCause(because)] as const);
    return causes.length > 0 ? [[String(at), Object.fromEntries(causes)] as const] : [];
  });
  return cells.length > 0 ? { figures, cells: Object.fromEntries(cells) } : undefined;
}

function earlierFigure({ ledger, library }: Named, number: number): EarlierFigure {
  const { answer, figure } = ledger.source(number);
  const { figures, scope } = askedWords(library, answer.what);
  const own = figure === undefined ? undefined : figures[figure];
  const all = (language: Language) => figures.map((each) => each[language]).join("; ");
  return { at: answer.at, figure: own ?? { sv: all("sv"), en: all("en") }, scope };
}

function toldWords(named: Named, beside: FigureCauses["beside"], told: Told): Text {
  if (told.kind === "left") {
    return {
      sv: "de som blir kvar när siffrorna dras från varandra",
      en: "those who are left when the figures are taken from each other",
    };
  }
  if (told.kind === "before") {
    const { figure, scope } = earlierFigure(named, told.from[0]!);
    return {
      sv: `en grupp som är dold i ${figure.sv} (${scope.sv})`,
      en: `a group that is hidden in ${figure.en} (${scope.en})`,
    };
  }
  const { figure, question } = beside[told.figure]!;
  const title = question.subject(undefined).title;
  const group = groupWords(named.library, question.columns, figure.rows[told.row]!);
  const column = question.columns.find(({ name }) => name === told.column)?.label;
  const cell = (language: Language, of: string, within: string): string => {
    const whom = group[language] === "" ? "" : ` ${of} ${group[language]}`;
    return `${column?.[language] ?? told.column}${whom} ${within} ${title[language]}`;
  };
  const words = { sv: cell("sv", "för", "i"), en: cell("en", "of", "in") };
  return told.rest ? { sv: `de som inte räknas i ${words.sv}`, en: `those not counted in ${words.en}` } : words;
}

function groupWords({ codes }: Library, columns: readonly ColumnMeta[], row: Row): Text {
  const keys = columns.filter(({ role, name }) => (role === "by" || role === "time") && (row[name] ?? null) !== null);
  const titles = keys.map(({ name, codes: list }): Text => {
    const value = String(row[name]);
    return codes[list ?? name]?.find(({ code }) => code === value)?.title ?? { sv: value, en: value };
  });
  return { sv: titles.map(({ sv }) => sv).join(", "), en: titles.map(({ en }) => en).join(", ") };
}

/** The causes of rows, which may stand in another order than the figure's. `keys`: the columns that say which row it is. */
export function causesOf(
  { rows: causes }: FigureCauses,
  figure: TracedFigure,
  keys: readonly string[],
  rows: readonly Row[],
): Readonly<Record<string, Because>>[] {
  const key = (row: Row) => JSON.stringify(keys.map((name) => row[name] ?? null));
  const byKey = new Map(figure.rows.map((row, at) => [key(row), causes[at]!]));
  return rows.map((row) => byKey.get(key(row)) ?? {});
}

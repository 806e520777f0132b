import type { FigureRequest, FiguresRequest, Language, Scope, Selection, Text, Value } from "../contract.ts";
import { labels } from "./indicator-labels.ts";
import type { Library } from "./library.ts";
import { date } from "./sentence-words.ts";

type Named = Pick<Library, "views" | "indicators" | "codes">;

/** What was asked for in words, as far as the library still knows it. */
export interface AskedWords {
  /** Of each figure its title, with what it is divided by and what was chosen for it. */
  figures: Text[];
  /** Of whom, and by which day. */
  scope: Text;
}

/** `what`: figures and scope as they were asked for, as JSON. */
export function askedWords(library: Named, what: string): AskedWords {
  const { scope, figures } = JSON.parse(what) as Pick<FiguresRequest, "scope" | "figures">;
  return { figures: figures.map((figure) => figureWords(library, figure)), scope: scopeWords(library, scope) };
}

function figureWords(library: Named, request: FigureRequest): Text {
  if ("view" in request) {
    const view = library.views.find(({ name }) => name === request.view);
    const own = Object.entries(request.params ?? {}).filter(([name]) => name !== "programme");
    const chosen = own.map(([name, value]) =>
      name === "selection" && typeof value === "string"
        ? inLanguages((language) => joined(groupsOf(library, JSON.parse(value) as Selection, language)))
        : valueWords(library, codeListOf(view, name), value),
    );
    return inLanguages((language) =>
      joined([view?.title[language] ?? request.view, ...chosen.map((text) => text[language])]),
    );
  }
  const { indicator, by = [], compare, denominator, cutoff } = request;
  const definition = library.indicators.find((each) => each.indicator === indicator);
  const chosen = [
    ...(denominator === undefined ? [] : [valueWords(library, "denominator", denominator)]),
    ...(cutoff === undefined ? [] : [untilWords(cutoff)]),
  ];
  return inLanguages((language) => {
    const divided = [...by, ...(compare === undefined ? [] : [compare])].map((column) => columnName(column)[language]);
    const name = definition?.title[language] ?? indicator;
    const by_ = divided.length === 0 ? [] : [`${language === "sv" ? "per" : "by"} ${listed(divided, language)}`];
    return joined([name, ...by_, ...chosen.map((text) => text[language])]);
  });
}

function scopeWords(library: Named, { cutoff, selection = {} }: Scope): Text {
  return inLanguages((language) => {
    const groups = groupsOf(library, selection, language);
    const whom = groups.length > 0 ? groups : [language === "sv" ? "alla" : "everyone"];
    const until = cutoff === undefined ? [] : [untilWords(cutoff)[language]];
    return joined([...whom, ...until]);
  });
}

/** Of each column the codes kept. */
function groupsOf(library: Named, selection: Selection, language: Language): string[] {
  return Object.entries(selection).map(([column, codes]) => {
    const list = library.codes[column] ? column : "yes_no";
    const names = codes.map((code) => valueWords(library, list, code)[language]);
    // A yes says nothing without what it is an answer to.
    return list === column ? listed(names, language) : `${columnName(column)[language]}: ${listed(names, language)}`;
  });
}

function untilWords(cutoff: string): Text {
  return { sv: `till och med ${date(cutoff, "sv")}`, en: `by ${date(cutoff, "en")}` };
}

function codeListOf(view: Named["views"][number] | undefined, param: string): string {
  return view?.params.find(({ name }) => name === param)?.codes ?? param;
}

function valueWords({ codes }: Named, list: string, value: Value): Text {
  const text = Array.isArray(value) ? value.join(", ") : String(value ?? "");
  return codes[list]?.find(({ code }) => code === text)?.title ?? { sv: text, en: text };
}

function columnName(column: string): Text {
  const label = labels[column] ?? { sv: column, en: column };
  return { sv: label.sv.toLowerCase(), en: label.en.toLowerCase() };
}

function inLanguages(say: (language: Language) => string): Text {
  return { sv: say("sv"), en: say("en") };
}

function joined(parts: string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language).format(names);
}

import type { Problem, Text } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import { codeOnly, lineAt } from "./sql-code.ts";
import type { LibraryView } from "./view-definitions.ts";

/** Why a view cannot be made, as a sentence with the line of the file. */
export function definitionProblem(view: LibraryView, error: unknown): Problem {
  const said = error instanceof Refusal ? error.text : { sv: String(error), en: String(error) };
  const detail = (error instanceof Refusal && error.detail) || said.en;
  const line = lineOf(view, detail);
  const rest = reason(view, detail) ?? { sv: `går inte att skapa. ${said.sv}`, en: `cannot be made. ${said.en}` };
  return {
    file: view.file,
    ...(line !== undefined && { where: String(line) }),
    message: { sv: `Vyn "${view.name}" ${rest.sv}`, en: `View "${view.name}" ${rest.en}` },
  };
}

/** Where DuckDB points; else where the first name that is quoted stands in the statement. */
function lineOf({ sql }: LibraryView, detail: string): number | undefined {
  const pointed = detail.match(/^LINE (\d+):/m)?.[1];
  // The statement that makes a view has one line before the file's first.
  if (pointed !== undefined) return Number(pointed) - 1;
  const name = detail.match(/"([^"]+)"/)?.[1];
  const place = name === undefined ? -1 : codeOnly(sql).indexOf(name);
  return place < 0 ? undefined : lineAt(sql, place);
}

const readings: { pattern: RegExp; text: (found: string[], view: LibraryView, detail: string) => Text }[] = [
  {
    pattern: /Referenced column "([^"]+)" (?:was )?not found/,
    text: ([column = ""], { sql }, detail) => missingColumn(column, onlySource(sql), detail),
  },
  {
    pattern: /"([^"]+)" does not have a column named "([^"]+)"/,
    text: ([source = "", column = ""], { sql }, detail) => missingColumn(column, sourceOf(sql, source), detail),
  },
  {
    pattern: /Table(?: Function)? with name "?([\w.]+)"? does not exist|no table or view "([^"]+)"/,
    text: ([first, second]) => ({
      sv: `läser "${first ?? second}", som inte finns eller inte fungerar. Rätta namnet, eller felet i den vyn.`,
      en: `reads "${first ?? second}", which does not exist or does not work. Correct the name, or the error in that view.`,
    }),
  },
  {
    pattern: /Function with name "?([\w.]+)"? does not exist/,
    text: ([name]) => ({
      sv: `använder funktionen "${name}", som inte finns. Rätta namnet.`,
      en: `uses the function "${name}", which does not exist. Correct the name.`,
    }),
  },
  {
    pattern: /syntax error at or near "([^"]*)"/,
    text: ([near]) => ({
      sv: `kan inte läsas vid "${near}". Rätta SQL-satsen där.`,
      en: `cannot be read at "${near}". Correct the SQL there.`,
    }),
  },
  {
    pattern: /already exists/,
    text: () => ({
      sv: "har ett namn som är upptaget av en tabell eller ett makro. Välj ett annat namn på filen.",
      en: "has a name that is taken by a table or a macro. Choose another name for the file.",
    }),
  },
  {
    pattern: /Conflicting column names for column (\w+)/,
    text: ([column]) => ({
      sv: `har en parameter "${column}" som heter som en kolumn i det den läser. Ge parametern ett annat namn.`,
      en: `has a parameter "${column}" called like a column of what it reads. Give the parameter another name.`,
    }),
  },
];

function reason(view: LibraryView, detail: string): Text | undefined {
  for (const { pattern, text } of readings) {
    const found = detail.match(pattern);
    if (found) return text(found.slice(1), view, detail);
  }
  return undefined;
}

function missingColumn(column: string, source: string | undefined, detail: string): Text {
  const near = detail.match(/Candidate bindings: :? ?"([^"]+)"/)?.[1];
  return {
    sv: `läser en kolumn "${column}" som ${source ?? "det den läser från"} inte har.${near ? ` Menas "${near}"?` : ""}`,
    en: `reads a column "${column}" that ${source ?? "what it reads from"} does not have.${near ? ` Is "${near}" meant?` : ""}`,
  };
}

/** What an alias stands for. */
function sourceOf(sql: string, named: string): string {
  const pattern = new RegExp(`\\b(?:from|join)\\s+(\\w+)(?:\\s*\\([^)]*\\))?\\s+(?:as\\s+)?${named}\\b`, "i");
  return codeOnly(sql).match(pattern)?.[1] ?? named;
}

/** The table that a statement reads from, where there is only one. */
function onlySource(sql: string): string | undefined {
  const sources = new Set([...codeOnly(sql).matchAll(/\b(?:from|join)\s+(\w+)/gi)].map((found) => found[1]));
  return sources.size === 1 ? [...sources][0] : undefined;
}

/** Where a view's header and its answer differ. */
export function columnProblems(view: LibraryView, answered: { name: string; type: string }[]): Problem[] {
  const problem = (sv: string, en: string): Problem => ({
    file: view.file,
    message: { sv: `Vyn "${view.name}" ${sv}`, en: `View "${view.name}" ${en}` },
  });
  const declared = new Map(view.columns.map((column) => [column.name, column.type]));
  const problems = answered.flatMap(({ name, type }) => {
    const said = declared.get(name);
    if (said === type) return [];
    if (said === undefined) {
      return problem(
        `har en kolumn "${name}" som inte står i filens huvud. Lägg till @column ${name} ${type}.`,
        `has a column "${name}" that its header does not have. Add @column ${name} ${type}.`,
      );
    }
    return problem(
      `säger att kolumnen "${name}" är ${said}, men den är ${type}. Rätta huvudet, eller gör om kolumnen med ::${said}.`,
      `says that column "${name}" is ${said}, but it is ${type}. Correct the header, or cast the column with ::${said}.`,
    );
  });
  const missing = [...declared.keys()].filter((name) => !answered.some((column) => column.name === name));
  for (const name of missing) {
    problems.push(
      problem(
        `har ingen kolumn "${name}", fast den står i filens huvud. Ta bort raden, eller lägg till kolumnen.`,
        `has no column "${name}", though its header says so. Remove the line, or add the column.`,
      ),
    );
  }
  const order = answered.map(({ name }) => name).join(", ");
  if (problems.length === 0 && order !== [...declared.keys()].join(", ")) {
    problems.push(
      problem(
        `har sina kolumner i en annan ordning än i filens huvud. De kommer som ${order}.`,
        `has its columns in another order than its header. They come as ${order}.`,
      ),
    );
  }
  return problems;
}

export function unknownView(name: string): Refusal {
  return new Refusal("unknown_view", {
    sv: `Det finns ingen vy "${name}" som fungerar. Katalogen visar de vyer som finns och vad som är fel med andra.`,
    en: `There is no working view "${name}". The catalogue shows the views there are, and what is wrong with others.`,
  });
}

import type { Problem, Text } from "../contract.ts";
import { Refusal } from "../refusal.ts";
import type { LibraryView } from "./view-definitions.ts";

/** Why DuckDB would not make a view, as a sentence with the line of the file. */
export function definitionProblem(view: LibraryView, error: unknown): Problem {
  const detail = error instanceof Refusal ? (error.detail ?? error.message) : String(error);
  // The statement has one line before the file's first.
  const line = Number(detail.match(/^LINE (\d+):/m)?.[1] ?? Number.NaN) - 1;
  return {
    file: view.file,
    ...(line >= 1 && { where: `line ${line}` }),
    message: reason(view, detail) ?? otherReason(view, error, detail),
  };
}

function reason(view: LibraryView, detail: string): Text | undefined {
  const column = detail.match(/Referenced column "([^"]+)" (?:was )?not found/)?.[1];
  if (column) return missingColumn(view.name, column, onlySource(view.sql), candidate(detail));
  const member = detail.match(/Table "([^"]+)" does not have a column named "([^"]+)"/);
  if (member?.[1] && member[2])
    return missingColumn(view.name, member[2], sourceOf(view.sql, member[1]), candidate(detail));
  const missing = detail.match(/(Table Function|Table|[A-Z]\w+ Function) with name "?([\w.]+)"? does not exist/);
  if (missing?.[1] && missing[2]) {
    return missing[1].startsWith("Table")
      ? {
          sv: `Vyn "${view.name}" läser "${missing[2]}", som inte finns eller inte fungerar. Rätta namnet, eller felet i den vyn.`,
          en: `View "${view.name}" reads "${missing[2]}", which does not exist or does not work. Correct the name, or the error in that view.`,
        }
      : {
          sv: `Vyn "${view.name}" använder funktionen "${missing[2]}", som inte finns. Rätta namnet.`,
          en: `View "${view.name}" uses the function "${missing[2]}", which does not exist. Correct the name.`,
        };
  }
  const near = detail.match(/syntax error at or near "([^"]*)"/)?.[1];
  if (near !== undefined) {
    return {
      sv: `Vyn "${view.name}" kan inte läsas vid "${near}". Rätta SQL-satsen där.`,
      en: `View "${view.name}" cannot be read at "${near}". Correct the SQL there.`,
    };
  }
  if (detail.includes("already exists")) {
    return {
      sv: `Namnet "${view.name}" är upptaget av en tabell eller ett makro. Välj ett annat namn på filen.`,
      en: `The name "${view.name}" is taken by a table or a macro. Choose another name for the file.`,
    };
  }
  const conflict = detail.match(/Conflicting column names for column (\w+)/)?.[1];
  if (conflict) {
    return {
      sv: `Vyn "${view.name}" har en parameter "${conflict}" som heter som en kolumn i det den läser. Ge parametern ett annat namn.`,
      en: `View "${view.name}" has a parameter "${conflict}" called like a column of what it reads. Give the parameter another name.`,
    };
  }
  return undefined;
}

function missingColumn(view: string, column: string, source: string | undefined, near: string | undefined): Text {
  return {
    sv: `Vyn "${view}" läser en kolumn "${column}" som ${source ?? "det den läser från"} inte har.${near ? ` Menas "${near}"?` : ""}`,
    en: `View "${view}" reads a column "${column}" that ${source ?? "what it reads from"} does not have.${near ? ` Is "${near}" meant?` : ""}`,
  };
}

const candidate = (detail: string) => detail.match(/Candidate bindings: :? ?"([^"]+)"/)?.[1];

/** What an alias stands for. */
function sourceOf(sql: string, named: string): string {
  const pattern = new RegExp(`\\b(?:from|join)\\s+(\\w+)(?:\\s*\\([^)]*\\))?\\s+(?:as\\s+)?${named}\\b`, "i");
  return sql.match(pattern)?.[1] ?? named;
}

/** The table that a statement reads from, where there is only one. */
function onlySource(sql: string): string | undefined {
  const code = sql.replace(/--[^\n]*/g, "");
  const sources = new Set([...code.matchAll(/\b(?:from|join)\s+(\w+)/gi)].map((found) => found[1]));
  return sources.size === 1 ? [...sources][0] : undefined;
}

function otherReason(view: LibraryView, error: unknown, detail: string): Text {
  const text = error instanceof Refusal ? error.text : { sv: detail, en: detail };
  const first = detail.split("\n")[0];
  return {
    sv: `Vyn "${view.name}" går inte att skapa. ${text.sv} (${first})`,
    en: `View "${view.name}" cannot be made. ${text.en} (${first})`,
  };
}

/** Where a view's header and its answer differ. */
export function columnProblems(view: LibraryView, answered: { name: string; type: string }[]): Problem[] {
  const problem = (sv: string, en: string): Problem => ({
    file: view.file,
    message: { sv: `Vyn "${view.name}" ${sv}`, en: `View "${view.name}" ${en}` },
  });
  const declared = new Map(view.columns.map((column) => [column.name, column.type]));
  const present = new Map(answered.map((column) => [column.name, column.type]));
  const problems = answered.flatMap(({ name, type }) => {
    const said = declared.get(name);
    if (said === undefined) {
      return [
        problem(
          `har en kolumn "${name}" som inte står i filens huvud. Lägg till @column ${name} ${type}.`,
          `has a column "${name}" that its header does not have. Add @column ${name} ${type}.`,
        ),
      ];
    }
    if (said === type) return [];
    return [
      problem(
        `säger att kolumnen "${name}" är ${said}, men den är ${type}. Rätta huvudet, eller gör om kolumnen med ::${said}.`,
        `says that column "${name}" is ${said}, but it is ${type}. Correct the header, or cast the column with ::${said}.`,
      ),
    ];
  });
  const missing = [...declared.keys()].filter((name) => !present.has(name));
  problems.push(
    ...missing.map((name) =>
      problem(
        `har ingen kolumn "${name}", fast den står i filens huvud. Ta bort raden, eller lägg till kolumnen.`,
        `has no column "${name}", though its header says so. Remove the line, or add the column.`,
      ),
    ),
  );
  const order = answered.map(({ name }) => name).join(", ");
  if (problems.length === 0 && order !== view.columns.map(({ name }) => name).join(", ")) {
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

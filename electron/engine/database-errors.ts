import type { Text } from "../contract.ts";
import { Refusal } from "../refusal.ts";

interface Reading {
  code: string;
  text: (found: RegExpMatchArray) => Text;
  pattern: RegExp;
}

// DuckDB speaks of the statement alone while it parses and binds, so its whole text may be shown. What it says while it
// runs quotes values from rows; of that only the kind of error and the spot in the statement are kept.
const beforeRunning: Reading[] = [
  {
    code: "sql_syntax",
    pattern: /^Parser Error: syntax error at or near "(?<near>[^"]*)"/,
    text: ({ groups }) => ({
      sv: `SQL-satsen går inte att läsa vid "${groups?.near}". Rätta den där.`,
      en: `The SQL cannot be read at "${groups?.near}". Correct it there.`,
    }),
  },
  {
    code: "sql_syntax",
    pattern: /^Parser Error: /,
    text: () => ({
      sv: "SQL-satsen går inte att läsa. Den är kanske inte avslutad: se efter citattecken och parenteser.",
      en: "The SQL cannot be read. It may be unfinished: look at quotes and parentheses.",
    }),
  },
  {
    code: "unknown_column",
    pattern:
      /^Binder Error: (?:Referenced column "(?<column>[^"]*)" (?:not found|was not found)|.*? "(?<table>[^"]*)" does not have a column named "(?<member>[^"]*)")(?:[\s\S]*?Candidate bindings: (?<candidates>[^\n]*))?/,
    text: ({ groups }) => {
      const { column, table, member, candidates } = groups ?? {};
      return {
        sv: `Det finns ingen kolumn "${column ?? member}"${table ? ` i "${table}"` : ""}.${candidates ? ` Närmast i namn: ${candidates}.` : ""} Rätta namnet.`,
        en: `There is no column "${column ?? member}"${table ? ` in "${table}"` : ""}.${candidates ? ` Nearest in name: ${candidates}.` : ""} Correct the name.`,
      };
    },
  },
  {
    code: "unknown_table",
    pattern:
      /^(?:Catalog|Binder) Error: (?:Table with name "?(?<table>[^"\n]*?)"? does not exist|Referenced table "(?<referenced>[^"]*)")/,
    text: ({ groups }) => ({
      sv: `Det finns ingen tabell eller vy "${groups?.table ?? groups?.referenced}". Rätta namnet; katalogen visar vilka som finns.`,
      en: `There is no table or view "${groups?.table ?? groups?.referenced}". Correct the name; the catalogue shows those that exist.`,
    }),
  },
  {
    code: "unknown_function",
    pattern: /^Catalog Error: (?<kind>[\w ]*Function) with name "?(?<name>[^"\n]*?)"? does not exist/,
    text: ({ groups }) => ({
      sv: `Det finns ingen funktion "${groups?.name}". Rätta namnet.`,
      en: `There is no function "${groups?.name}". Correct the name.`,
    }),
  },
  {
    code: "wrong_arguments",
    pattern: /^Binder Error: (?:Macro |No function matches the given name and argument types ')"?(?<name>[\w.]+)/,
    text: ({ groups }) => ({
      sv: `"${groups?.name}" kan inte ta de värden som den får. Se efter vilka parametrar den har och av vilken typ.`,
      en: `"${groups?.name}" cannot take the values it is given. See which parameters it has, and of which type.`,
    }),
  },
  {
    code: "sql_invalid",
    pattern: /^(?:Binder|Catalog|Dependency) Error: /,
    text: () => ({
      sv: "Databasen kan inte utföra SQL-satsen så som den är skriven. Databasens egna ord står nedan.",
      en: "The database cannot carry out the SQL as it is written. The database's own words are below.",
    }),
  },
];

const whileRunning: Reading[] = [
  {
    code: "build_damaged",
    pattern:
      /^(?:IO|Serialization|FATAL) Error: .*(?:Corrupt database|checksum|not a valid DuckDB database|Could not read|deserializ)/is,
    text: () => damagedText(),
  },
  {
    code: "out_of_memory",
    pattern: /^Out of Memory Error/,
    text: () => ({
      sv: "Frågan behöver mer minne än vad den får använda. Begränsa den till färre rader eller kolumner och försök igen.",
      en: "The query needs more memory than it may use. Limit it to fewer rows or columns and try again.",
    }),
  },
  {
    code: "cancelled",
    pattern: /^INTERRUPT Error/,
    text: () => ({ sv: "Frågan avbröts.", en: "The query was interrupted." }),
  },
  {
    code: "conversion",
    pattern:
      /^(?:Conversion|Mismatch Type) Error: [\s\S]*? to (?<type>[A-Z0-9_]+) when casting from source column (?<column>\w+)/,
    text: ({ groups }) => ({
      sv: `Kolumnen "${groups?.column}" har ett värde som inte kan läsas som ${groups?.type}. Använd try_cast för att få tomt i stället.`,
      en: `The column "${groups?.column}" has a value that cannot be read as ${groups?.type}. Use try_cast to get an empty value instead.`,
    }),
  },
  {
    code: "conversion",
    pattern: /^(?:Conversion|Mismatch Type) Error: /,
    text: () => ({
      sv: "Ett värde kan inte läsas som den typ som frågan begär. Använd try_cast för att få tomt i stället.",
      en: "A value cannot be read as the type that the query asks for. Use try_cast to get an empty value instead.",
    }),
  },
  {
    code: "out_of_range",
    pattern: /^Out of Range Error: /,
    text: () => ({
      sv: "Ett tal i uträkningen blir för stort för sin typ. Gör om till double före uträkningen.",
      en: "A number in the calculation becomes too large for its type. Cast to double before the calculation.",
    }),
  },
  {
    code: "refused_by_lock",
    pattern: /^Permission Error: |configuration has been locked|Cannot change configuration/,
    text: () => ({
      sv: "Frågedatabasen är låst och får bara läsa det inlästa underlaget. Skriv en fråga som börjar med select.",
      en: "The query database is locked and may only read the loaded extracts. Write a query that begins with select.",
    }),
  },
  {
    code: "database_failed",
    pattern: /^(?:INTERNAL|FATAL) Error/,
    text: () => ({
      sv: "Databasen råkade ut för ett eget fel i den här frågan. Skriv frågan på ett annat sätt och rapportera felet.",
      en: "The database met with an error of its own in this query. Write the query another way, and report the error.",
    }),
  },
  {
    code: "wrong_arguments",
    pattern:
      /^Invalid Input Error: (?<name>\w+): the lists belong together member by member, but have (?<lengths>\d+(?: and \d+)+) members/,
    text: ({ groups }) => ({
      sv: `Listorna i ${groups?.name} hör ihop element för element, men har ${groups?.lengths?.replaceAll("and", "och")} element. Ge dem lika många; ett värde som saknas är null.`,
      en: `The lists of ${groups?.name} belong together member by member, but have ${groups?.lengths} members. Give them equally many; a missing value is null.`,
    }),
  },
  {
    code: "wrong_arguments",
    pattern:
      /^Invalid Input Error: (?<name>\w+): (?:the )?(?<argument>\w+) is (?<choices>'\w+'(?:, '\w+')*) or (?<last>'\w+'), not /,
    text: ({ groups }) => ({
      sv: `Argumentet ${groups?.argument} till ${groups?.name} kan bara vara ${groups?.choices} eller ${groups?.last}. Rätta det.`,
      en: `The argument ${groups?.argument} of ${groups?.name} can only be ${groups?.choices} or ${groups?.last}. Correct it.`,
    }),
  },
  {
    code: "wrong_arguments",
    pattern: /^Invalid Input Error: (?<parameter>by|missing): (?<choices>\w+(?:, \w+)+)/,
    text: ({ groups }) => ({
      sv: `Parametern "${groups?.parameter}" kan bara vara ${groups?.choices}. Rätta den.`,
      en: `The parameter "${groups?.parameter}" can only be ${groups?.choices}. Correct it.`,
    }),
  },
  {
    code: "sql_failed",
    pattern: /^[\w ]+ Error: /,
    text: () => ({
      sv: "Databasen kunde inte utföra frågan på det här underlaget. Se efter vilka värden kolumnerna har.",
      en: "The database could not carry out the query on this data. See which values the columns have.",
    }),
  },
];

/** DuckDB's error as a Refusal; anything else comes back as it is. `sql` is the statement that failed. */
export function translateError(error: unknown, sql: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  for (const { code, pattern, text } of beforeRunning) {
    const found = error.message.match(pattern);
    if (found) return new Refusal(code, text(found), { detail: error.message });
  }
  for (const { code, pattern, text } of whileRunning) {
    const found = error.message.match(pattern);
    if (found) return new Refusal(code, text(found), { detail: withoutValues(error.message, sql) });
  }
  return error;
}

/** A build file that cannot be read; `extract` is the name under which it is attached. */
export function damagedBuild(extract: string, error: unknown): Refusal {
  const detail = error instanceof Error ? error.message.split(":")[0] : undefined;
  return new Refusal("build_damaged", damagedText(extract), { cause: error, ...(detail && { detail }) });
}

function damagedText(extract?: string): Text {
  const [av, of] = extract ? [` av underlaget "${extract}"`, ` of extract "${extract}"`] : ["", ""];
  return {
    sv: `Den bearbetade kopian${av} är skadad och går inte att läsa. Underlaget självt är orört: läs in det igen, så görs kopian om.`,
    en: `The built copy${of} is damaged and cannot be read. The extract itself is untouched: load it again, and the copy is made anew.`,
  };
}

/** The kind of error and, where it is really text of the statement, the line that DuckDB points at. */
function withoutValues(message: string, sql: string): string {
  const kind = message.match(/^[\w ]+ Error/)?.[0] ?? "Error";
  const line = message.match(/\nLINE (\d+): (?:\.\.\.)?(.*?)(?:\.\.\.)?\n/);
  return line?.[2] && sql.includes(line[2]) ? `${kind} at line ${line[1]}: ${line[2]}` : kind;
}

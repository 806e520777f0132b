import { Refusal } from "../refusal.ts";

// What typed SQL may not do: each a sentence that says what, and what to do instead.

export const empty = () =>
  new Refusal("sql_empty", {
    sv: "Det finns ingen SQL att köra. Skriv en fråga som börjar med select.",
    en: "There is no SQL to run. Write a query that begins with select.",
  });

export const several = () =>
  new Refusal("several_statements", {
    sv: "Bara en sats åt gången får köras. Ta bort det som står efter det första semikolonet.",
    en: "Only one statement at a time may be run. Remove what stands after the first semicolon.",
  });

export const tooLong = (characters: number) =>
  new Refusal("sql_too_long", {
    sv: `SQL-satsen är längre än ${characters.toLocaleString("sv")} tecken. Korta den, eller lägg delar av den i en vy.`,
    en: `The SQL is longer than ${characters.toLocaleString("en")} characters. Shorten it, or put parts of it in a view.`,
  });

export const nullCharacter = () =>
  new Refusal("sql_syntax", {
    sv: "SQL-satsen innehåller ett nolltecken. Ta bort det och försök igen.",
    en: "The SQL contains a null character. Remove it and try again.",
  });

export const notReading = () =>
  new Refusal("only_reading", {
    sv: "Bara frågor som läser får köras: select, from, with, values, describe och summarize. Skriv om satsen som en sådan.",
    en: "Only queries that read may be run: select, from, with, values, describe and summarize. Rewrite the statement as one.",
  });

export const show = () =>
  new Refusal("show_not_allowed", {
    sv: "Databasens egna listor får inte visas. Katalogen visar vilka tabeller och vyer som finns; describe visar en tabells kolumner.",
    en: "The database's own lists may not be shown. The catalogue shows the tables and views there are; describe shows a table's columns.",
  });

export const table = (name: string) =>
  /[./\\:*]/.test(name)
    ? new Refusal("file_not_allowed", {
        sv: `"${name}" ser ut som en fil, och filer får inte läsas i en fråga. Läs in filen som ett underlag i stället.`,
        en: `"${name}" looks like a file, and files may not be read in a query. Load the file as an extract instead.`,
      })
    : new Refusal("unknown_table", {
        sv: `Det finns ingen tabell eller vy "${name}" som en fråga får läsa. Katalogen visar vilka som finns.`,
        en: `There is no table or view "${name}" that a query may read. The catalogue shows those that exist.`,
      });

export const tableFunction = (name: string) =>
  new Refusal("table_function_not_allowed", {
    sv: `"${name}" får inte läsas som en tabell. Läs en vy i katalogen, eller läs in data som ett underlag.`,
    en: `"${name}" may not be read as a table. Read a view of the catalogue, or load data as an extract.`,
  });

export const scalarFunction = (name: string) =>
  new Refusal("function_not_allowed", {
    sv: `Funktionen "${name}" finns inte bland dem som en fråga får använda. Använd en annan, till exempel någon av statistikfunktionerna.`,
    en: `The function "${name}" is not among those that a query may use. Use another, such as one of the statistics.`,
  });

export const qualified = (name: string) =>
  new Refusal("qualified_name", {
    sv: `"${name}" står som databas eller schema framför en punkt, och frågor får bara läsa det som katalogen visar. Skriv namnet utan "${name}."; skriv lower(x), inte x.lower().`,
    en: `"${name}" stands as a database or schema before a dot, and queries may only read what the catalogue shows. Write the name without "${name}."; write lower(x), not x.lower().`,
  });

export const commonTable = (name: string) =>
  new Refusal("name_not_allowed", {
    sv: `"${name}" får inte vara ett namn efter with. Välj ett namn av bokstäver, siffror och understreck.`,
    en: `"${name}" may not be a name after with. Choose a name of letters, digits and underscores.`,
  });

export const unknownPart = () =>
  new Refusal("not_allowed", {
    sv: "Frågan har en del av ett slag som inte får användas här. Skriv den med select, join, with och vanliga uttryck.",
    en: "The query has a part of a kind that may not be used here. Write it with select, join, with and ordinary expressions.",
  });

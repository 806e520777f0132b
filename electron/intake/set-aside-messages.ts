import type { Text } from "../contract.ts";

/** Why a row is set aside, by rule, and what to do. `column` is the supplier's heading. */
const messages: Record<string, (column: string) => Text> = {
  required: (column) => ({
    sv: `${column} är tom. Fyll i uppgiften.`,
    en: `${column} is empty. Fill it in.`,
  }),
  code: (column) => ({
    sv: `${column} har en kod som inte finns i kodlistan. Rätta koden, eller lämna cellen tom om uppgiften saknas.`,
    en: `${column} has a code that is not in the code list. Correct it, or leave the cell empty if it is not known.`,
  }),
  municipality: (column) => ({
    sv: `${column} är ingen känd kommun. Ange kommunkod med fyra siffror, eller kommunens namn.`,
    en: `${column} is no known municipality. Give its four-digit code or its name.`,
  }),
  integer: (column) => ({
    sv: `${column} är inget heltal. Rätta talet.`,
    en: `${column} is no whole number. Correct it.`,
  }),
  decimal: (column) => ({ sv: `${column} är inget tal. Rätta talet.`, en: `${column} is no number. Correct it.` }),
  date: (column) => ({
    sv: `${column} är inget datum. Skriv ÅÅÅÅ-MM-DD.`,
    en: `${column} is no date. Write YYYY-MM-DD.`,
  }),
  nul_byte: (column) => ({
    sv: `${column} innehåller ett tecken som inte är text (NUL). Exportera filen på nytt.`,
    en: `${column} holds a character that is no text (NUL). Export the file again.`,
  }),
  too_long: (column) => ({
    sv: `${column} är längre än 10 000 tecken. Ett citattecken kan saknas; annars korta texten.`,
    en: `${column} is longer than 10 000 characters. A quotation mark may be missing; else shorten the text.`,
  }),
  field_count: () => ({
    sv: "Raden har ett annat antal fält än rubrikraden. Text som innehåller skiljetecknet måste stå inom citattecken.",
    en: "The row has another number of fields than the header. Text that contains the delimiter must stand in quotation marks.",
  }),
  quoting: () => ({
    sv: "Ett citattecken står fel i raden. Citattecken inne i text ska skrivas dubbelt.",
    en: "A quotation mark stands wrong in the row. Quotation marks inside a text are written twice.",
  }),
  reference: (column) => ({
    sv: `${column} hänvisar till en rad som inte finns. Lägg till den, eller rätta hänvisningen.`,
    en: `${column} refers to a row that is not there. Add it, or correct the reference.`,
  }),
};

/** `parent` is where the row stands that this one refers to and that was set aside itself. */
export function setAsideMessage(rule: string, column: string | null, parent: Text | undefined): Text {
  if (rule === "reference_set_aside") {
    return {
      sv: `${column} hänvisar till en rad som lagts åt sidan (${parent?.sv}). Rätta den raden.`,
      en: `${column} refers to a row that was set aside (${parent?.en}). Correct that row.`,
    };
  }
  const message = messages[rule];
  if (message === undefined) throw new Error(`no message for the rule ${rule}`);
  return message(column ?? "");
}

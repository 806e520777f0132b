/**
 * A PDF that says it was made on this day, whatever the clock says, and whose parts are numbered alike, whatever else the browser has
 * numbered before. What is put in is as long as what it takes the place of, since a PDF knows its objects by where they begin.
 */
export function reproduciblePdf(pdf: Buffer, day: string): Buffer {
  const digits = `${day.replaceAll("-", "")}000000`;
  const text = pdf.toString("latin1");
  // In their own order, in which the PDF's index has them too.
  const numbers = new Map([...new Set(text.match(PART) ?? [])].sort().map((part, at) => [part, at + 1]));
  const fixed = text
    .replaceAll(DATE, (_, before: string, zone: string) => `${before}${digits}${zone.replaceAll(/\d/g, "0")})`)
    .replaceAll(PART, (part) => `(node${String(numbers.get(part)).padStart(8, "0")})`);
  return Buffer.from(fixed, "latin1");
}

const DATE = /(\/(?:CreationDate|ModDate) ?\(D:)\d{14}([^)]*)\)/g;

/** As the browser calls a cell of a table, by which others name it as their heading. */
const PART = /\(node\d{8}\)/g;

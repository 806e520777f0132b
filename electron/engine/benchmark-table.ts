import { isUtf8 } from "node:buffer";
import type { Code, Text } from "../contract.ts";
import { delimiters } from "../intake/csv-header.ts";
import { encodingOf } from "../intake/encoding.ts";
import type { BenchmarkValue } from "./benchmark.ts";
import { areaFinder, readValue, sexOf } from "./benchmark-cells.ts";
import { type BenchmarkShape, shapeOf } from "./benchmark-shape.ts";
import { type DelimitedRecord, readDelimited } from "./delimited.ts";

/** Something that is wrong in the file; without a line, with all of it. */
export interface BenchmarkFault {
  line?: number;
  message: Text;
}

/**
 * Reads a file of outside figures in the shapes of Kolada and Statistics Sweden: long or wide, any of the usual delimiters and
 * encodings. A row that cannot be understood is left out and told. Values stay as they were published: parts that do not sum to
 * their total are not made to.
 */
export function readBenchmarkTable(
  bytes: Buffer,
  municipalities: Code[],
): { values: BenchmarkValue[]; faults: BenchmarkFault[] } {
  const text = new TextDecoder(encodingOf(bytes.subarray(0, 2), isUtf8(bytes))).decode(bytes);
  const found = findHeader(text);
  if (!found) return { values: [], faults: [{ message: noHeader }] };
  const { shape, rows } = found;
  const { measure } = shape;
  if (measure !== undefined && new Set(rows.map(({ fields }) => fields[measure]?.trim())).size > 1) {
    return { values: [], faults: [{ message: severalMeasures }] };
  }
  const findArea = areaFinder(municipalities);
  const values: BenchmarkValue[] = [];
  const faults: BenchmarkFault[] = [];
  const seen = new Set<string>();
  for (const { line, fields } of rows) {
    const area = findArea(fields[shape.area] ?? "");
    const sex = sexOf(shape.sex === undefined ? "" : (fields[shape.sex] ?? ""));
    if (!area || !sex) {
      faults.push({ line, message: area ? noSex : noArea });
      continue;
    }
    for (const cell of cellsOf(shape, fields)) {
      const value = readValue(cell.text);
      const key = `${area.area} ${sex} ${cell.year}`;
      const message = Number.isNaN(cell.year) ? noYear : !value ? noValue : seen.has(key) ? twice : undefined;
      if (message || !value) faults.push({ line, message: message ?? noValue });
      else values.push({ ...area, sex, year: cell.year, ...value });
      seen.add(key);
    }
  }
  return { values, faults };
}

/** The first line that is a header; before it may stand a title, as Statistics Sweden writes one. */
function findHeader(text: string): { shape: BenchmarkShape; rows: DelimitedRecord[] } | undefined {
  const titleLines = 10;
  for (const delimiter of delimiters) {
    const records = readDelimited(text, delimiter);
    for (const [at, { fields }] of records.slice(0, titleLines).entries()) {
      const shape = shapeOf(fields);
      // Behind the figures there may be footnotes, which are no rows.
      if (shape) return { shape, rows: records.slice(at + 1).filter((record) => record.fields.length > 1) };
    }
  }
  return undefined;
}

function cellsOf({ cells }: BenchmarkShape, fields: string[]): { year: number; text: string }[] {
  if (cells.form === "wide") return cells.years.map(({ column, year }) => ({ year, text: fields[column] ?? "" }));
  const written = fields[cells.year]?.trim() ?? "";
  return [{ year: /^(19|20)\d{2}$/.test(written) ? Number(written) : Number.NaN, text: fields[cells.value] ?? "" }];
}

const noHeader: Text = {
  sv: "Filen har ingen rubrikrad som går att förstå. Den behöver en kolumn för kommun, och antingen år och värde eller en kolumn för varje år.",
  en: "The file has no header that can be understood. It needs a column for the municipality, and either year and value or a column for each year.",
};
const severalMeasures: Text = {
  sv: "Filen har flera nyckeltal. Spara ett nyckeltal i varje fil.",
  en: "The file has several measures. Keep one measure in each file.",
};
const noArea: Text = {
  sv: "Raden gäller ingen kommun, inget län och inte riket, och är inte med.",
  en: "The row is of no municipality, no county and not of the country, and is left out.",
};
const noSex: Text = {
  sv: "Könet går inte att förstå, och raden är inte med. Skriv T, K eller M.",
  en: "The sex cannot be understood, and the row is left out. Write T, K or M.",
};
const noYear: Text = {
  sv: "Året är inte ett årtal, och raden är inte med.",
  en: "The year is not a year, and the row is left out.",
};
const noValue: Text = {
  sv: "Ett värde är varken ett tal eller en symbol (-, . eller ..), och är inte med.",
  en: "A value is neither a number nor a symbol (-, . or ..), and is left out.",
};
const twice: Text = {
  sv: "Samma område, kön och år står redan högre upp i filen. Det första värdet gäller.",
  en: "The same area, sex and year stand further up in the file. The first value holds.",
};

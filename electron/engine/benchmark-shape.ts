/** Where in a row its parts stand. */
export interface BenchmarkShape {
  area: number;
  sex: number | undefined;
  /** Which figure it is, where the file says so: one file holds one. */
  measure: number | undefined;
  /** In the long form a row has a year and a value; in the wide form a column for each year. */
  cells: { form: "long"; year: number; value: number } | { form: "wide"; years: { column: number; year: number }[] };
}

// Codes before names, for a name may be shared or misspelt.
const areas = ["kommunkod", "kommun-id", "kommunid", "kommun_id", "municipality_id", "municipality_code", "regionkod"];
const areaNames = ["kommun", "municipality", "region", "område", "kommunnamn"];
const sexes = ["kön", "kon", "gender", "sex"];
const years = ["år", "ar", "year", "period", "tid", "time"];
const values = ["värde", "varde", "value"];
const measures = ["kpi", "kpi_id", "nyckeltal", "nyckeltals-id", "nyckeltal_id", "tabellinnehåll"];

/** Reads the header of a table in the shapes of Kolada and of Statistics Sweden. Undefined where it is of neither. */
export function shapeOf(header: readonly string[]): BenchmarkShape | undefined {
  const names = header.map((name) => name.trim().normalize("NFC").toLowerCase());
  const find = (known: string[]) => {
    const at = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
    return at;
  };
  const area = find(areas) ?? find(areaNames);
  if (area === undefined) return undefined;
  const place = { area, sex: find(sexes), measure: find(measures) };
  const year = find(years);
  if (year === undefined) {
    const wide = names.flatMap((name, column) => {
      const found = /(?:^|\s)((?:19|20)\d{2})$/.exec(name)?.[1];
      return found === undefined ? [] : [{ column, year: Number(found) }];
    });
    const once = new Set(wide.map((each) => each.year)).size === wide.length;
    return wide.length > 0 && once ? { ...place, cells: { form: "wide", years: wide } } : undefined;
  }
  // Statistics Sweden calls the column by what it holds: it is the one behind all others.
  const value = find(values) ?? (year === names.length - 2 ? names.length - 1 : undefined);
  return value === undefined ? undefined : { ...place, cells: { form: "long", year, value } };
}

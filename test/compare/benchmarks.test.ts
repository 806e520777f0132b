import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readBenchmarkTable } from "../../electron/engine/benchmark-table.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { saveBenchmark } from "../../electron/engine/save-benchmark.ts";
import { openSession } from "../../electron/engine/session.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";

// The values are made up; the shapes are those in which Kolada and Statistics Sweden's database give their tables.

const folder = mkdtempSync(join(tmpdir(), "benchmarks-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { codes } = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);

function read(text: string | Buffer) {
  const { values, faults } = readBenchmarkTable(Buffer.from(text as string), codes.municipality!);
  return {
    values: values.map(({ area, sex, year, value, symbol }) => `${area} ${sex} ${year} ${value ?? symbol ?? "empty"}`),
    faults: faults.map(({ line, message }) => `${line ?? "file"}: ${message.en}`),
  };
}

describe("Kolada's shape", () => {
  it("long, with codes, T, K and M, and symbols kept", () => {
    const text = [
      "kpi;municipality_id;municipality;period;gender;value",
      "N00001;0000;Riket;2022;T;41,5",
      "N00001;1781;Kristinehamn;2022;T;38,2",
      "N00001;1781;Kristinehamn;2022;K;..",
      "N00001;1781;Kristinehamn;2022;M;-",
      "N00001;0017;Region Värmland;2022;T;.",
    ].join("\r\n");
    expect(read(text)).toEqual({
      values: ["00 T 2022 41.5", "1781 T 2022 38.2", "1781 F 2022 ..", "1781 M 2022 -", "17 T 2022 ."],
      faults: [],
    });
  });

  it("wide, with names, a byte order mark and semicolons; a group of municipalities is no area", () => {
    const text = ["\uFEFFKommun;Kön;2021;2022", "Håbo;Kvinnor;1 234,5;", "Alla kommuner (ovägt medel);Totalt;1;2"].join(
      "\n",
    );
    expect(read(text)).toEqual({
      values: ["0305 F 2021 1234.5", "0305 F 2022 empty"],
      faults: ["3: The row is of no municipality, no county and not of the country, and is left out."],
    });
  });
});

describe("Statistics Sweden's shape", () => {
  it("wide, in Windows-1252, under a title and over footnotes, code and name in one", () => {
    const text = [
      '"Förvärvsarbetande 20-64 år efter region, kön och år"',
      "",
      '"region";"kön";"Andel 2021";"Andel 2022"',
      '"00 Riket";"män";"80,1";"80,4"',
      '"17 Värmlands län";"kvinnor";"77,0";".."',
      '"1784 Arvika";"män och kvinnor";"75,9";"-"',
      '"Källa: SCB"',
    ].join("\r\n");
    expect(read(Buffer.from(text, "latin1"))).toEqual({
      values: ["00 M 2021 80.1", "00 M 2022 80.4", "17 F 2021 77", "17 F 2022 ..", "1784 T 2021 75.9", "1784 T 2022 -"],
      faults: [],
    });
  });

  it("long, between commas, quoted, the value in the column behind the year; no sex is all", () => {
    const text = '"region","år","Andel förvärvsarbetande"\n"1784 Arvika","2022","75,9"\n"1784 Arvika","2021","1,234.5"';
    expect(read(text)).toEqual({ values: ["1784 T 2022 75.9", "1784 T 2021 1234.5"], faults: [] });
  });
});

describe("what cannot be used is said", () => {
  it.each([
    ["no header", "a;b\n1;2", "file: The file has no header that can be understood."],
    ["two measures", "kpi;kommun;år;värde\nN1;1781;2022;1\nN2;1781;2022;2", "file: The file has several measures."],
    ["a sex that is none", "kommun;kön;år;värde\n1781;x;2022;1", "2: The sex cannot be understood"],
    ["a year that is none", "kommun;år;värde\n1781;22;1", "2: The year is not a year"],
    ["a value that is none", "kommun;år;värde\n1781;2022;många", "2: A value is neither a number nor a symbol"],
    ["the same twice", "kommun;år;värde\n1781;2022;1\nKristinehamn;2022;2", "3: The same area, sex and year"],
  ])("%s", (_, text, message) => {
    const { faults } = read(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(message);
  });
});

const about = {
  title: { sv: "Arbete efter 90 dagar", en: "Work after 90 days" },
  source: "Kolada N00001",
  date: "2026-01-15",
  unit: "percent",
} as const;

describe("in a workspace", () => {
  it("is kept byte for byte, read into the session, and its parts are left as they are", async () => {
    const path = join(folder, "Mått från Kolada.csv");
    const bytes = Buffer.from(
      "kommun;kön;år;värde\r\n1781;T;2022;40\r\n1781;K;2022;50,5\r\n1781;M;2022;..\r\n",
      "latin1",
    );
    await writeFile(path, bytes);
    const workspace = join(folder, "workspace");
    await mkdir(workspace);
    const saved = await saveBenchmark(workspace, path, about, codes.municipality!);
    expect(saved).toEqual({ benchmark: "matt-fran-kolada", values: 3, problems: [] });
    expect(readFileSync(join(workspace, "benchmarks", "matt-fran-kolada.csv")).equals(bytes)).toBe(true);
    await expect(saveBenchmark(workspace, path, about, codes.municipality!)).rejects.toThrow(
      "already has the benchmark",
    );

    const library = await readLibrary([
      { path: shippedQueries(), origin: "shipped" },
      { path: workspace, origin: "workspace" },
    ]);
    expect(library.problems).toEqual([]);
    const session = await openSession({ library, extracts: [] });
    try {
      const rows = await session.database.rows("from benchmark_values");
      expect(rows.map(({ sex, value, share, symbol }) => ({ sex, value, share, symbol }))).toEqual([
        { sex: "F", value: 50.5, share: 0.505, symbol: null },
        { sex: "M", value: null, share: null, symbol: ".." },
        { sex: "T", value: 40, share: 0.4, symbol: null },
      ]);
      expect(rows[0]).toMatchObject({
        municipality: "1781",
        area_sv: "Kristinehamn",
        source: "Kolada N00001",
        of_year: 2022,
      });
    } finally {
      await session.close();
    }
  });

  it("tells in the catalogue's problems what is wrong with a file, once for each kind", async () => {
    const workspace = join(folder, "wrong");
    await mkdir(join(workspace, "benchmarks"), { recursive: true });
    const record = { ...about, benchmark: "groups" };
    await writeFile(join(workspace, "benchmarks", "groups.json"), JSON.stringify(record));
    await writeFile(join(workspace, "benchmarks", "groups.csv"), "kommun;2022\n1781;1\nGrupp A;2\nGrupp B;3\n");
    await writeFile(join(workspace, "benchmarks", "lonely.json"), JSON.stringify({ ...about, benchmark: "lonely" }));
    await writeFile(
      join(workspace, "benchmarks", "undated.json"),
      JSON.stringify({ ...record, benchmark: "undated", date: "i fjol" }),
    );
    const { problems, benchmarks } = await readLibrary([
      { path: shippedQueries(), origin: "shipped" },
      { path: workspace, origin: "workspace" },
    ]);
    expect(benchmarks.map(({ benchmark, values }) => [benchmark, values.length])).toEqual([["groups", 1]]);
    expect(problems.map(({ file, where, message }) => `${file} ${where ?? ""} ${message.en}`)).toEqual([
      "benchmarks/groups.csv 3 The row is of no municipality, no county and not of the country, and is left out. The same holds for 1 more rows.",
      "benchmarks/lonely.csv  The file of figures is missing. Put it beside its description, under the same name.",
      'benchmarks/undated.json $.date "date" must be a date, YYYY-MM-DD.',
    ]);
  });

  it("is refused where no value can be read, and nothing is written", async () => {
    const path = join(folder, "empty.csv");
    await writeFile(path, "kommun;2022\nGrupp A;2\n");
    const workspace = join(folder, "empty");
    await mkdir(workspace);
    await expect(saveBenchmark(workspace, path, about, codes.municipality!)).rejects.toThrow("of no municipality");
    expect(() => readFileSync(join(workspace, "benchmarks", "empty.csv"))).toThrow("ENOENT");
  });
});

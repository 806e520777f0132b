import type { Text } from "../contract.ts";
import { ALL } from "../disclosure/dimension.ts";
import { Refusal } from "../refusal.ts";
import { columnOf, readCsv } from "./csv-file.ts";

/** The group above a code, and the line that says so. */
interface Above {
  parent: string;
  line: number;
}

/**
 * Reads which group each code lies under, from a file of `code,parent`; a group may lie under another. It may name codes that
 * the table lacks, such as a whole country's, but no group that is itself a code of the table.
 */
export async function readHierarchy(
  path: string,
  column: string,
  codes: readonly string[],
): Promise<Record<string, string>> {
  const { names, records } = await readCsv(path);
  if (!(names.includes("code") && names.includes("parent"))) throw noHeader(path, names);
  const codePlace = columnOf(path, names, "code");
  const parentPlace = columnOf(path, names, "parent");
  const parents = new Map<string, Above>();
  for (const { line, fields } of records) {
    const code = readCode(path, fields[codePlace]!.trim(), line);
    const above = { parent: readCode(path, fields[parentPlace]!.trim(), line), line };
    const before = parents.get(code);
    if (before && before.parent !== above.parent) throw twoParents(path, code, before, above);
    if (!before) parents.set(code, above);
  }
  refuseCircles(path, parents);
  const inTable = new Set(codes);
  for (const { parent, line } of parents.values()) if (inTable.has(parent)) throw alsoCell(path, column, parent, line);
  if (!codes.some((code) => parents.has(code))) throw nothingInCommon(path, column, codes[0]!);
  return Object.fromEntries(Array.from(parents, ([code, { parent }]) => [code, parent]));
}

function readCode(path: string, code: string, line: number): string {
  if (code === "") {
    throw refused({
      sv: `Rad ${line} i ${path} saknar kod. Skriv både kod och grupp, eller ta bort raden: en kod som inte står i filen ligger direkt under alla.`,
      en: `Line ${line} of ${path} lacks a code. Write both code and parent, or take the line out: a code that is not in the file is directly under all.`,
    });
  }
  if (code === ALL) {
    throw refused({
      sv: `Rad ${line} i ${path} har koden "${ALL}", som betyder alla. Ta bort raden: en kod som inte står i filen ligger direkt under alla.`,
      en: `Line ${line} of ${path} has the code "${ALL}", which means all. Take the line out: a code that is not in the file is directly under all.`,
    });
  }
  return code;
}

function refuseCircles(path: string, parents: ReadonlyMap<string, Above>): void {
  const ended = new Set<string>();
  for (const start of parents.keys()) {
    const way: string[] = [];
    for (let code: string | undefined = start; code !== undefined && !ended.has(code); ) {
      const back = way.indexOf(code);
      if (back >= 0) throw circle(path, [...way.slice(back), code], parents.get(way.at(-1)!)!.line);
      way.push(code);
      code = parents.get(code)?.parent;
    }
    for (const code of way) ended.add(code);
  }
}

function noHeader(path: string, names: readonly string[]): Refusal {
  return refused({
    sv: `Första raden i ${path} är "${names.join(",")}". Den ska vara code,parent, och under den stå en kod och dess grupp på varje rad.`,
    en: `The first line of ${path} is "${names.join(",")}". It must be code,parent, with a code and its parent on each line below.`,
  });
}

function twoParents(path: string, code: string, one: Above, other: Above): Refusal {
  return refused({
    sv: `Koden "${code}" i ${path} ligger under "${one.parent}" på rad ${one.line} och under "${other.parent}" på rad ${other.line}. Låt den ligga under en grupp.`,
    en: `The code "${code}" in ${path} is under "${one.parent}" on line ${one.line} and under "${other.parent}" on line ${other.line}. Let it be under one.`,
  });
}

function circle(path: string, codes: readonly string[], line: number): Refusal {
  const way = codes.map((code) => `"${code}"`);
  return refused({
    sv: `Koderna i ${path} går i cirkel: ${way.join(" under ")}, på rad ${line}. Ta bort den rad som är fel.`,
    en: `The codes in ${path} go in a circle: ${way.join(" under ")}, on line ${line}. Take out the line that is wrong.`,
  });
}

function alsoCell(path: string, column: string, code: string, line: number): Refusal {
  return refused({
    sv: `"${code}" är en grupp på rad ${line} i ${path} och står även som kod i tabellens kolumn "${column}". Ta bort dess rader ur tabellen om de är summor, för summorna bildas här, eller ge gruppen en annan kod.`,
    en: `"${code}" is a parent on line ${line} of ${path} and also a code in the table's column "${column}". Take its lines out of the table if they are totals, since totals are formed here, or give the parent another code.`,
  });
}

function nothingInCommon(path: string, column: string, code: string): Refusal {
  return refused({
    sv: `Ingen kod i tabellens kolumn "${column}", såsom "${code}", står i ${path}. Skriv koderna lika i båda filerna, med inledande nollor.`,
    en: `No code in the table's column "${column}", such as "${code}", is in ${path}. Write the codes alike in both files, with leading zeros.`,
  });
}

function refused(text: Text): Refusal {
  return new Refusal("bad_hierarchy", text);
}

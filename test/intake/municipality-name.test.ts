import { expect, test } from "vitest";
import { municipalityFinder } from "../../electron/intake/municipality-name.ts";

const names: [string, string][] = [
  ["0305", "Håbo"],
  ["0643", "Habo"],
  ["0764", "Alvesta"],
  ["1490", "Borås"],
  ["1761", "Hammarö"],
  ["1781", "Kristinehamn"],
  ["2326", "Berg"],
  ["2361", "Härjedalen"],
];
const find = municipalityFinder(names.map(([code, name]) => ({ code, title: { sv: name, en: name } })));

test.for([
  ["1781", "1781"],
  [" 0764 ", "0764"],
  ["764", "0764"],
  ["Kristinehamn", "1781"],
  ["KRISTINEHAMNS KOMMUN", "1781"],
  ["Kristinehamn kommun", "1781"],
  ["Bergs", "2326"],
  ["Härjedalens  kommun", "2361"],
  ["Harjedalen", "2361"],
  ["Hammaro", "1761"],
  ["Borås stad", "1490"],
  ["Håbo", "0305"],
  ["Habo kommun", "0643"],
  ["Ha\u030abo", "0305"],
])("%s is the municipality %s", ([text = "", code = ""]) => expect(find(text)).toBe(code));

test.for(["", "Karlstad", "9999", "81", "kommun"])("%s is none", (text) => expect(find(text)).toBeUndefined());

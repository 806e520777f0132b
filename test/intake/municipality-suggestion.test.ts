import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { readLibrary } from "../../electron/engine/library.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { municipalityFinder } from "../../electron/intake/municipality-name.ts";
import { municipalitySuggester } from "../../electron/intake/municipality-suggestion.ts";
import { copyOf, emptyWorkspace, load } from "./workbench.ts";

const { codes } = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
const municipalities = codes.municipality!;
const find = municipalityFinder(municipalities);
const suggest = municipalitySuggester(municipalities);

describe("all 290 are found in each of their forms", () => {
  it("code, code without its zero, name, genitive, with kommun", () => {
    const lost = municipalities.flatMap(({ code, title: { sv } }) => {
      const genitive = /[sxz]$/.test(sv) ? sv : `${sv}s`;
      const forms = [
        code,
        code.replace(/^0/, ""),
        sv,
        sv.toUpperCase(),
        genitive,
        `${sv} kommun`,
        `${genitive} kommun`,
      ];
      return forms.filter((form) => find(form) !== code);
    });
    expect(lost).toEqual([]);
  });

  it("without å, ä and ö, but for the two that then have one name", () => {
    const bare = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "");
    const lost = municipalities.filter(({ code, title }) => find(bare(title.sv)) !== code);
    // "Habo" as it stands is Habo's.
    expect(lost.map(({ title }) => title.sv)).toEqual(["Håbo"]);
  });
});

describe("what is misread or misspelt is proposed, never taken", () => {
  test.for([
    ["Krlstad", "Karlstad"],
    ["Kristineharnn", "Kristinehamn"],
    ["Kristinehanms kommun", "Kristinehamn"],
    ["Hamrnarö", "Hammarö"],
    ["J0nkoping", "Jönköping"],
    ["Ka1mar", "Kalmar"],
    ["Sundsval", "Sundsvall"],
  ])("%s may be %s", ([text = "", name = ""]) => {
    expect(find(text)).toBeUndefined();
    expect(suggest(text)?.title.sv).toBe(name);
  });

  test.for(["", "xy", "Oslo", "kommun", "9999", "Stadsdelsförvaltningen"])("%s may be none", (text) => {
    expect(suggest(text)).toBeUndefined();
  });

  it("proposes nothing where two are as near", () => {
    // Read without its marks and with 0 for o it is Habo and Håbo alike.
    expect(suggest("Hab0")).toBeUndefined();
  });
});

it("a package's note names the likely ones, and the rows stay set aside", async () => {
  const folder = await copyOf("clean");
  const file = join(folder, "enrolment.csv");
  const text = await readFile(file, "utf8");
  const [header, first, ...rest] = text.split("\n");
  const column = header!.split(",").indexOf("municipality");
  const cells = first!.split(",");
  cells[column] = "Krlstad";
  await writeFile(file, [header, cells.join(","), ...rest].join("\n"));
  const report = await load(await emptyWorkspace(), folder);
  expect(report.set_aside.map(({ rule }) => rule)).toContain("municipality");
  expect(report.notes.map(({ en }) => en).join()).toContain("enrolment.csv: municipality has spellings");
  expect(report.notes.map(({ en }) => en).join()).toContain("Karlstad (1780)");
  expect(JSON.stringify(report)).not.toContain("Krlstad");
});

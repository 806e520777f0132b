import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readIndicator } from "../../electron/engine/definitions.ts";
import type { IndicatorDefinition } from "../../electron/engine/indicator-definition.ts";
import { workplace } from "./ask.ts";

const folder = join(import.meta.dirname, "../../queries/indicators");
const shipped = (name: string) =>
  readIndicator(name, JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"))).definition!;
const pack = readdirSync(folder)
  .filter((file) => file.startsWith("esf-"))
  .map((file) => shipped(file.replace(".json", "")));

/** `EECO01` … as the annexes number them. */
const numbered = (letters: string, most: number) =>
  Array.from({ length: most }, (_, index) => `${letters}${String(index + 1).padStart(2, "0")}`);

describe("the Social Fund's common indicators", () => {
  it("are all there, or the README says why not", () => {
    const named = readFileSync(join(folder, "README.md"), "utf8").matchAll(/^\| ((?:EE)?C[OR]\d\d[^|]*)/gm);
    const missing = [...named].flatMap(([, codes]) => codes!.trim().split(", "));
    const defined = pack.flatMap(({ esf }) => esf?.code ?? []);
    const all = [...numbered("EECO", 19), ...numbered("EECR", 6), ...numbered("CO", 23), ...numbered("CR", 9)];
    expect([...defined, ...missing].sort()).toEqual(all.sort());
  });

  it("count persons by sex, and say that their codes are unverified", () => {
    for (const { indicator, kind, count, breakdowns, source } of pack) {
      expect({ indicator, kind, count, first: breakdowns[0] }).toEqual({
        indicator,
        kind: "count",
        count: "persons",
        first: "sex",
      });
      expect(source, indicator).toMatch(/inte kontrollera/);
    }
  });

  it("CR05 and CR09: those with a foreign background or a disability, the unknown not among them", async () => {
    // Of foreign background: A to work, B with studies 29 days after. With a disability: C searching, D to work and both. Unknown or
    // neither: E and F to work.
    const people = [
      { participant: "A", sex_at_enrolment: "F", foreign_background: "Y", disability: "N" },
      { participant: "B", sex_at_enrolment: "F", foreign_background: "Y", disability: "U" },
      { participant: "C", sex_at_enrolment: "M", foreign_background: "N", disability: "Y" },
      { participant: "D", sex_at_enrolment: "M", foreign_background: "Y", disability: "Y" },
      { participant: "E", sex_at_enrolment: "F", foreign_background: "U", disability: "N" },
      { participant: "F", sex_at_enrolment: "M", foreign_background: "N", disability: "N" },
    ];
    const outcome = (whose: string, kind: string, started_on: string) => ({ enrolment: whose, kind, started_on });
    const place = await workplace({
      participant: people,
      enrolment: people.map(({ participant }) => ({
        enrolment: participant,
        participant,
        started_on: "2021-01-01",
        ended_on: "2022-01-01",
        exit_reason: "work",
      })),
      outcome: [
        outcome("A", "job_subsidised", "2022-01-01"),
        outcome("B", "studies_komvux", "2022-01-30"),
        outcome("C", "job_search", "2022-01-29"),
        outcome("D", "self_employment", "2021-12-01"),
        outcome("E", "job_unsubsidised", "2022-01-01"),
        outcome("F", "job_unsubsidised", "2022-01-01"),
      ],
      followup: ["A", "C", "F"].map((enrolment) => ({
        enrolment,
        horizon: "exit_6m",
        due_on: "2022-07-02",
        contacted_on: "2022-07-02",
        result: "reached",
        status: enrolment === "C" ? "inactive" : "work",
      })),
    });
    const others = [shipped("esf-no-known-disadvantage")];
    const counts = async (definition: IndicatorDefinition) =>
      (await place.ask(definition, { by: ["sex"], margins: "each" }, others)).map(({ sex, n, k, unknown }) => [
        sex,
        n,
        k,
        unknown,
      ]);
    expect(await counts(shipped("esf-cr05"))).toEqual([
      ["F", 2, 1, 0],
      ["M", 2, 2, 0],
      [null, 4, 3, 0],
    ]);
    // Six months after, nobody asked B and D.
    expect(await counts(shipped("esf-cr09"))).toEqual([
      ["F", 2, 1, 1],
      ["M", 2, 0, 1],
      [null, 4, 1, 2],
    ]);
    await place.close();
  });
});

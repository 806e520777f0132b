import { readdirSync, readFileSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { copyOf, emptyWorkspace, load } from "./workbench.ts";

/** A secret, and the parts by which it could be known again. */
interface Planted {
  text: string;
  traces: string[];
}

function controlDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const identityNumber: fc.Arbitrary<Planted> = fc
  .record({
    year: fc.integer({ min: 1930, max: 2012 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    coordination: fc.boolean(),
    serial: fc.integer({ min: 1, max: 999 }),
    separator: fc.constantFrom("", "-", "+", " "),
    century: fc.boolean(),
  })
  .map(({ year, month, day, coordination, serial, separator, century }) => {
    const two = (value: number) => String(value).padStart(2, "0");
    const date = `${two(year % 100)}${two(month)}${two(day + (coordination ? 60 : 0))}`;
    const number = String(serial).padStart(3, "0");
    const end = `${number}${controlDigit(date + number)}`;
    const text = `${century ? Math.floor(year / 100) : ""}${date}${separator}${end}`;
    return { text, traces: [text, `${date}${end}`, `${date}-${end}`] };
  });

const email: fc.Arbitrary<Planted> = fc
  .stringMatching(/^[a-z]{6,10}$/)
  .map((name) => ({ text: `${name}.q@kommun.se`, traces: [`${name}.q`] }));

const phone: fc.Arbitrary<Planted> = fc
  .stringMatching(/^07[0236][1-9]\d{6}$/)
  .map((number) => ({ text: `${number.slice(0, 3)}-${number.slice(3)}`, traces: [number, number.slice(3)] }));

/** Where in a package a secret can stand. */
const spots: Record<string, (folder: string, secret: string) => Promise<void>> = {
  "free text": (folder, secret) => milestone(folder, `n1,1781,,planned,"se, ${secret} samt akten"`),
  "quoted line": (folder, secret) => milestone(folder, `n1,1781,,planned,"först\n${secret}\nsist"`),
  "a broken row": (folder, secret) => milestone(folder, `n1,1781,,planned,a,b,${secret}\nn2,1781,,planned,x`),
  "an unknown column": (folder, secret) =>
    writeFile(join(folder, "contact.csv"), `employer,contacted_on,purpose,anteckning\n,2021-01-01,method,${secret}\n`),
  "a code": (folder, secret) => replace(folder, "enrolment.csv", ",work,", `,${secret},`),
  "a date": (folder, secret) => replace(folder, "enrolment.csv", "2021-11-30", secret),
  "a key": (folder, secret) => replace(folder, "participant.csv", "D-C8W", secret),
  "a reference": (folder, secret) => replace(folder, "outcome.csv", "I-04", secret),
  "a file of no table": (folder, secret) => writeFile(join(folder, "lista.csv"), `a;b\n1;${secret}\n`),
  "a file in a folder below": (folder, secret) => appendFile(join(folder, "anteckningar.txt"), `Ring ${secret}\n`),
};

test("no identifier that is planted in a package is in the report or in the workspace afterwards", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(identityNumber, email, phone),
      fc.constantFrom(...Object.keys(spots)),
      async (secret, spot) => {
        const workspace = await emptyWorkspace();
        const folder = await copyOf("clean");
        await spots[spot]?.(folder, secret.text);
        const report = await load(workspace, folder);
        expect(report.verdict, `${spot}: ${secret.text}`).toBe("refused");
        expect(report.refusals.map(({ rule }) => rule).join(), spot).toContain("identifier_");
        const left = [JSON.stringify(report), ...contents(workspace.folder)].join("\n");
        for (const trace of secret.traces) expect(left.includes(trace)).toBe(false);
      },
    ),
    { numRuns: 40 },
  );
});

async function milestone(folder: string, row: string): Promise<void> {
  await writeFile(join(folder, "milestone.csv"), `node,municipality,reached_on,status,note\n${row}\n`);
}

async function replace(folder: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
}

function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), "latin1")]);
}

import { describe, expect, test } from "vitest";
import { isForbiddenHeading, suggestsIdentifier } from "../../electron/intake/column-names.ts";
import { hasEmailAddress, hasPhoneNumber } from "../../electron/intake/contact-details.ts";
import { findIdentityNumbers } from "../../electron/intake/identity-number.ts";

function kinds(text: string): string[] {
  return findIdentityNumbers(text).map(
    ({ kind, certain, weak }) => `${certain ? "" : "doubtful "}${weak ? "weak " : ""}${kind}`,
  );
}

// The numbers are those of the personnummer specification's list of test data (npm personnummer/meta, MIT).
describe("identity numbers", () => {
  test.for(["19090527+1474", "20000229-2399", "19570428-9999", "19460823-9986"])(
    "%s is a personal identity number",
    (number) => {
      const [century, rest] = [number.slice(0, 2), number.slice(2)];
      for (const form of [
        number,
        rest,
        number.replace(/[-+]/, ""),
        rest.replace(/[-+]/, ""),
        `(${century}${rest})`,
        `Pnr: ${number}.`,
      ]) {
        expect(kinds(form)).toEqual(["personal"]);
      }
    },
  );

  test("a day that has 60 added is a coordination number's", () =>
    expect(kinds("19730288-9931")).toEqual(["coordination"]));

  test.for(["20000101-T220", "20000101-R220", "20000101-S220", "000101t220"])("%s is an interim number", (number) =>
    expect(kinds(number)).toEqual(["interim"]),
  );

  test.for(["19850312TF21", "19850312-Tf21", "850312tf01"])("%s is a protected identity", (number) =>
    expect(kinds(number)).toEqual(["protected"]),
  );

  test.for([
    ["20150916-0006", "doubtful personal"],
    ["19700428-9895", "doubtful personal"],
    ["19600430-9886", "doubtful personal"],
    ["19420566-9899", "doubtful coordination"],
    ["19721086-9924", "doubtful coordination"],
  ])("%s has a day but another control digit", ([number = "", kind = ""]) => expect(kinds(number)).toEqual([kind]));

  test.for([
    ["1,95704289999E+11", "personal"],
    ["4.608239986e9", "personal"],
    ["1,95704E+11", "doubtful personal"],
    ["5.12302381E+08", "personal"],
  ])("%s is one in exponent notation", ([number = "", kind = ""]) => expect(kinds(number)).toEqual([kind]));

  test.for([
    ["512302381", "personal"],
    ["2292399", "weak personal"],
    ["2292399.0", "weak personal"],
  ])("%s is one that lost its leading zeros", ([number = "", kind = ""]) => expect(kinds(number)).toEqual([kind]));

  test("one behind letters says little, unless it has its hyphen", () => {
    expect(kinds("P4608239986")).toEqual(["weak personal"]);
    expect(kinds("P460823-9986")).toEqual(["personal"]);
  });

  test.for([
    "556036-0793",
    "2021-02-30",
    "20211332-1234",
    "2022-10-01",
    "D-7KX",
    "123456789012345",
    "550e8400-e29b-41d4-a716-446655440000",
    "1946082-39986",
    "1e5",
    "",
  ])("%s is none", (text) => expect(kinds(text)).toEqual([]));
});

test.for(["a@b.se", "Skriv till anna.öberg+x@sub.kommun.se!"])("%s is an e-mail address", (text) =>
  expect(hasEmailAddress(text)).toBe(true),
);

test.for(["@", "a@b", "100 kr @ styck", "x @ y.se"])("%s is no e-mail address", (text) =>
  expect(hasEmailAddress(text)).toBe(false),
);

test.for([
  "0701234567",
  "070-123 45 67",
  "073 123 45 67",
  "+46701234567",
  "0046 70 123 45 67",
  "+46 (0)70-1234567",
  "0550-123 45",
  "08-123 456 78",
])("%s is a telephone number", (text) => expect(hasPhoneNumber(text)).toBe(true));

test.for(["0764", "0764-0012", "2021-02-01", "07012345678901", "12 923 135", "kl 08-16", "08-16"])(
  "%s is no telephone number",
  (text) => expect(hasPhoneNumber(text)).toBe(false),
);

test.for([
  "namn",
  "Förnamn",
  "EFTERNAMN",
  "name",
  "Adress",
  "Personnummer",
  "pnr",
  "E-post",
  "e_post",
  "telefon",
  "Mobil",
  "First name",
])("a column may not be called %s", (heading) => expect(isForbiddenHeading(heading)).toBe(true));

test.for(["participant", "node", "note", "item", "employer", "status"])("a column may be called %s", (heading) => {
  expect(isForbiddenHeading(heading)).toBe(false);
  expect(suggestsIdentifier(heading)).toBe(false);
});

test.for(["person_id", "Ärendenummer", "ID", "löp nr", "födelsedata"])("%s suggests an identifier", (heading) =>
  expect(suggestsIdentifier(heading)).toBe(true),
);

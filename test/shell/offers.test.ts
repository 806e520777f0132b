import { resolve, sep } from "node:path";
import { expect, test } from "vitest";
import { chosenPath, createOffers } from "../../electron/offers.ts";

const place = (path: string) => path.replaceAll("/", sep);

test.each([
  ["a lone file", [["/home/å/paket.zip", "paket.zip"]], "/home/å/paket.zip"],
  ["a dropped folder, as one entry", [["/home/å/paket", "paket"]], "/home/å/paket"],
  [
    "files side by side",
    [
      ["/data/extract.json", "extract.json"],
      ["/data/a.csv", "a.csv"],
    ],
    "/data",
  ],
  [
    "a chosen folder",
    [
      ["/data/paket/extract.json", "paket/extract.json"],
      ["/data/paket/a.csv", "paket/a.csv"],
    ],
    "/data/paket",
  ],
  ["a folder with one file", [["/data/paket/extract.json", "paket/extract.json"]], "/data/paket"],
  [
    "files deeper in a folder",
    [
      ["/data/paket/in/a.csv", "paket/in/a.csv"],
      ["/data/paket/b", "paket/b"],
    ],
    "/data/paket",
  ],
])("%s means one place", (_, files, expected) => {
  expect(chosenPath(files.map(([path, name]) => ({ path: place(path!), name: name! })))).toBe(place(expected));
});

test("what lies nowhere on this computer cannot be offered", () => {
  expect(() => chosenPath([])).toThrow();
  expect(() => chosenPath([{ path: "", name: "made-by-script.csv" }])).toThrow(/Choose it again/);
});

test("a page learns a token that cannot be guessed, and never a path", async () => {
  const offers = createOffers({ folder: "unused" });
  const token = offers.add("some/package");
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
  expect(offers.path(token)).toBe(resolve("some/package"));
  await offers.release(token);
  expect(() => offers.path(token)).toThrow();
});

import { describe, expect, it } from "vitest";
import { createFormat } from "../../renderer/format.ts";

describe("Swedish", () => {
  const format = createFormat("sv");
  it.each([
    [format.count(1204567), "1\u202f204\u202f567"],
    [format.decimal(3.94), "3,9"],
    [format.decimal(-3.94), "−3,9"],
    [format.share(24 / 38), "63\u00a0%"],
    [format.share(24 / 38, 1), "63,2\u00a0%"],
    [format.shareInterval(0.4728, 0.7662), "47\u2060–\u206077\u00a0%"],
    [format.decimalInterval(2.94, 4.06), "2,9\u2060–\u20604,1"],
    [format.decimalInterval(-0.3, 3.2), "−0,3 till 3,2"],
    [format.outOf(24, 1038), "24 av 1\u202f038"],
    [format.month("2022-10-01"), "okt 2022"],
    [format.longDate("2022-10-01"), "1 oktober 2022"],
    [format.duration(35.4), "35 ms"],
    [format.duration(1250), "1,3 s"],
    [format.list(["Arvika", "Kil", "Sunne"]), "Arvika, Kil och Sunne"],
  ])("%s", (said, expected) => expect(said).toBe(expected));

  // The suite runs west of Greenwich: a day that went through local time would be the day before.
  it.each(["2022-10-01", new Date("2022-10-01T00:00:00Z")])("a day is that day in any zone", (day) => {
    expect(format.date(day)).toBe("1 okt 2022");
  });
});

describe("English", () => {
  const format = createFormat("en");
  it.each([
    [format.count(1204567), "1,204,567"],
    [format.decimal(3.94), "3.9"],
    [format.decimal(-3.94), "−3.9"],
    [format.decimalInterval(-0.3, 3.2), "−0.3 to 3.2"],
    [format.share(24 / 38), "63%"],
    [format.shareInterval(0.4728, 0.7662), "47\u2060–\u206077%"],
    [format.outOf(24, 38), "24 of 38"],
    [format.date("2022-10-01"), "1 Oct 2022"],
    [format.list(["Arvika", "Kil"]), "Arvika and Kil"],
  ])("%s", (said, expected) => expect(said).toBe(expected));
});

import { expect, test } from "vitest";
import { columnsAsked } from "../../electron/engine/group-codes.ts";
import { readView } from "../../electron/engine/header.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { createWording } from "../../renderer/wording.ts";

const library = await readLibrary([{ path: shippedQueries(), origin: "shipped" }]);
const named = (name: string) => {
  const view = library.views.find((each) => each.name === name);
  if (view === undefined) throw new Error(`there is no view ${name}`);
  return view;
};
const grouped = library.views
  .filter(({ columns }) => columns.some(({ codes }) => codes === "$by"))
  .map((each) => each.name);

/** What a reader sees in the place of a code of the column `group`. */
function said(view: string, by: string | undefined, language: "sv" | "en", code: string): string {
  const columns = columnsAsked(named(view), by === undefined ? {} : { by }, library.codes);
  const group = columns.find(({ name }) => name === "group");
  if (group === undefined) throw new Error("no group");
  return createWording(language, library.codes, (key) => key).cell(group, code);
}

test("every view that a reader may group says so of its groups", () => {
  const views = library.views.filter(({ params }) =>
    params.some(({ codes }) => /^(survey|response)_group$/.test(codes ?? "")),
  );
  expect(views.map(({ name }) => name)).toEqual(grouped);
  expect(grouped.length).toBeGreaterThan(4);
});

test.each(grouped)("%s calls a group by its name, whatever it is grouped by", (view) => {
  expect(said(view, undefined, "sv", "all")).toBe("Alla");
  expect(said(view, "none", "en", "all")).toBe("All");
  expect(said(view, "sex", "sv", "F")).toBe("Kvinnor");
  expect(said(view, "municipality", "en", "1781")).toBe("Kristinehamn");
  expect(said(view, "municipality", "sv", "U")).toBe("Uppgift saknas");
  expect(said(view, "mode", "sv", "staff_assisted")).toBe("Med hjälp av personal");
  expect(said(view, "foreign_born", "en", "Y")).toBe("Yes");
  expect(said(view, "time_in_programme", "en", "0-2")).toBe("Less than 3 months");
  // Bands of age are their own names, with a dash.
  expect(said(view, "age_band", "sv", "16-19")).toBe("16–19");
});

test("who has not answered is no way of answering, but a group; a month is its own name", () => {
  expect(said("kasam_response", "mode", "sv", "none")).toBe("Har inte svarat");
  expect(said("kasam_response", "month", "en", "2021-03")).toBe("2021-03");
  expect(library.codes.mode?.some(({ code }) => code === "none")).toBe(false);
});

test("every choice but the month has a list", () => {
  const choices = library.codes.response_group?.map(({ code }) => code) ?? [];
  expect(choices.filter((choice) => library.codes[`group_${choice}`] === undefined)).toEqual(["month"]);
});

test("codes=$by needs a parameter with a list", () => {
  const header = (name: string, rest: string) => `-- Title.
-- @param ${name} varchar = none${rest}  what to group by
-- @column group varchar [by] codes=$by
select $${name} as "group"`;
  expect(readView("views/own.sql", header("by", " in survey_group")).problems).toEqual([]);
  for (const file of [header("by", ""), header("of", " in survey_group")]) {
    const [problem] = readView("views/own.sql", file).problems;
    expect(problem?.message.sv).toContain("codes=$by");
    expect(problem?.where).toBe("3");
  }
});

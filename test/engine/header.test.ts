import { expect, test } from "vitest";
import { readView } from "../../electron/engine/header.ts";

const file = "views/share_by_town.sql";

const whole = `-- Share leaving to work or studies, per municipality.
--
-- Counts each person once, at the last exit
-- on or before the cut-off.
--
-- Unknown stays unknown.
--
-- @title.sv Andel till arbete eller studier, per kommun
-- @description.sv Varje person räknas en gång.
-- @param cutoff date = as_of  count exits on or before this day
-- @param by varchar = sex in breakdown  what to group by
-- @param least integer = 5  the smallest group
--   that is shown
-- @param label varchar = 'it''s all'
-- @param.sv cutoff  räkna avslut till och med den dagen
-- @param.sv label  bara på svenska
-- @column municipality varchar [by]  four-digit code
-- @column wave varchar [by] codes=waves  when
-- @column n integer [base]  persons   @column.sv n  personer
-- @column k integer [count]
-- @column share double [share k/n]
-- @column lower double [interval k/n] unit=share   @column upper double [interval] unit=share
-- @column days double [mean] unit=days  median
-- @column sd double [interval mean] unit=days
-- @column notes varchar[]
-- @column.sv municipality  fyrsiffrig
--   kod
-- @chart interval x=share y=municipality lower=lower
-- @means wave, notes
-- @check k <= n
-- @check share between 0 and 1
with exits as (select 1 as n)
select e.*, $by, $least, $label, $cutoff::date from exits as e -- not $this, nor '$that'
`;

/** Without Swedish, a description is the English in both. */
const same = (text: string) => ({ sv: text, en: text });

test("a header becomes the view's entry", () => {
  const { view, problems } = readView(file, whole);
  expect(problems).toEqual([]);
  expect(view).toMatchObject({
    name: "share_by_town",
    title: {
      sv: "Andel till arbete eller studier, per kommun",
      en: "Share leaving to work or studies, per municipality",
    },
    description: {
      sv: "Varje person räknas en gång.",
      en: "Counts each person once, at the last exit on or before the cut-off.\n\nUnknown stays unknown.",
    },
    chart: { kind: "interval", channels: { x: "share", y: "municipality", lower: "lower" } },
    means: ["wave", "notes"],
    checks: ["k <= n", "share between 0 and 1"],
    sql: whole,
  });
  expect(view?.params).toEqual([
    {
      name: "cutoff",
      type: "date",
      default: null,
      description: { sv: "räkna avslut till och med den dagen", en: "count exits on or before this day" },
      label: { sv: "cutoff", en: "cutoff" },
      scope: true,
    },
    expect.objectContaining({ name: "by", default: "sex", codes: "breakdown", description: same("what to group by") }),
    expect.objectContaining({ name: "least", default: 5, description: same("the smallest group that is shown") }),
    expect.objectContaining({ name: "label", default: "it's all", description: same("bara på svenska") }),
  ]);
  expect(view?.columns.map(({ label: _, ...column }) => column)).toEqual([
    { name: "municipality", type: "varchar", role: "by", description: { sv: "fyrsiffrig kod", en: "four-digit code" } },
    { name: "wave", type: "varchar", role: "by", codes: "waves", description: same("when") },
    { name: "n", type: "integer", role: "base", unit: "persons", description: { sv: "personer", en: "persons" } },
    { name: "k", type: "integer", role: "count", unit: "persons" },
    { name: "share", type: "double", role: "share", of: { count: "k", base: "n" }, unit: "share" },
    { name: "lower", type: "double", role: "interval", of: { count: "k", base: "n" }, unit: "share" },
    { name: "upper", type: "double", role: "interval", unit: "share" },
    { name: "days", type: "double", role: "mean", unit: "days", description: same("median") },
    { name: "sd", type: "double", role: "interval", of_mean: true, unit: "days" },
    { name: "notes", type: "varchar[]" },
  ]);
});

test("all problems of a file are told at once, each with its line", () => {
  const { view, problems } = readView(
    "views/wrong.sql",
    `--
-- @param cutoff
-- @param least integer = many  smallest
-- @param idle integer = 1  never used
-- @column municipality varchar [town]
-- @column share double [share k/n]
-- @column share double
-- @column days double unit=weeks
-- @column sd double [interval mean]
-- @chart bars x=count
-- @means unit
-- @tilte.sv Fel
-- @param.sv leest  minsta
-- @column.sv sd standardavvikelse
-- @column.sv days  dagar
-- @column.sv days  dygn
select $nothing, idle as x
from enrolment
where idle > 1`,
  );
  expect(view).toBeUndefined();
  expect(problems.map(({ where, message }) => [Number(where), message.en])).toEqual([
    [1, "The first line must be the view's title: -- and a sentence."],
    [2, '"@param cutoff" must be: @param name type = default  description (two spaces before the description).'],
    [3, 'The default many of "least" is no integer.'],
    [4, 'The parameter "idle" is not used in the statement.'],
    [
      5,
      'Column "municipality" has the role [town]. A role is by, base, count, share k/n, mean, mean k/n, interval, interval k/n, interval mean or time.',
    ],
    [6, 'The column "share" must have its count and its base as columns: k [count] and n [base].'],
    [7, '"share" stands twice in the header.'],
    [8, 'Column "days" has the unit weeks. A unit is persons, share, years, days, hours, rows, score.'],
    [9, 'The column "sd" says that it belongs to the row\'s mean, but no column has the role [mean].'],
    [10, 'The chart draws x from the column "count", which the view does not have.'],
    [11, '"@means" names the column "unit", which the view does not have.'],
    [11, '"@means" says what the view\'s means are of, but no column has the role [mean].'],
    [12, '"@tilte.sv" is no tag with a content that a view can have.'],
    [13, '"leest" is described in Swedish but is not in the header.'],
    [
      14,
      '"@column.sv sd standardavvikelse" must be: @column.sv name  description (two spaces before the description).',
    ],
    [16, '"days" stands twice in the header.'],
    [17, "The statement uses $nothing, which is no parameter of the header. Add @param nothing."],
    [
      17,
      '"idle" is both a parameter and a column. Write $idle for the parameter, and the table\'s name before the column.',
    ],
  ]);
  expect(problems.every(({ message }) => message.sv !== message.en)).toBe(true);
});

test.each([
  ["a header without a statement", "-- Title.\n-- @column n integer\n", 3],
  ["something else than a select", "-- Title.\n-- @column n integer\ndelete from enrolment", 3],
  ["a file without columns", "-- Title.\nselect 1 as n", 1],
  ["an empty file", "", 1],
])("%s is a problem", (_, text, line) => {
  const { view, problems } = readView(file, text);
  expect(view).toBeUndefined();
  expect(problems.map(({ where }) => Number(where))).toContain(line);
});

test("a name after a dot, after as, or of a table is no parameter", () => {
  const text = `-- Title.
-- @param programme varchar = current  which
-- @column programme varchar
select e.programme as programme
from programme
join known_enrolment(programme := $programme) as e on e.programme = "programme"`;
  expect(readView(file, text).problems).toEqual([]);
});

test("windows line ends do no harm", () => {
  expect(readView(file, whole.replaceAll("\n", "\r\n")).problems).toEqual([]);
});

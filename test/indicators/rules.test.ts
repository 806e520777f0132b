import { describe, expect, it } from "vitest";
import type { IndicatorQuestion } from "../../electron/engine/indicator-context.ts";
import type { FixtureRow } from "../fixtures/build.ts";
import { indicator, programme, type Tables, workplace } from "./ask.ts";
import { plus } from "./naive.ts";

// Each case is a package of a few rows and an answer that can be counted on paper; the comment counts it.

async function answer(
  tables: Tables,
  definition: Record<string, unknown>,
  question: Partial<IndicatorQuestion> = {},
  options: Parameters<typeof workplace>[1] & { others?: Record<string, unknown>[] } = {},
) {
  const place = await workplace(tables, options);
  try {
    return await place.ask(
      indicator(definition),
      question,
      (options.others ?? []).map((other) => indicator(other)),
    );
  } finally {
    await place.close();
  }
}

/** `k of n`, with the unknown where there are any. */
async function counted(...given: Parameters<typeof answer>): Promise<string> {
  const [row] = await answer(...given);
  return `${row!.k} of ${row!.n}${row!.unknown === 0 ? "" : `, ${row!.unknown} unknown`}`;
}

const left = (
  participant: string,
  ended_on: string,
  exit_reason: string | null,
  more: FixtureRow = {},
): FixtureRow => ({
  participant,
  ended_on,
  exit_reason,
  ...more,
});

describe("the day itself", () => {
  it("counts an exit on the cut-off and none after it", async () => {
    // A leaves on the day, B the day after: of the two, only A has left.
    const enrolment = [left("A", "2022-10-01", "work"), left("B", "2022-10-02", "work")];
    expect(await counted({ enrolment }, {}, { cutoff: "2022-10-01" })).toBe("1 of 1");
    expect(await counted({ enrolment }, {}, { cutoff: "2022-10-02" })).toBe("2 of 2");
  });

  it("knows nothing of an enrolment that starts after the cut-off", async () => {
    const enrolment = [
      { participant: "A", started_on: "2022-10-01" },
      { participant: "B", started_on: "2022-10-02" },
    ];
    expect(await counted({ enrolment }, { denominator: "enrolled" }, { cutoff: "2022-10-01" })).toBe("0 of 1");
  });

  it("counts as enrolled without an exit one who leaves later, whatever the later reason", async () => {
    const enrolment = [left("A", "2022-11-01", "work")];
    expect(await counted({ enrolment }, { denominator: "enrolled" }, { cutoff: "2022-10-01" })).toBe("0 of 1");
  });
});

describe("the denominators", () => {
  const enrolment = [
    left("A", "2022-03-01", "work"),
    left("B", "2022-03-01", "unknown"),
    left("C", "2022-03-01", null),
    { participant: "D" },
    left("E", "2022-03-01", "work", { eligible: "N" }),
    left("F", "2022-03-01", "moved", { eligible: "U" }),
  ];
  // C's empty reason is unknown, yet an outcome of any kind, even a driving licence, says what became of C.
  const outcome = [{ enrolment: "E3", kind: "driving_licence", started_on: "2022-02-01" }];

  it("enrolled: A B C D F; E is outside the target group", async () => {
    expect(await counted({ enrolment, outcome }, { denominator: "enrolled" })).toBe("1 of 5, 2 unknown");
  });
  it("exited: A B C F", async () => {
    expect(await counted({ enrolment, outcome }, { denominator: "exited" })).toBe("1 of 4, 2 unknown");
  });
  it("exited_known: A C F, of whom C's reason is still unknown", async () => {
    expect(await counted({ enrolment, outcome }, { denominator: "exited_known" })).toBe("1 of 3, 1 unknown");
  });
  it("exited_known: an outcome that starts after the cut-off makes nothing known", async () => {
    // On 31 January nobody has left; on 15 March C has, and the licence of 1 April is not known.
    const later = [{ enrolment: "E3", kind: "driving_licence", started_on: "2022-04-01" }];
    const question = { cutoff: "2022-03-15" };
    expect(await counted({ enrolment, outcome: later }, { denominator: "exited_known" }, question)).toBe("1 of 2");
  });
  it("calendar_year: enrolled on some day of it, exited in it", async () => {
    // 2021: A (whole year), B (leaves on new year's day), not C (starts 2022), not D (left 2020).
    const stays = [
      { participant: "A", started_on: "2020-05-01" },
      left("B", "2021-01-01", "work", { started_on: "2020-05-01" }),
      { participant: "C", started_on: "2022-01-01" },
      left("D", "2020-12-31", "work", { started_on: "2020-05-01" }),
    ];
    const yearly = { clock: "calendar_year", year: 2021 };
    expect(await counted({ enrolment: stays }, { ...yearly, denominator: "enrolled" })).toBe("1 of 2");
    expect(await counted({ enrolment: stays }, { ...yearly, denominator: "exited" })).toBe("1 of 1");
    expect(await counted({ enrolment: stays }, { ...yearly, denominator: "enrolled" }, { cutoff: "2020-12-31" })).toBe(
      "0 of 0",
    );
  });
});

describe("the person", () => {
  // R leaves to studies, returns and moves; S leaves to nothing known, returns and is still there.
  const enrolment = [
    left("R", "2021-06-01", "studies", { started_on: "2021-01-01" }),
    left("R", "2022-06-01", "moved", { started_on: "2022-01-01", municipality: "1784" }),
    left("S", "2021-06-01", "unknown", { started_on: "2021-01-01" }),
    { participant: "S", started_on: "2022-01-01" },
  ];
  const person = (which: string) => ({ person: { rule: "once", which } });

  it("first: R's studies and S's unknown", async () => {
    expect(await counted({ enrolment }, { ...person("first"), denominator: "enrolled" })).toBe("1 of 2, 1 unknown");
  });
  it("last: R has moved, S is still there", async () => {
    expect(await counted({ enrolment }, { ...person("last"), denominator: "enrolled" })).toBe("0 of 2");
  });
  it("last among the exited: S's return is no exit, so the first stay is taken", async () => {
    expect(await counted({ enrolment }, person("last"))).toBe("0 of 2, 1 unknown");
  });
  it("any: yes before unknown before no", async () => {
    expect(await counted({ enrolment }, { ...person("any"), denominator: "enrolled" })).toBe("1 of 2, 1 unknown");
  });
  it("any: belongs to the last enrolment with the best result", async () => {
    // R's yes is in 1781. T has two no: the later, in 1784.
    const two = [
      ...enrolment.slice(0, 2),
      left("T", "2021-06-01", "moved", { started_on: "2021-01-01" }),
      left("T", "2022-06-01", "moved", { started_on: "2022-01-01", municipality: "1784" }),
    ];
    const rows = await answer({ enrolment: two }, person("any"), { by: ["municipality"] });
    expect(rows.map(({ municipality, n, k }) => [municipality, n, k])).toEqual([
      ["1781", 1, 1],
      ["1784", 1, 0],
    ]);
  });
  it("every enrolment by itself", async () => {
    expect(await counted({ enrolment }, { person: { rule: "every_enrolment" } })).toBe("1 of 3, 1 unknown");
  });
  it("the rule runs over what the selection keeps, and groups are those of the taken", async () => {
    // In 1781 R's last stay is the first one.
    const selection = { municipality: ["1781"] };
    expect(await counted({ enrolment }, person("last"), { selection })).toBe("1 of 2, 1 unknown");
    const rows = await answer({ enrolment }, person("last"), { by: ["municipality"] });
    expect(rows.map(({ municipality, n, k }) => [municipality, n, k])).toEqual([
      ["1781", 1, 0],
      ["1784", 1, 0],
    ]);
  });
  it("two stays from the same day: the later key is the last", async () => {
    const same = [
      { enrolment: "B", ...left("R", "2021-06-01", "work") },
      { enrolment: "A", ...left("R", "2021-06-01", "moved") },
    ];
    expect(await counted({ enrolment: same }, person("last"))).toBe("1 of 1");
    expect(await counted({ enrolment: same }, person("first"))).toBe("0 of 1");
  });
});

describe("the unknown", () => {
  // One yes, one no, two unknown (an empty reason is unknown), one no contact.
  const enrolment = ["work", "moved", "unknown", null, "no_contact"].map((reason, each) =>
    left(`P${each}`, "2022-01-01", reason),
  );

  it("not reached: they stay in n", async () => {
    expect(await counted({ enrolment }, {})).toBe("1 of 5, 2 unknown");
  });
  it("excluded: they leave n, and are said", async () => {
    expect(await counted({ enrolment }, { unknown: "excluded" })).toBe("1 of 3, 2 unknown");
  });
  it("no contact is unknown where the definition says so", async () => {
    const definition = { unknown: "excluded", unknown_reasons: ["unknown", "no_contact"] };
    expect(await counted({ enrolment }, definition)).toBe("1 of 2, 3 unknown");
  });
  it("bounds: all of them no, all of them yes, and the limits of both", async () => {
    // 1/5 and 3/5; Wilson 0.0362–0.6245 and 0.2307–0.8824 (R: prop.test without correction).
    const [row] = await answer({ enrolment }, { unknown: "bounds" });
    expect(row).toMatchObject({
      n: 5,
      k: 1,
      unknown: 2,
      estimate: 0.2,
      bound_low: 0.2,
      bound_high: 0.6,
      low_precision: true,
    });
    expect(row!.lower).toBeCloseTo(0.0362, 4);
    expect(row!.upper).toBeCloseTo(0.8824, 4);
  });
  it("a listed reason is a yes even where it also is unknown", async () => {
    const definition = { numerator: { exit_reason: ["no_contact"] }, unknown_reasons: ["no_contact"] };
    expect(await counted({ enrolment }, definition)).toBe("1 of 5, 2 unknown");
  });
  it("excluded to the last leaves null, not a fault", async () => {
    const [row] = await answer({ enrolment: [left("A", "2022-01-01", "unknown")] }, { unknown: "excluded" });
    expect(row).toMatchObject({ n: 0, k: 0, unknown: 1, estimate: null, lower: null, upper: null, attained: null });
  });
});

describe("the population", () => {
  it("age: both ends included, from the year of birth where the age is missing, and unknown is outside", async () => {
    // 14 and 30 are out, 15 and 29 in; born 2000 is 21 in 2021; no age at all is out.
    const enrolment = [14, 15, 29, 30].map((age, each) => ({ participant: `A${each}`, age_at_start: age }));
    const more = [{ participant: "B" }, { participant: "C" }];
    const participant = [{ participant: "B", birth_year: 2000 }];
    const definition = { denominator: "enrolled", population: { age: [15, 29] } };
    expect(await counted({ participant, enrolment: [...enrolment, ...more] }, definition)).toBe("0 of 3");
  });
  it("codes: any of the listed, unknown only where it is listed", async () => {
    const participant = ["F", "M", "X", "U"].map((sex_at_enrolment) => ({
      participant: sex_at_enrolment,
      sex_at_enrolment,
    }));
    const enrolment = participant.map(({ participant }) => ({ participant }));
    const within = (sex: string[]) =>
      counted({ participant, enrolment }, { denominator: "enrolled", population: { sex } });
    expect(await within(["F", "X"])).toBe("0 of 2");
    expect(await within(["U"])).toBe("0 of 1");
  });
  it("not_in: the remaining, whatever the reason they were not counted", async () => {
    // Counted by the other: A. The remaining: B, C (unknown) and D (still enrolled).
    const enrolment = [
      left("A", "2022-01-01", "work"),
      left("B", "2022-01-01", "moved"),
      left("C", "2022-01-01", "unknown"),
      { participant: "D" },
    ];
    const definition = {
      denominator: "enrolled",
      population: { not_in: "other" },
      numerator: { exit_reason: ["moved"] },
    };
    const others = [{ indicator: "other", numerator: { exit_reason: ["work"] } }];
    expect(await counted({ enrolment }, definition, {}, { others })).toBe("1 of 3, 1 unknown");
  });
  it("not_in: a circle is refused", async () => {
    const others = [{ indicator: "other", population: { not_in: "case" } }];
    await expect(answer({ enrolment: [] }, { population: { not_in: "other" } }, {}, { others })).rejects.toThrow(
      "Break the circle",
    );
  });
  it("late entry: started that many days before the cut-off, the day included", async () => {
    const enrolment = [
      { participant: "A", started_on: "2022-09-01" },
      { participant: "B", started_on: "2022-09-02" },
    ];
    const definition = { denominator: "enrolled", late_entry_days: 30 };
    expect(await counted({ enrolment }, definition, { cutoff: "2022-10-01" })).toBe("0 of 1");
  });
});

describe("outcomes", () => {
  const numerator = { outcome: ["job_unsubsidised", "studies_komvux"] };
  const enrolment = ["A", "B", "C", "D", "E", "F", "G"].map((participant) => left(participant, "2022-06-30", "moved"));
  const job = (enrolment: string, started_on: string, ended_on: string | null = null) => ({
    enrolment,
    kind: "job_unsubsidised",
    started_on,
    ended_on,
  });

  it("upon leaving: started at most 28 days after, and not ended before", async () => {
    // A on the 28th day, C ends on the day of leaving, D both works and studies: yes. B on the 29th, E ended the day before.
    const outcome = [
      job("E1", "2022-07-28"),
      job("E2", "2022-07-29"),
      job("E3", "2022-01-01", "2022-06-30"),
      job("E4", "2022-07-01"),
      { ...job("E4", "2022-07-01"), kind: "studies_komvux" },
      job("E5", "2022-01-01", "2022-06-29"),
      { ...job("E6", "2022-07-01"), kind: "driving_licence" },
    ];
    expect(await counted({ enrolment, outcome }, { numerator })).toBe("3 of 7");
    expect(await counted({ enrolment, outcome }, { numerator, horizon_days: 29 })).toBe("4 of 7");
  });
  it("upon leaving: one who is still enrolled has not left", async () => {
    const tables = { enrolment: [{ participant: "A" }], outcome: [job("E1", "2022-01-01")] };
    expect(await counted(tables, { numerator, denominator: "enrolled" })).toBe("0 of 1");
  });
  it("within the project: by its dates, both included, still enrolled or not", async () => {
    // 1 January 2021 and 31 December 2022 count, the days outside do not.
    const outcome = [
      job("E1", "2021-01-01"),
      job("E2", "2020-12-31"),
      job("E3", "2022-12-31"),
      job("E4", "2023-01-01"),
    ];
    const definition = { numerator, denominator: "enrolled", clock: "within_project" };
    expect(await counted({ enrolment, outcome }, definition, { cutoff: "2023-12-31" })).toBe("2 of 7");
    expect(await counted({ enrolment, outcome }, definition, { cutoff: "2022-12-30" })).toBe("1 of 7");
  });
  it("within the project: an exit outside its dates is a no", async () => {
    const stays = [
      left("A", "2022-12-31", "work"),
      left("B", "2023-01-01", "work"),
      left("C", "2023-01-01", "unknown"),
    ];
    const definition = { clock: "within_project" };
    expect(await counted({ enrolment: stays }, definition, { cutoff: "2023-06-30" })).toBe("1 of 3");
  });
  it("after the exit: going on some day of the window, as far as the cut-off", async () => {
    // Left 30 June; 90 days later is 28 September, the window 14 September to 12 October.
    const outcome = [
      job("E1", "2022-07-01"),
      job("E2", "2022-10-12"),
      job("E3", "2022-10-13"),
      job("E4", "2022-07-01", "2022-09-14"),
      job("E5", "2022-07-01", "2022-09-13"),
    ];
    const definition = { numerator, clock: "after_exit", horizon_days: 90 };
    expect(await counted({ enrolment, outcome }, definition)).toBe("3 of 7");
    // By 1 October B's job has not begun; by 10 September no day of the window is known.
    expect(await counted({ enrolment, outcome }, definition, { cutoff: "2022-10-01" })).toBe("2 of 7");
    expect(await counted({ enrolment, outcome }, definition, { cutoff: "2022-09-10" })).toBe("0 of 7");
    expect(await counted({ enrolment, outcome }, { ...definition, window_days: 0 })).toBe("1 of 7");
  });
  it("in the calendar year: started in it", async () => {
    const outcome = [job("E1", "2021-12-31"), job("E2", "2022-01-01"), job("E3", "2022-12-31")];
    const definition = { numerator, clock: "calendar_year", year: 2022, denominator: "enrolled" };
    expect(await counted({ enrolment, outcome }, definition)).toBe("2 of 7");
  });
  it("unknown: ended, the reason unknown, and no outcome of any kind", async () => {
    // A unknown. B has some outcome: no. C has left for a known reason: no. D is still enrolled: no.
    const stays = [
      left("A", "2022-06-30", "unknown"),
      left("B", "2022-06-30", "unknown"),
      left("C", "2022-06-30", "moved"),
      { participant: "D" },
    ];
    const outcome = [{ enrolment: "E2", kind: "driving_licence", started_on: "2022-07-01" }];
    expect(await counted({ enrolment: stays, outcome }, { numerator, denominator: "enrolled" })).toBe(
      "0 of 4, 1 unknown",
    );
  });
  it("only the taken enrolment's count, all the person's with any", async () => {
    const stays = [
      left("A", "2021-06-30", "moved", { started_on: "2021-01-01" }),
      left("A", "2022-06-30", "moved", { started_on: "2022-01-01" }),
    ];
    const outcome = [job("E1", "2021-06-30")];
    expect(await counted({ enrolment: stays, outcome }, { numerator })).toBe("0 of 1");
    expect(await counted({ enrolment: stays, outcome }, { numerator, person: { rule: "once", which: "any" } })).toBe(
      "1 of 1",
    );
  });
});

describe("follow-ups", () => {
  const numerator = { followup: { horizon: "exit_90d", status: ["work"] } };
  const enrolment = ["A", "B", "C", "D", "E", "F"].map((participant) => left(participant, "2022-06-30", "moved"));
  const call = (enrolment: string, more: FixtureRow = {}) => ({
    enrolment,
    horizon: "exit_90d",
    due_on: "2022-09-28",
    contacted_on: "2022-09-28",
    result: "reached",
    status: "work",
    ...more,
  });

  it("the row's status, if it was reached within the window", async () => {
    // A yes; B reached on the 14th day after: yes; C on the 15th: unknown; D unemployed: no; E declined, F no row: unknown.
    const followup = [
      call("E1"),
      call("E2", { contacted_on: "2022-10-12" }),
      call("E3", { contacted_on: "2022-10-13" }),
      call("E4", { status: "unemployed" }),
      call("E5", { result: "declined", contacted_on: null }),
    ];
    expect(await counted({ enrolment, followup }, { numerator })).toBe("2 of 6, 3 unknown");
    expect(await counted({ enrolment, followup }, { numerator, denominator: "reached" })).toBe("2 of 4, 1 unknown");
    expect(await counted({ enrolment, followup }, { numerator }, { cutoff: "2022-10-01" })).toBe("1 of 6, 4 unknown");
  });
  it("due: the horizon has passed, row or no row; the row's own day wins; not due and protected are not", async () => {
    // 90 days after 30 June is 28 September. A's row is due in December, B's is not due, C's protected; D E F have none.
    const followup = [
      call("E1", { due_on: "2022-12-01", contacted_on: null, result: "not_reached" }),
      call("E2", { result: "not_due", contacted_on: null }),
      call("E3", { result: "protected", contacted_on: null }),
    ];
    const definition = { numerator, denominator: "due" };
    expect(await counted({ enrolment, followup }, definition, { cutoff: "2022-09-27" })).toBe("0 of 0");
    expect(await counted({ enrolment, followup }, definition, { cutoff: "2022-09-28" })).toBe("0 of 3, 3 unknown");
    expect(await counted({ enrolment, followup }, definition, { cutoff: "2022-12-01" })).toBe("0 of 4, 4 unknown");
  });
  it.each([
    ["exit_4w", "2022-07-28"],
    ["exit_90d", "2022-09-28"],
    ["exit_6m", "2022-12-29"],
  ])("due without a row: %s, on %s", async (horizon, on) => {
    // 28, 90 and 182 days after 30 June.
    const definition = { numerator: { followup: { horizon, status: ["work"] } }, denominator: "due" };
    expect(await counted({ enrolment }, definition, { cutoff: plus(on, -1) })).toBe("0 of 0");
    expect(await counted({ enrolment }, definition, { cutoff: on })).toBe("0 of 6, 6 unknown");
  });
  it("due after the project: every enrolment, still going on or not", async () => {
    const definition = { numerator: { followup: { horizon: "project_90d", status: ["work"] } }, denominator: "due" };
    const tables = { enrolment: [...enrolment, { participant: "G" }] };
    expect(await counted(tables, definition, { cutoff: "2023-03-30" })).toBe("0 of 0");
    expect(await counted(tables, definition, { cutoff: "2023-03-31" })).toBe("0 of 7, 7 unknown");
  });
  it("due without a follow-up goes by the clock's days", async () => {
    const definition = {
      numerator: { outcome: ["job_unsubsidised"] },
      denominator: "due",
      clock: "after_exit",
      horizon_days: 90,
    };
    expect(await counted({ enrolment }, definition, { cutoff: "2022-09-27" })).toBe("0 of 0");
    expect(await counted({ enrolment }, definition, { cutoff: "2022-09-28" })).toBe("0 of 6");
  });
});

describe("any and all", () => {
  // The reason: A yes, B no, C unknown. The status: A no, B yes, C unknown, D (still enrolled: no) unknown.
  const enrolment = [
    left("A", "2022-06-30", "work"),
    left("B", "2022-06-30", "moved"),
    left("C", "2022-06-30", "unknown"),
    { participant: "D" },
  ];
  const called = (enrolment: string, status: string) => ({
    enrolment,
    horizon: "exit_4w",
    due_on: "2022-07-28",
    contacted_on: "2022-07-28",
    result: "reached",
    status,
  });
  const followup = [called("E1", "unemployed"), called("E2", "work")];
  const parts = [{ exit_reason: ["work"] }, { followup: { horizon: "exit_4w", status: ["work"] } }];

  it("any: A yes, B yes, C unknown, D unknown (no or unknown)", async () => {
    expect(await counted({ enrolment, followup }, { numerator: { any: parts }, denominator: "enrolled" })).toBe(
      "2 of 4, 2 unknown",
    );
  });
  it("all: A no, B no, C unknown, D no (no and unknown)", async () => {
    expect(await counted({ enrolment, followup }, { numerator: { all: parts }, denominator: "enrolled" })).toBe(
      "0 of 4, 1 unknown",
    );
  });
});

describe("counts", () => {
  const enrolment = [
    left("R", "2021-06-01", "work", { started_on: "2021-01-01" }),
    { participant: "R", started_on: "2022-01-01" },
    { participant: "S", eligible: "N" },
    { participant: "T", started_on: "2022-11-01" },
  ];
  it("persons: R and T; enrolments: three of them", async () => {
    expect(await counted({ enrolment }, { kind: "count", count: "persons" })).toBe("2 of 2");
    expect(await counted({ enrolment }, { kind: "count", count: "enrolments" })).toBe("3 of 3");
  });
  it("has no interval, and zero is a count", async () => {
    const [some] = await answer({ enrolment }, { kind: "count", count: "persons" });
    expect(some).toMatchObject({ n: 2, k: 2, estimate: 2, lower: null, upper: null, low_precision: null });
    const [none] = await answer({ enrolment: [] }, { kind: "count", count: "persons" });
    expect(none).toMatchObject({ n: 0, k: 0, estimate: 0 });
  });
});

describe("groups and margins", () => {
  const participant = [
    { participant: "A", sex_at_enrolment: "F" },
    { participant: "B", sex_at_enrolment: "M" },
  ];
  const enrolment = [
    left("A", "2022-01-01", "work", { started_on: "2021-01-01", age_at_start: 20 }),
    left("B", "2022-01-01", "moved", { started_on: "2021-06-01", municipality: "1784", age_at_start: 40 }),
    left("C", "2022-01-01", "work", { started_on: "2021-06-01", municipality: "1784" }),
  ];
  it("groups without units are left out, the unknown are a group, and there are no totals", async () => {
    const rows = await answer({ participant, enrolment }, {}, { by: ["sex"] });
    expect(rows.map(({ sex, n, k }) => [sex, n, k])).toEqual([
      ["F", 1, 1],
      ["M", 1, 0],
      ["U", 1, 1],
    ]);
  });
  it("an age outside all bands is unknown, and so is one that nobody knows", async () => {
    const rows = await answer({ participant, enrolment }, {}, { by: ["age_band"] });
    expect(rows.map(({ age_band, n }) => [age_band, n])).toEqual([
      ["20-24", 1],
      ["U", 2],
    ]);
  });
  it("margins: totals over each column, computed from persons and marked", async () => {
    const rows = await answer({ participant, enrolment }, {}, { by: ["sex", "municipality"], margins: true });
    expect(rows.map(({ margin, sex, municipality, n, k }) => [margin, sex, municipality, k, n].join(" "))).toEqual([
      "false F 1781 1 1",
      "false M 1784 0 1",
      "false U 1784 1 1",
      "true F  1 1",
      "true M  0 1",
      "true U  1 1",
      "true  1781 1 1",
      "true  1784 1 2",
      "true   2 3",
    ]);
  });
  it("without units: one row of zeros without groups, none with them", async () => {
    expect(await answer({ enrolment: [] }, {})).toMatchObject([
      { n: 0, k: 0, unknown: 0, estimate: null, low_precision: null },
    ]);
    expect(await answer({ enrolment: [] }, {}, { by: ["sex"] })).toEqual([]);
  });
  it("the year is that of the start", async () => {
    const rows = await answer({ enrolment }, {}, { by: ["year"] });
    expect(rows.map(({ year, n }) => [year, n])).toEqual([[2021, 3]]);
  });
  it("0 of n and n of n end at exactly 0 and 1", async () => {
    const [row] = await answer({ participant, enrolment: enrolment.slice(0, 1) }, {});
    expect(row!.upper).toBe(1);
    const [other] = await answer({ participant, enrolment: enrolment.slice(1, 2) }, {});
    expect(other!.lower).toBe(0);
  });
});

describe("two suppliers", () => {
  it("both have a person A, and they are two persons", async () => {
    // One A left to work, the other is a returner who last moved; each supplier's enrolment E1 has its own outcome.
    const job = { enrolment: "E1", kind: "job_unsubsidised", started_on: "2021-06-01" };
    const enrolment = [left("A", "2021-06-01", "work")];
    const also = {
      enrolment: [
        left("A", "2021-03-01", "work", { started_on: "2021-01-01" }),
        left("A", "2022-06-01", "moved", { started_on: "2022-01-01" }),
      ],
    };
    expect(await counted({ enrolment, outcome: [job] }, {}, {}, { also })).toBe("1 of 2");
    const numerator = { outcome: ["job_unsubsidised"] };
    expect(await counted({ enrolment, outcome: [job] }, { numerator }, {}, { also })).toBe("1 of 2");
    const first = { person: { rule: "once", which: "first" } };
    expect(await counted({ enrolment }, first, {}, { also })).toBe("2 of 2");
  });
});

describe("the default cut-off", () => {
  it("is the day as of which the data were delivered", async () => {
    const enrolment = [left("A", "2022-10-01", "work"), left("B", "2022-12-01", "work")];
    expect(await counted({ enrolment }, {}, {}, { programme: programme(), as_of: "2022-11-01" })).toBe("1 of 1");
  });
});

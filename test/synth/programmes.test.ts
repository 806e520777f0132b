import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSynthetic, type SyntheticPackage } from "./synth.ts";

async function using(programme: string, look: (synthetic: SyntheticPackage) => Promise<void>) {
  const synthetic = await openSynthetic(programme);
  try {
    await look(synthetic);
  } finally {
    await synthetic.close();
  }
}

const manifestOf = async ({ folder }: SyntheticPackage) =>
  JSON.parse(await readFile(join(folder, "extract.json"), "utf8"));

const toJobOrStudies = "kind in ('job_unsubsidised', 'job_subsidised', 'self_employment') or kind like 'studies%'";

// Kramfors kommun, news item of 13 December 2022.
test("Kramfors: 11 of the 27 who took part in 2022 got a job, all aged 16 to 20", () =>
  using("kramfors-ungdomsanstallningar", async ({ count }) => {
    const during2022 = "started_on <= '2022-12-31' and (ended_on is null or ended_on >= '2022-01-01')";
    expect(await count(`select count(distinct participant) from enrolment where ${during2022}`)).toBe(27);
    expect(
      await count(`
        select count(distinct participant) from enrolment join outcome using (enrolment)
        where kind like 'job%' and year(outcome.started_on::date) = 2022`),
    ).toBe(11);
    expect(
      await count("select count(*) from enrolment where exit_reason = 'work' and year(ended_on::date) = 2022"),
    ).toBe(11);
    expect(await count("select count(*) from enrolment where age_at_start::int not between 16 and 20")).toBe(0);
  }));

// ESF's project bank gives a plan and no results: attributes that overlap, two clocks, company contacts.
test("Navigator: marked as invented, with both clocks' follow-ups and ages that the plan's groups overlap", () =>
  using("navigator-krokom", async (synthetic) => {
    const { count } = synthetic;
    expect((await manifestOf(synthetic)).note).toMatch(/inga resultat.*no results/);
    expect(await count("select count(distinct participant) from enrolment where eligible = 'Y'")).toBe(130);
    // The project ended on 30 April 2011, so its own clock is due on 29 July.
    expect(await count("select count(*) from followup where horizon = 'project_90d' and due_on <> '2011-07-29'")).toBe(
      0,
    );
    expect(
      await count(`
        select count(*) from followup join enrolment using (enrolment)
        where horizon = 'exit_90d' and due_on::date <> ended_on::date + 90`),
    ).toBe(0);
    const youngForeignBorn = `select count(*) from participant join enrolment using (participant)
      where foreign_born = 'Y' and eligible = 'Y' and age_at_start::int between 16 and 24`;
    expect(await count(youngForeignBorn)).toBe(17);
    expect(await count("select count(*) from contact where contacted_on between '2008-05-01' and '2011-04-30'")).toBe(
      62,
    );
    expect(await count("select sum(hours::double) from activity")).toBeGreaterThan(10_000);
    // 4 and 5 of 5, as the indicator counts them.
    expect(
      await count(`
        select count(*) from response join answer using (response)
        where instrument = 'project-final' and wave = 'exit' and item = 'chances_of_work_up' and value in ('4', '5')`),
    ).toBe(73);
  }));

// A business magazine says that at least 60 % of all participants reached work or education, and gives no numbers.
test("Framtid Kronoberg: marked as invented, in all eight municipalities, above its goal within project time", () =>
  using("framtid-kronoberg", async (synthetic) => {
    const { count } = synthetic;
    expect((await manifestOf(synthetic)).note).toMatch(/inga resultat.*no results/);
    expect(await count("select count(distinct municipality) from enrolment")).toBe(8);
    const started = await count(`
      select count(distinct participant) from enrolment join outcome using (enrolment)
      where (${toJobOrStudies}) and outcome.started_on <= '2014-12-31'`);
    expect([started, await count("select count(*) from participant")]).toEqual([312, 480]);
  }));

// ESF's project bank gives a plan and no results.
test("Trappsteget: marked as invented, aged 16 to 24 in its two municipalities", () =>
  using("trappsteget", async (synthetic) => {
    const { count } = synthetic;
    expect((await manifestOf(synthetic)).note).toMatch(/inga resultat.*no results/);
    expect(await count("select count(*) from enrolment where age_at_start::int not between 16 and 24")).toBe(0);
    expect(await count("select count(*) from enrolment where municipality not in ('0665', '0680')")).toBe(0);
    expect(
      await count(
        `select count(distinct participant) from enrolment join outcome using (enrolment) where ${toJobOrStudies}`,
      ),
    ).toBe(47);
    // Employers at start and end, paired by employer; participants on the way and at the end.
    const answered = (wave: string) =>
      `select employer from response where instrument = 'employer' and wave = '${wave}'`;
    expect(await count(`select count(*) from (${answered("baseline")} intersect ${answered("exit")})`)).toBe(22);
    expect(
      await count(`
        select count(*) from answer join response using (response)
        where instrument = 'employer' and value is not null and value::int not between 1 and 5`),
    ).toBe(0);
    const rows = await synthetic.database.all(
      "select wave, count(*) as n from response where instrument = 'project-final' group by all order by wave",
    );
    expect(rows).toEqual([
      { wave: "exit", n: 65 },
      { wave: "mid", n: 57 },
    ]);
  }));

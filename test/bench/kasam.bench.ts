import { join } from "node:path";
import { expect, it } from "vitest";
import { openBuild } from "../../electron/engine/database.ts";
import { readLibrary } from "../../electron/engine/library.ts";
import { openSession } from "../../electron/engine/session.ts";
import { shippedQueries } from "../../electron/engine/shipped.ts";
import { writeBuild } from "../fixtures/build.ts";
import { inTemporaryFolder, participants } from "./large.ts";
import { against, asRatio, inMilliseconds, report, seconds } from "./measure.ts";

const programme = "varmlands-arbetskraft-2";
const manifest = { extract: "sha", programme, as_of: "2022-12-31" } as const;

/** Seconds after which a view is given up. */
const longest = 60;

/** What one would write for the total's mean in this package alone: nobody twice, one rule, one scale. */
const byHand = `
  with total as (
    select a.respondent, sum(if(a.item in ('1', '2', '3', '7', '10'), 8 - a.value, a.value)) as score, count(a.value) as answered
    from package.answer as a
    group by all
  )
  select r.municipality, r.wave, count(*) as n, avg(t.score * 13 / t.answered) as mean, stddev_samp(t.score * 13 / t.answered) as sd
  from package.response as r
  join total as t on t.respondent = r.respondent
  where t.answered >= 12
  group by all`;

it(`scores ${participants} questionnaires of 13 items in 290 municipalities`, () =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, "build.duckdb");
    await writeBuild(path, manifest, {});
    await fill(path, participants);
    const session = await openSession({
      library: await readLibrary([{ path: shippedQueries(), origin: "shipped" }]),
      extracts: [{ ...manifest, completeness: "final", supplied_by: "bench", note: null, synthetic: true, path }],
    });
    const views = session.views.filter(({ params }) => params.some(({ name }) => name === "scale"));
    const ask = async (name: string, params: Record<string, string>) => {
      const { sql, params: bound } = session.viewSql(name, params);
      return (await session.database.query(sql, bound, { signal: AbortSignal.timeout(longest * 1000) })).rowCount;
    };
    const bare = await openBuild(":memory:");
    await bare.run(`attach '${path}' as package (read_only)`);
    const { ours, theirs, ratio } = await against(
      3,
      async () => expect(await ask("kasam_score", { by: "municipality" })).toBe(290 * 2 * 4),
      () => bare.all(byHand),
    );
    report(
      `\`kasam_score\` by municipality, ${participants.toLocaleString("en")} questionnaires of 13 items, against the totals by hand in bare DuckDB`,
      `**${asRatio(ratio)}** (${inMilliseconds(ours)} against ${inMilliseconds(theirs)})`,
      "≤ 1 s",
    );
    await bare.close();
    for (const { name, params } of views) {
      const grouped = params.some((param) => param.name === "by");
      for (const by of grouped ? ["none", "municipality"] : ["none"]) {
        let rows: number | undefined;
        const taken = await seconds(async () => {
          // A view that takes longer is reported, and the next one asked.
          rows = await ask(name, grouped ? { by } : {}).catch(() => undefined);
        });
        report(
          `\`${name}\` by ${by}, ${participants.toLocaleString("en")} questionnaires of 13 items${rows === undefined ? "" : `, ${rows} rows`}`,
          rows === undefined ? `more than ${longest} s` : inMilliseconds(taken),
          "",
        );
      }
    }
    await session.close();
  }));

/** Two waves of everybody: a person's own level, an item's noise, one answer of two hundred missing. */
async function fill(path: string, questionnaires: number): Promise<void> {
  const build = await openBuild(path);
  const people = questionnaires / 2;
  const numbered = (name: string, columns: string, from: string) =>
    build.run(`insert into ${name} by name select ${columns} from ${from}`);
  const place = "(select list(code order by code) as codes from towns)";
  await build.run(`create temp table towns as select (1000 + range)::varchar as code from range(290)`);
  const town = `codes[1 + p % 290]`;
  const everybody = `range(${people}) as t(p) cross join ${place}`;
  await numbered(
    "participant",
    `p::varchar as participant, if(p % 3 = 0, 'F', 'M') as sex_at_enrolment, (p + 1)::integer as person, 'U' as education`,
    everybody,
  );
  await numbered(
    "enrolment",
    `p::varchar as enrolment, p::varchar as participant, ${town} as municipality, date '2021-01-01' as started_on,
      (p + 1)::integer as stay, (p + 1)::integer as person, true as single, if(p % 3 = 0, 'F', 'M') as sex, 'U' as education, 'Y' as eligible, 18 + (p % 12)::integer as age`,
    everybody,
  );
  await numbered(
    "response",
    `(2 * p + w)::varchar as response, 'soc13' as instrument, ['baseline', 'exit'][w + 1] as wave, p::varchar as participant,
      ${town} as municipality, date '2021-02-01' + (w * 300 + p % 90)::integer as answered_on,
      ['paper', 'web', 'sms_link', 'staff_assisted'][1 + p % 4] as mode,
      (p + 1)::integer as person, (2 * p + w + 1)::bigint as respondent, true as single`,
    `${everybody} cross join range(2) as u(w) order by p, w`,
  );
  await numbered(
    "answer",
    `response, item::varchar as item, respondent, true as single,
      if(hash(respondent, item) % 200 = 0, null, 1 + ((hash(person) % 4) + (hash(respondent, item, 1) % 4)))::integer as value`,
    `response cross join range(1, 14) as v(item) order by respondent, item`,
  );
  await build.close();
}

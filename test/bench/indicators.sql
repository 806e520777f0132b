-- The countable indicators of Värmlands Arbetskraft 2.0, whole and by each of their breakdowns, by hand.
--
-- What an analyst writes who knows the questions beforehand: each population is made once, its persons are counted once into
-- small cells, and every breakdown is added up from these.
with enrolled as (
  select
    person,
    stay,
    single,
    ended_on,
    exit_reason,
    age,
    coalesce(sex, 'U') as sex,
    case
      when age between 15 and 19 then '15-19'
      when age between 20 and 24 then '20-24'
      when age between 25 and 29 then '25-29'
      else 'U'
    end as age_band,
    coalesce(foreign_born, 'U') as foreign_born,
    coalesce(disability, 'U') as disability,
    coalesce(municipality, 'U') as municipality,
    coalesce(inflow_route, 'unknown') as inflow_route,
    coalesce(target_group, 'U') as target_group,
    year(started_on) as year
  from extract_1.enrolment
  where eligible is distinct from 'N' and started_on <= date '2022-12-31'
),
exited as (
  select * exclude (exit_reason), coalesce(exit_reason, 'unknown') as exit_reason
  from enrolled
  where ended_on <= date '2022-12-31' and age between 15 and 29
),
last_exit as (
  select * from exited where single
  union all
  select * from exited where not single
  qualify row_number() over (partition by person order by stay desc) = 1
),
first_enrolment as (
  select * from enrolled where single
  union all
  select * from enrolled where not single
  qualify row_number() over (partition by person order by stay) = 1
),
started as (
  select
    stay,
    bool_or(
      started_on between date '2020-09-01' and date '2022-12-31'
      and kind in (
        'job_unsubsidised', 'job_subsidised', 'self_employment', 'studies_upper_secondary', 'studies_komvux',
        'studies_folk_high_school', 'studies_higher', 'studies_sfi'
      )
    ) as yes
  from extract_1.outcome
  where started_on <= date '2022-12-31'
  group by all
),
judged as (
  select
    enrolled.*,
    coalesce(
      started.yes,
      if(ended_on <= date '2022-12-31' and coalesce(exit_reason, 'unknown') = 'unknown', null, false)
    ) as result
  from enrolled
  left join started on started.stay = enrolled.stay
),
best_enrolment as (
  select * from judged where single
  union all
  select * from judged where not single
  qualify row_number() over (partition by person order by coalesce(result::integer * 2, 1) desc, stay desc) = 1
),
exit_cell as (
  select
    sex, age_band, foreign_born, disability, municipality, inflow_route, year,
    count(*) as n,
    count(*) filter (exit_reason = 'work') as work,
    count(*) filter (exit_reason = 'studies') as studies,
    count(*) filter (exit_reason = 'unknown') as unknown
  from last_exit
  group by all
),
enrolment_cell as (
  select
    sex, age_band, foreign_born, disability, municipality, inflow_route, target_group, year,
    count(*) as n
  from first_enrolment
  group by all
),
start_cell as (
  select
    sex, age_band, foreign_born, disability, municipality, inflow_route, year,
    count(*) as n,
    count(*) filter (result) as k,
    count(*) filter (result is null) as unknown
  from best_enrolment
  group by all
),
cell as (
  select 'work-or-study-at-exit' as indicator, * exclude (work, studies), work + studies as k from exit_cell
  union all by name
  select 'work-at-exit' as indicator, * exclude (work, studies), work as k from exit_cell
  union all by name
  select 'studies-at-exit' as indicator, * exclude (work, studies), studies as k from exit_cell
  union all by name
  select 'participants-enrolled' as indicator, *, n as k, 0 as unknown from enrolment_cell
  union all by name
  select 'started-work-or-study-within-project' as indicator, * from start_cell
),
counted as (
  select
    indicator,
    case
      when grouping(sex) = 0 then 'sex'
      when grouping(age_band) = 0 then 'age_band'
      when grouping(foreign_born) = 0 then 'foreign_born'
      when grouping(disability) = 0 then 'disability'
      when grouping(municipality) = 0 then 'municipality'
      when grouping(inflow_route) = 0 then 'inflow_route'
      when grouping(target_group) = 0 then 'target_group'
      when grouping(year) = 0 then 'year'
      else ''
    end as breakdown,
    coalesce(
      sex, age_band, foreign_born, disability, municipality, inflow_route, target_group, year::varchar, ''
    ) as value,
    sum(n) as n,
    sum(k) as k,
    sum(unknown) as unknown
  from cell
  group by grouping sets (
    (indicator), (indicator, sex), (indicator, age_band), (indicator, foreign_born), (indicator, disability),
    (indicator, municipality), (indicator, inflow_route), (indicator, target_group), (indicator, year)
  )
  having breakdown <> 'target_group' or indicator = 'participants-enrolled'
  union all
  select
    'organisation-milestones',
    if(grouping(municipality) = 0, 'municipality', ''),
    coalesce(municipality, ''),
    count(*) filter (status <> 'dropped'),
    count(*) filter (status = 'reached' and coalesce(reached_on <= date '2022-12-31', true)),
    count(*) filter (status = 'dropped')
  from (select * replace (coalesce(municipality, 'U') as municipality) from extract_1.milestone)
  where node in ('flexible-education', 'provider-cooperation', 'health-cooperation', 'new-methods')
  group by grouping sets ((), (municipality))
)
select
  indicator,
  breakdown,
  value,
  n::integer as n,
  k::integer as k,
  unknown::integer as unknown,
  if(indicator = 'participants-enrolled', k, k / nullif(n, 0))::double as estimate,
  if(indicator in ('participants-enrolled', 'organisation-milestones'), null, wilson_lower(k, n)) as lower,
  if(indicator in ('participants-enrolled', 'organisation-milestones'), null, wilson_upper(k, n)) as upper
from counted
order by all

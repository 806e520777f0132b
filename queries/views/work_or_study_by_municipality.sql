-- Share to work or studies per municipality, of those who have left and of all enrolled.
--
-- The same project can report 63 % and 39 %, both rightly: the first of those who had left, the second of everybody. So both
-- stand side by side. Each person counts once, at the last exit or the last enrolment on or before the cut-off. An unknown
-- reason counts as not reached, and so does, among all enrolled, being enrolled still. The programme's targets stand at both, since
-- no source says which denominator they were meant for.
--
-- @title.sv Andel till arbete eller studier per kommun, av avslutade och av alla inskrivna
-- @description.sv Samma projekt kan redovisa 63 % och 39 %, båda med rätta: det ena av dem som har avslutat, det andra av alla. Därför står båda bredvid varandra. Varje person räknas en gång, vid sitt sista avslut eller sin sista inskrivning till och med brytdatum. Okänd orsak räknas som ej uppnått, och bland alla inskrivna även att fortfarande vara inskriven. Målen står vid båda, eftersom ingen källa säger vilken nämnare de gäller.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column municipality varchar [by]
-- @column denominator varchar [by] measure  of whom the share is
-- @column n integer [base]  persons who had left, or all enrolled
-- @column k integer [count]  of them to work or studies
-- @column unknown integer [count]  of them with an unknown reason
-- @column share double [share k/n]
-- @column lower double [interval k/n] unit=share  95 % Wilson
-- @column upper double [interval k/n] unit=share
-- @column target double unit=share  the first of the targets
-- @column comparator varchar
-- @column attained varchar  yes, no, or undecided where the interval covers the target
-- @column targets varchar  all targets for the municipality as JSON, each with its source
-- @column.sv denominator  vilka andelen räknas av
-- @column.sv n  personer med avslut, eller alla inskrivna
-- @column.sv k  de av dem som gick till arbete eller studier
-- @column.sv unknown  de av dem vars orsak är okänd
-- @column.sv target  det första av målen
-- @column.sv attained  yes är ja, no är nej, undecided när intervallet rymmer målet
-- @column.sv targets  alla mål för kommunen som JSON, vart och ett med sin källa
-- @chart interval x=share y=municipality color=denominator lower=lower upper=upper target=target
-- @check k <= n
-- @check share between lower and upper
-- @check k + unknown <= n
with exits as (
  select e.municipality, e.exit_reason, e.single, count(*) as persons
  from last_exit($programme, $cutoff, $selection) as e
  group by all
),
enrolled_once as (
  select e.municipality, count(*) as persons
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.single and e.eligible <> 'N'
  group by all
),
enrolled_again as (
  select e.municipality, e.exit_reason, count(*) as persons
  from last_enrolment($programme, $cutoff, $selection) as e
  where not e.single
  group by all
),
parts as (
  select e.municipality, 'exited' as denominator, e.exit_reason, e.persons as in_base, e.persons as by_reason
  from exits as e
  union all
  -- Who was enrolled once has one reason at both denominators.
  select e.municipality, 'enrolled', e.exit_reason, 0, e.persons
  from exits as e
  where e.single
  union all
  select o.municipality, 'enrolled', null, o.persons, 0
  from enrolled_once as o
  union all
  select a.municipality, 'enrolled', a.exit_reason, a.persons, a.persons
  from enrolled_again as a
),
counted as (
  select
    p.municipality,
    p.denominator,
    sum(p.in_base)::integer as n,
    coalesce(sum(p.by_reason) filter (where p.exit_reason in ('work', 'studies')), 0)::integer as k,
    coalesce(sum(p.by_reason) filter (where p.exit_reason = 'unknown'), 0)::integer as unknown
  from parts as p
  group by all
),
shares as (
  select
    c.*,
    c.k / c.n as share,
    wilson_lower(c.k, c.n) as lower,
    wilson_upper(c.k, c.n) as upper
  from counted as c
),
promised as (
  select
    s.municipality,
    s.denominator,
    arg_min(t.value, t.ordinal) as target,
    arg_min(t.comparator, t.ordinal) as comparator,
    arg_min(attained(s.lower, s.upper, t.comparator, t.value), t.ordinal) as attained,
    to_json(list({
      value: t.value, comparator: t.comparator, title: {sv: t.title_sv, en: t.title_en}, source: t.source,
      attained: attained(s.lower, s.upper, t.comparator, t.value)
    } order by t.ordinal))::varchar as targets
  from shares as s
  join valid_target($programme, 'work-or-study-at-exit', $cutoff) as t
    on coalesce(t.municipality = s.municipality, true)
  where t.unit = 'share' and t.sex is null and t.age_band is null and t.foreign_born is null
  group by all
)
select s.*, p.target, p.comparator, p.attained, p.targets
from shares as s
left join promised as p on p.municipality = s.municipality and p.denominator = s.denominator
order by s.municipality, s.denominator desc

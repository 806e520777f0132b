-- Participants per municipality and sex, against what the programme promised.
--
-- Each person counts once, in the municipality of the first enrolment, under the sex given at enrolment. A group that
-- something was promised for is shown also when nobody has come. A target is left out when the selection takes only a part
-- of the group it was set for.
--
-- @title.sv Deltagare per kommun och kön, mot målet
-- @description.sv Varje person räknas en gång, i kommunen för sin första inskrivning och med det kön som angavs då. En grupp som har ett mål visas även när ingen har kommit. Målet visas inte när urvalet bara tar med en del av gruppen som det gäller.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column municipality varchar [by]  of the first enrolment
-- @column sex varchar [by]  at enrolment
-- @column k integer [count]  persons enrolled by the cut-off
-- @column n integer [base]  persons enrolled in the municipality, of any sex
-- @column share double [share k/n]
-- @column target double unit=persons  promised number of persons
-- @column comparator varchar  how the number is to be compared with the target
-- @column attained varchar  whether it is met: yes or no
-- @column targets varchar  all targets for the group as JSON, each with its source
-- @column.sv municipality  vid den första inskrivningen
-- @column.sv n  personer inskrivna i kommunen, oavsett kön
-- @column.sv target  utlovat antal personer
-- @column.sv comparator  hur antalet ska jämföras med målet
-- @column.sv attained  om målet är nått: yes är ja, no är nej
-- @column.sv targets  alla mål för gruppen som JSON, vart och ett med sin källa
-- @chart grouped x=k y=municipality color=sex target=target
-- @check k <= n
-- @check (target is null) = (attained is null)
with enrolled as (
  select e.municipality, e.sex, count(*)::integer as k
  from first_enrolment($programme, $cutoff, $selection) as e
  group by all
),
promised as (
  select
    t.municipality,
    t.sex,
    arg_min(t.value, t.ordinal) as target,
    arg_min(t.comparator, t.ordinal) as comparator,
    to_json(list({
      value: t.value, comparator: t.comparator, title: {sv: t.title_sv, en: t.title_en}, source: t.source
    } order by t.ordinal))::varchar as targets
  from valid_target($programme, 'participants-enrolled', $cutoff) as t
  where t.unit = 'count'
    and t.municipality is not null
    and t.sex is not null
    and t.age_band is null
    and t.foreign_born is null
    and selects_only($selection, ['municipality', 'sex'])
    and selected($selection, 'municipality', t.municipality)
    and selected($selection, 'sex', t.sex)
  group by all
),
either as (
  select e.municipality, e.sex, e.k, null as target, null as comparator, null as targets
  from enrolled as e
  union all
  select p.municipality, p.sex, 0, p.target, p.comparator, p.targets
  from promised as p
),
grouped as (
  select
    e.municipality,
    e.sex,
    sum(e.k)::integer as k,
    max(e.target) as target,
    max(e.comparator) as comparator,
    max(e.targets) as targets
  from either as e
  group by all
),
counted as (
  select g.*, sum(g.k) over (partition by g.municipality)::integer as n
  from grouped as g
)
select
  c.municipality,
  c.sex,
  c.k,
  c.n,
  c.k / nullif(c.n, 0) as share,
  c.target,
  c.comparator,
  case
    when c.target is null then null
    when c.comparator = '>=' then if(c.k >= c.target, 'yes', 'no')
    when c.comparator = '<=' then if(c.k <= c.target, 'yes', 'no')
    else if(c.k = c.target, 'yes', 'no')
  end as attained,
  c.targets
from counted as c
order by c.municipality, c.sex

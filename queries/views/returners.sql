-- Persons per number of enrolments.
--
-- Who leaves and comes back has several enrolments but stays one person. Where reports count enrolments, returners are
-- counted again; this says how many there are.
--
-- @title.sv Personer efter antal inskrivningar
-- @description.sv Den som avslutar och kommer tillbaka har flera inskrivningar men är en person. Där rapporter räknar inskrivningar räknas de som återkommer flera gånger; här syns hur många de är.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column enrolments varchar [by] codes=enrolments  enrolments by the cut-off
-- @column k integer [count]  persons with that many
-- @column n integer [base]  persons enrolled by the cut-off
-- @column share double [share k/n]
-- @column.sv enrolments  inskrivningar till och med brytdatum
-- @column.sv k  personer med så många
-- @chart bars x=k y=enrolments
-- @check k <= n
with several as (
  select e.person, count(*) as enrolments
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.eligible <> 'N' and not e.single
  group by all
),
persons as (
  select '1' as enrolments, count(*) as k
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.eligible <> 'N' and e.single
  union all
  select if(s.enrolments > 2, '3+', s.enrolments::varchar), count(*)
  from several as s
  group by all
),
counted as (
  select p.enrolments, sum(p.k)::integer as k
  from persons as p
  group by all
)
select c.enrolments, c.k, sum(c.k) over ()::integer as n, c.k / sum(c.k) over () as share
from counted as c
where c.k > 0
order by c.enrolments

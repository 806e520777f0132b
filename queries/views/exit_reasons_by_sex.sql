-- Persons who have left per exit reason and sex.
--
-- Each person counts once, at the last exit on or before the cut-off. Shares are of all of the same sex who had left, so
-- that women and men can be compared although they are not equally many.
--
-- @title.sv Avslutade personer efter avslutsorsak och kön
-- @description.sv Varje person räknas en gång, vid sitt sista avslut till och med brytdatum. Andelarna är av alla avslutade av samma kön, så att kvinnor och män kan jämföras fast de inte är lika många.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column exit_reason varchar [by]
-- @column sex varchar [by]  at enrolment
-- @column k integer [count]  persons of the sex who left for the reason
-- @column n integer [base]  persons of the sex who had left by the cut-off
-- @column share double [share k/n]
-- @column lower double [interval] unit=share  95 % Wilson
-- @column upper double [interval] unit=share
-- @column.sv k  personer av könet med avslut av den orsaken
-- @column.sv n  personer av könet med avslut till och med brytdatum
-- @chart interval x=share y=exit_reason color=sex lower=lower upper=upper
-- @check k <= n
-- @check share between lower and upper
with reasons as (
  select e.exit_reason, e.sex, count(*)::integer as k
  from last_exit($programme, $cutoff, $selection) as e
  group by all
),
counted as (
  select r.*, sum(r.k) over (partition by r.sex)::integer as n, sum(r.k) over (partition by r.exit_reason) as of_reason
  from reasons as r
)
select
  c.exit_reason,
  c.sex,
  c.k,
  c.n,
  c.k / c.n as share,
  wilson_lower(c.k, c.n) as lower,
  wilson_upper(c.k, c.n) as upper
from counted as c
order by c.exit_reason = 'unknown', c.of_reason desc, c.exit_reason, c.sex

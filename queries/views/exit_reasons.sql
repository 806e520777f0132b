-- Persons who have left per exit reason.
--
-- Each person counts once, at the last exit on or before the cut-off, and by one reason even if several were true: those who
-- both work and study stand under the reason that was recorded. Unknown stays unknown.
--
-- @title.sv Avslutade personer efter avslutsorsak
-- @description.sv Varje person räknas en gång, vid sitt sista avslut till och med brytdatum, och efter en orsak även om flera stämmer: den som både arbetar och studerar står under den orsak som har registrerats. Okänd orsak förblir okänd.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column exit_reason varchar [by]
-- @column k integer [count]  persons who left for the reason
-- @column n integer [base]  persons who had left by the cut-off
-- @column share double [share k/n]
-- @column to_work_or_studies boolean  the reason is work or studies
-- @column.sv k  personer med avslut av den orsaken
-- @column.sv n  personer med avslut till och med brytdatum
-- @column.sv to_work_or_studies  orsaken är arbete eller studier
-- @chart bars x=k y=exit_reason emphasis=to_work_or_studies
-- @check k <= n
with reasons as (
  select e.exit_reason, count(*)::integer as k
  from last_exit($programme, $cutoff, $selection) as e
  group by all
),
counted as (
  select r.*, sum(r.k) over ()::integer as n
  from reasons as r
)
select c.exit_reason, c.k, c.n, c.k / c.n as share, c.exit_reason in ('work', 'studies') as to_work_or_studies
from counted as c
order by c.exit_reason = 'unknown', not to_work_or_studies, c.k desc, c.exit_reason

-- Enrolments and exits per month.
--
-- Every enrolment counts, a returner's second one too, and so does its exit. Months without either are shown, from the first
-- enrolment's month to that of the cut-off.
--
-- @title.sv In- och utskrivningar per månad
-- @description.sv Varje inskrivning räknas, även när någon kommer tillbaka, och varje avslut likaså. Månader utan in- eller utskrivningar visas, från den första inskrivningens månad till brytdatumets.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column month date [time]  the first day of the month
-- @column enrolled integer [count]  enrolments that started in the month
-- @column exited integer [count]  enrolments that ended in the month
-- @column.sv month  månadens första dag
-- @column.sv enrolled  inskrivningar som började under månaden
-- @column.sv exited  inskrivningar som avslutades under månaden
-- @chart mirror x=month up=enrolled down=exited
-- @check enrolled >= 0 and exited >= 0
with start_days as (
  select e.started_on as day, count(*) as enrolled
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.eligible <> 'N'
  group by all
),
end_days as (
  select e.ended_on as day, count(*) as exited
  from known_exit($programme, $cutoff, $selection) as e
  group by all
),
started as (
  select date_trunc('month', d.day)::date as month, sum(d.enrolled) as enrolled
  from start_days as d
  group by all
),
ended as (
  select date_trunc('month', d.day)::date as month, sum(d.exited) as exited
  from end_days as d
  group by all
),
beginning as (
  select min(s.month) as month
  from started as s
),
months as (
  select unnest(generate_series(b.month, cutoff_of($programme, $cutoff), interval 1 month))::date as month
  from beginning as b
)
select m.month, coalesce(s.enrolled, 0)::integer as enrolled, coalesce(e.exited, 0)::integer as exited
from months as m
left join started as s on s.month = m.month
left join ended as e on e.month = m.month
order by m.month

-- Persons at each step from being registered to being followed up.
--
-- Every step is a part of the one before, so that what falls away can be read off. Registered are all whom the project met by
-- the cut-off, eligible those of them inside the target group, enrolled those who had started, exited those with an exit on or before the
-- cut-off. The outcome is known where the last exit has a reason or any outcome has been recorded for it; followed up are
-- those of them who have been reached by at least one follow-up.
--
-- @title.sv Från anmälan till uppföljning
-- @description.sv Varje steg är en del av det föregående, så att bortfallet syns. Anmälda är alla som projektet har mött till och med brytdatum, i målgruppen är de som hör dit, inskrivna de som har börjat och avslutade de som har ett avslut. Utfallet är känt när det sista avslutet har en orsak eller när något utfall är registrerat för det; uppföljda är de av dem som har nåtts av minst en uppföljning.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column step varchar [by] measure codes=flow_step
-- @column k integer [count]  persons at the step
-- @column dropped integer [count]  persons of the step before who are not here
-- @column n integer [base]  persons registered by the cut-off
-- @column share double [share k/n]
-- @column.sv k  personer i steget
-- @column.sv dropped  personer i föregående steg som inte är med här
-- @column.sv n  personer som anmälts till och med brytdatum
-- @chart flow x=k y=step dropped=dropped
-- @check k <= n
-- @check dropped >= 0
with once as (
  select
    count(*) as registered,
    count(*) filter (where e.eligible <> 'N') as eligible
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.single
),
several as (
  select
    count(distinct e.person) as registered,
    count(distinct e.person) filter (where e.eligible <> 'N') as eligible
  from known_enrolment($programme, $cutoff, $selection) as e
  where not e.single
),
exits as (
  select
    e.exit_reason <> 'unknown' or e.first_outcome_on is not null as outcome_known,
    e.first_reached_on is not null as reached
  from last_exit($programme, $cutoff, $selection) as e
),
counted_exits as (
  select
    count(*) as exited,
    count(*) filter (e.outcome_known) as outcome_known,
    count(*) filter (e.outcome_known and e.reached) as followed_up
  from exits as e
),
steps as (
  select 1 as place, 'registered' as step, o.registered + s.registered as persons from once as o cross join several as s
  union all
  select 2, 'eligible', o.eligible + s.eligible from once as o cross join several as s
  union all
  select 3, 'enrolled', o.eligible + s.eligible from once as o cross join several as s
  union all
  select 4, 'exited', e.exited from counted_exits as e
  union all
  select 5, 'outcome_known', e.outcome_known from counted_exits as e
  union all
  select 6, 'followed_up', e.followed_up from counted_exits as e
)
select
  s.step,
  s.persons::integer as k,
  coalesce(lag(s.persons) over (order by s.place) - s.persons, 0)::integer as dropped,
  max(s.persons) over ()::integer as n,
  s.persons / nullif(max(s.persons) over (), 0) as share
from steps as s
order by s.place

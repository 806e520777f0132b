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
-- @column step varchar [by] codes=flow_step
-- @column k integer [count]  persons at the step
-- @column dropped integer [count]  persons of the step before who are not here
-- @column n integer [base]  persons registered by the cut-off
-- @column share double [share k/n]
-- @chart flow x=k y=step dropped=dropped
-- @check k <= n
-- @check dropped >= 0
with known as (
  select e.extract_no, e.person, e.single, e.eligible <> 'N' as inside
  from known_enrolment($programme, $cutoff, $selection) as e
),
repeated as (
  select k.extract_no, k.person, bool_or(k.inside) as inside
  from known as k
  where not k.single
  group by all
),
registered as (
  select count(*) as registered, count(*) filter (where p.inside) as eligible
  from (select k.inside from known as k where k.single union all select r.inside from repeated as r) as p
),
exits as (
  select e.extract_no, e.stay, e.exit_reason
  from last_exit($programme, $cutoff, $selection) as e
),
known_exits as (
  select e.extract_no, e.stay
  from exits as e
  where e.exit_reason <> 'unknown'
  union all
  select e.extract_no, e.stay
  from exits as e
  semi join known_outcome($programme, $cutoff, null) as o on o.extract_no = e.extract_no and o.stay = e.stay
  where e.exit_reason = 'unknown'
),
followed as (
  select count(*) as followed_up
  from known_exits as e
  semi join (
    select f.extract_no, f.stay
    from known_followup($programme, $cutoff) as f
    where f.result = 'reached' and f.contacted_on is not null
  ) as f on f.extract_no = e.extract_no and f.stay = e.stay
),
steps as (
  select 1 as place, 'registered' as step, r.registered as persons from registered as r
  union all
  select 2, 'eligible', r.eligible from registered as r
  union all
  select 3, 'enrolled', r.eligible from registered as r
  union all
  select 4, 'exited', count(*) from exits
  union all
  select 5, 'outcome_known', count(*) from known_exits
  union all
  select 6, 'followed_up', f.followed_up from followed as f
)
select
  s.step,
  s.persons::integer as k,
  coalesce(lag(s.persons) over (order by s.place) - s.persons, 0)::integer as dropped,
  max(s.persons) over ()::integer as n,
  s.persons / nullif(max(s.persons) over (), 0) as share
from steps as s
order by s.place

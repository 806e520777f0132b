-- Each person of the current extracts once, with what an acquaintance may know and what nobody should learn.
--
-- For measuring how easily a person is told apart in the rows themselves. They are taken as they stand: no cut-off, and those
-- outside the target group too, because they are in the rows as well. What is known of a person is that of the first stay;
-- the reason is that of the last exit and null while enrolled. `route_persons` and `education_persons` say how many of the
-- extract's persons share the code, at any stay.
create macro person_record(programme := null, extract_hash := null) as table
with stay as (
  select e.*
  from build_stay as e
  join current_extract as c on c.extract_no = e.extract_no
  where e.programme = default_programme(programme)
    and (extract_hash is null or c."extract" = extract_hash)
),
shared_route as (
  select s.extract_no, s.inflow_route, count(distinct s.person) as persons
  from stay as s
  group by all
),
shared_education as (
  select s.extract_no, s.education, count(distinct s.person) as persons
  from stay as s
  group by all
),
person as (
  select s.person, min(s.stay) as first_stay, arg_max(s.exit_reason, s.stay) filter (where s.ended_on is not null) as exit_reason
  from stay as s
  group by all
)
select
  s.programme,
  s.person,
  s.municipality,
  s.sex,
  s.age,
  s.age_band,
  s.foreign_born,
  s.inflow_route,
  s.started_on,
  date_trunc('month', s.started_on)::date as start_month,
  s.education,
  s.disability,
  p.exit_reason,
  s.income_at_start,
  r.persons as route_persons,
  h.persons as education_persons
from person as p
join stay as s on s.person = p.person and s.stay = p.first_stay
join shared_route as r on r.extract_no = s.extract_no and r.inflow_route is not distinct from s.inflow_route
join shared_education as h on h.extract_no = s.extract_no and h.education is not distinct from s.education;

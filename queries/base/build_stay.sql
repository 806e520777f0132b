-- Each enrolment as delivered, with the keys and copies that make the rules cheap, and its age band.
--
-- For the macros beside this file only: it knows what happens after the cut-off, and it mixes programmes. Like all whose
-- name begins with build_, it is out of reach for typed SQL. `stay` and `person` are numbers that no two extracts share.
create view build_stay as
select
  e.extract_no,
  e.programme,
  e.enrolment,
  e.participant,
  e.stay,
  e.person,
  e.single,
  e.municipality,
  e.started_on,
  e.ended_on,
  e.exit_reason,
  e.age,
  age_band(e.programme, e.age) as age_band,
  e.sex,
  e.foreign_born,
  e.foreign_background,
  e.disability,
  e.education,
  e.compulsory_complete,
  e.upper_secondary_complete,
  e.inflow_route,
  e.target_group,
  e.status_at_start,
  e.income_at_start,
  e.eligible,
  e.first_outcome_on,
  e.first_reached_on,
  mark_of(e.programme, 'p', e.participant) as mark
from build_enrolment as e;

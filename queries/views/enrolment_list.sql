-- Each enrolment as known at the cut-off.
--
-- One row per enrolment, those outside the target group included. These are rows about persons: they never leave the
-- evaluator's room.
--
-- @title.sv Inskrivningar, en rad för varje
-- @description.sv En rad per inskrivning så som den är känd vid brytdatum, även för dem utanför målgruppen. Raderna handlar om enskilda personer och lämnar aldrig utvärderarens rum.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column participant varchar  the supplier's pseudonym
-- @column enrolment varchar  the supplier's number for the stay
-- @column municipality varchar
-- @column started_on date
-- @column ended_on date  empty while enrolled at the cut-off
-- @column exit_reason varchar  empty while enrolled at the cut-off
-- @column sex varchar  at enrolment
-- @column age integer unit=years  at the start
-- @column age_band varchar
-- @column inflow_route varchar
-- @column target_group varchar  the programme's own codes
-- @column status_at_start varchar
-- @column income_at_start varchar
-- @column foreign_born varchar codes=yes_no
-- @column disability varchar codes=yes_no
-- @column education varchar
-- @column eligible varchar codes=yes_no  N: met, but outside the target group
-- @column.sv participant  leverantörens pseudonym
-- @column.sv enrolment  leverantörens nummer för inskrivningen
-- @column.sv age  vid start
-- @column.sv target_group  programmets egna koder
-- @column.sv eligible  N: har mött projektet men hör inte till målgruppen
-- @check ended_on >= started_on
-- @check (ended_on is null) = (exit_reason is null)
select
  e.participant,
  e.enrolment,
  e.municipality,
  e.started_on,
  e.ended_on,
  e.exit_reason,
  e.sex,
  e.age,
  e.age_band,
  e.inflow_route,
  e.target_group,
  e.status_at_start,
  e.income_at_start,
  e.foreign_born,
  e.disability,
  e.education,
  e.eligible
from known_enrolment($programme, $cutoff, $selection) as e

-- What is known about each activity on the day of the cut-off.
--
-- One row per activity that has started by the cut-off; one that ends later still goes on. It belongs to an enrolment by
-- (extract_no, stay), and gets its selection from there as an outcome does.
create macro known_activity(programme := null, cutoff := null) as table
select
  a.extract_no,
  a.programme,
  a.stay,
  a.kind,
  a.started_on,
  case when a.ended_on <= cutoff_of(programme, cutoff) then a.ended_on end as ended_on,
  a.hours
from build_activity as a
where a.programme = default_programme(programme)
  and a.started_on <= cutoff_of(programme, cutoff);

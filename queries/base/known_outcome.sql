-- What is known about each outcome on the day of the cut-off.
--
-- One row per outcome that has started by the cut-off; one that ends later still goes on. It belongs to an enrolment by
-- `stay`. It takes no selection: that is one of enrolments, so outcomes get theirs by being joined to
-- `known_enrolment`. A selection here would join them once more, and DuckDB does not fold that join away where it is null.
create macro known_outcome(programme := null, cutoff := null) as table
select
  o.extract_no,
  o.programme,
  o.stay,
  o.kind,
  o.started_on,
  case when o.ended_on <= cutoff_of(programme, cutoff) then o.ended_on end as ended_on,
  o.evidence,
  o.sector
from build_outcome as o
where o.programme = default_programme(programme)
  and o.started_on <= cutoff_of(programme, cutoff);

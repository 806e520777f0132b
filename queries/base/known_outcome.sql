-- What is known about each outcome on the day of the cut-off.
--
-- One row per outcome that has started by the cut-off; one that ends later still goes on. It belongs to an enrolment by
-- (extract_no, stay). Give no selection where the outcomes are joined to `known_enrolment` anyway: a literal null costs
-- nothing, a selection costs a join.
create macro known_outcome(programme := null, cutoff := null, selection := null) as table
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
  and o.started_on <= cutoff_of(programme, cutoff)
  and (
    selection is null
    or (o.extract_no, o.stay) in (
      select (k.extract_no, k.stay) from known_enrolment(programme, cutoff, selection) as k
    )
  );

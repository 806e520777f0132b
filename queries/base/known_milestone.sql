-- What is known about each milestone on the day of the cut-off.
--
-- One row per milestone. One that is reached after the cut-off is still under way; one reached on a day that nobody noted is
-- taken as reached. Of all that one may select on a milestone has a municipality at most.
create macro known_milestone(programme := null, cutoff := null, selection := null) as table
select
  m.extract_no,
  m.programme,
  m.node,
  m.note,
  coalesce(m.municipality, 'U') as municipality,
  case when m.reached_on <= cutoff_of(programme, cutoff) then m.reached_on end as reached_on,
  case
    when m.status = 'reached' and m.reached_on > cutoff_of(programme, cutoff) then 'under_way'
    else m.status
  end as status
from build_milestone as m
where m.programme = default_programme(programme)
  and matches_selection(
    selection, coalesce(m.municipality, 'U'), 'U', 'U', 'U', 'U', 'U', 'U', 'unknown', 'U', 'unknown', 'unknown'
  );

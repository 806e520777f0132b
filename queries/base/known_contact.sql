-- What is known about each contact with an employer on the day of the cut-off.
--
-- One row per contact made by the cut-off. The municipality is the employer's. Nothing else that one may select on is known of
-- an employer, so any other selection keeps none.
create macro known_contact(programme := null, cutoff := null, selection := null) as table
select c.extract_no, c.programme, c.employer, c.contacted_on, c.purpose, coalesce(c.municipality, 'U') as municipality
from build_contact as c
where c.programme = default_programme(programme)
  and c.contacted_on <= cutoff_of(programme, cutoff)
  and matches_selection(
    selection, coalesce(c.municipality, 'U'), 'U', 'U', 'U', 'U', 'U', 'U', 'unknown', 'U', 'unknown', 'unknown'
  );

-- What a programme has promised for an indicator and still holds on the day of the cut-off, in the order of its definition.
create macro valid_target(programme, of_indicator, cutoff) as table
select t.*
from target as t
where t.programme = default_programme(programme)
  and t.indicator = of_indicator
  and coalesce(t.valid_from <= cutoff_of(programme, cutoff), true)
  and coalesce(t.valid_to >= cutoff_of(programme, cutoff), true);

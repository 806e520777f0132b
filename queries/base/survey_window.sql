-- The spells of days in which a questionnaire could be answered: its collections without their outages.
--
-- One row per spell; a null municipality is all of them. Where a delivery has no collection for a wave that has answers, the days
-- from the first answer to the cut-off.
create macro survey_window(programme, cutoff, of_scale) as table
with collection as (
  select c.*, least(c.closed_on, cutoff_of(programme, cutoff)) as last_on
  from build_collection as c
  where c.programme = default_programme(programme)
    and c.instrument = of_scale
    and c.opened_on <= cutoff_of(programme, cutoff)
),
spell as (
  select
    c.extract_no,
    c.wave,
    c.municipality,
    c.opened_on,
    case when c.outage_from is null then c.last_on else least(c.last_on, c.outage_from - 1) end as closed_on
  from collection as c
  union all
  select c.extract_no, c.wave, c.municipality, greatest(c.opened_on, c.outage_to + 1), c.last_on
  from collection as c
  where c.outage_from is not null and c.outage_to is not null
)
select s.extract_no, s.wave, s.municipality, s.opened_on, s.closed_on, true as window_known
from spell as s
where s.opened_on <= s.closed_on
union all
select r.extract_no, r.wave, null, min(r.answered_on), cutoff_of(programme, cutoff), false
from build_response as r
where r.programme = default_programme(programme)
  and r.instrument = of_scale
  and r.answered_on <= cutoff_of(programme, cutoff)
  and not exists (from collection as c where c.extract_no = r.extract_no and c.wave = r.wave)
group by all;

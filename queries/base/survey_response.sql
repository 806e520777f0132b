-- The questionnaires of one scale that were answered by the cut-off, with who answered and in which group that is.
--
-- `who` is a person, an employer, or an anonymous answer, which is one of its own. Those outside the target group are left
-- out, as everywhere.
create macro survey_response(programme, cutoff, selection, of_scale, grouped_by) as table
with described as (
  select r.*, time_in_programme(r.started_on, r.answered_on) as time_in_programme
  from known_response(programme, cutoff, selection) as r
  where r.instrument = of_scale and r.eligible <> 'N'
)
select
  d.extract_no,
  d.respondent,
  coalesce('p' || d.person, 'e' || d.employer, 'r' || d.respondent) as who,
  d.wave,
  d.answered_on,
  d.mode,
  survey_group(grouped_by, d) as "group"
from described as d;

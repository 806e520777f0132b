-- The questionnaires of one scale that were answered by the cut-off, with who answered and in which group that is.
--
-- `who` is a person, an employer, or an anonymous answer, which is one of its own. Those outside the target group are left
-- out, as everywhere.
create macro survey_response(programme, cutoff, selection, of_scale, grouped_by) as table
select
  r.extract_no,
  r.respondent,
  r.person,
  r.employer,
  r.single,
  coalesce('p' || r.person, 'e' || r.employer, 'r' || r.respondent) as who,
  r.wave,
  r.answered_on,
  r.mode,
  survey_group(
    grouped_by, r.municipality, r.sex, r.age_band, r.foreign_born, r.foreign_background, r.disability, r.education,
    r.inflow_route, r.target_group, r.status_at_start, r.income_at_start, r.mode,
    time_in_programme(r.started_on, r.answered_on)
  ) as "group"
from known_response(programme, cutoff, selection) as r
where r.instrument = of_scale and r.eligible <> 'N';

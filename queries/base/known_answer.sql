-- What is known about each answer on the day of the cut-off.
--
-- One row per answered item of a questionnaire that was answered by the cut-off; `person` is empty for an anonymous one. The
-- value is the raw one. A questionnaire is of a person and not of an enrolment, so a selection looks only at the
-- municipality where it was answered.
create macro known_answer(programme := null, cutoff := null, selection := null) as table
select
  r.extract_no,
  r.programme,
  r.respondent,
  r.person,
  r.instrument,
  r.wave,
  r.municipality,
  r.answered_on,
  r.mode,
  a.item,
  a.value
from build_response as r
join build_answer as a on a.extract_no = r.extract_no and a.respondent = r.respondent
where r.programme = default_programme(programme)
  and r.answered_on <= cutoff_of(programme, cutoff)
  and selected(selection, 'municipality', r.municipality);

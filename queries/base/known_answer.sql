-- What is known about each answer on the day of the cut-off.
--
-- One row per answered item of a questionnaire that was answered by the cut-off. `value` is as delivered, and null of
-- an item that the questionnaire answers more than once; `reversed` says that the supplier has turned the reversed items already.
-- It belongs to a questionnaire by (extract_no, respondent), and to a person, unless it is anonymous, by (extract_no, person); it
-- gets its selection from there.
create macro known_answer(programme := null, cutoff := null) as table
select
  r.extract_no,
  r.programme,
  r.respondent,
  r.person,
  r.instrument,
  r.wave,
  r.answered_on,
  a.item,
  if(a.single, a.value, null) as value,
  m.items = 'already_reversed' as reversed
from build_response as r
join build_answer as a on a.extract_no = r.extract_no and a.respondent = r.respondent
join build_polarity as m on m.extract_no = r.extract_no
where r.programme = default_programme(programme)
  and r.answered_on <= cutoff_of(programme, cutoff);

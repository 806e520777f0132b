-- What is known about each follow-up on the day of the cut-off.
--
-- One row per follow-up, whether due or not. A contact after the cut-off has not happened, and one without a day cannot be
-- shown to have happened by then: neither has reached anybody, and its status is not known. It belongs to an enrolment by
-- (extract_no, stay), and gets its selection from there as an outcome does.
create macro known_followup(programme := null, cutoff := null) as table
select
  f.extract_no,
  f.programme,
  f.stay,
  f.horizon,
  f.due_on,
  case when f.contacted_on <= cutoff_of(programme, cutoff) then f.contacted_on end as contacted_on,
  case
    when f.result = 'reached' and coalesce(f.contacted_on > cutoff_of(programme, cutoff), true) then 'not_reached'
    else f.result
  end as result,
  case when f.contacted_on <= cutoff_of(programme, cutoff) then f.status else 'unknown' end as status
from build_followup as f
where f.programme = default_programme(programme);

-- The scores of each person, employer or anonymous answer at each wave, once: those of the last questionnaire with a score.
--
-- One row per wave, who and subscale. Those with a single questionnaire at the wave, nearly all, need no comparing.
create macro wave_score(programme, cutoff, selection, of_scale, missing, grouped_by) as table
with response as (
  from survey_response(programme, cutoff, selection, of_scale, grouped_by)
),
several as (
  select r.extract_no, r.who, r.wave
  from response as r
  group by all
  having count(*) > 1
),
scored as (
  select r.*, s.subscale, s.score, s.prorated
  from questionnaire_score(programme, cutoff, of_scale, missing) as s
  join response as r on r.respondent = s.respondent
  where s.score is not null
)
select s.*
from scored as s
anti join several as v on v.extract_no = s.extract_no and v.who = s.who and v.wave = s.wave
union all
select s.*
from scored as s
semi join several as v on v.extract_no = s.extract_no and v.who = s.who and v.wave = s.wave
qualify row_number() over (
  partition by s.extract_no, s.who, s.wave, s.subscale
  order by s.answered_on desc, s.respondent desc
) = 1;

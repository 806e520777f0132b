-- Each person, employer or anonymous answer once at each wave, with its scores: those of the last questionnaire that has one.
--
-- One row per wave, who and score, and one with a null subscale_no for having answered at all, in each group where that is so.
-- Those with a single questionnaire at the wave, nearly all, need no comparing. Nothing here is a semi or anti join, because DuckDB
-- cannot run those for many selections at once, which is how it is told whom a figure counts.
create macro wave_score(programme, cutoff, selection, of_scale, missing, grouped_by) as table
with response as (
  from survey_response(programme, cutoff, selection, of_scale, grouped_by)
),
score as (
  from questionnaire_score(of_scale, missing) as q
  where q.score is not null
),
several as (
  select r.extract_no, r.who, r.wave
  from response as r
  group by all
  having count(*) > 1
),
repeated as (
  select r.*
  from response as r
  join several as v on v.extract_no = r.extract_no and v.who = r.who and v.wave = r.wave
),
superseded as (
  select r.respondent, s.subscale_no
  from repeated as r
  join (
    select r.respondent, null as subscale_no from repeated as r
    union all
    select s.respondent, s.subscale_no from score as s join repeated as r on r.respondent = s.respondent
  ) as s on s.respondent = r.respondent
  qualify row_number() over (
    partition by r.extract_no, r.who, r.wave, s.subscale_no, if(s.subscale_no is null, r."group", null)
    order by r.answered_on desc, r.respondent desc
  ) > 1
)
select r.*, s.subscale_no, s.score, s.prorated
from score as s
join response as r on r.respondent = s.respondent
left join superseded as o on o.respondent = s.respondent and o.subscale_no = s.subscale_no
where o.respondent is null
union all
select r.*, null, null, null
from response as r
left join (from superseded as s where s.subscale_no is null) as o on o.respondent = r.respondent
where o.respondent is null;

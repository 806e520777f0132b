-- Each person, employer or anonymous answer once at each wave, with its scores: those of the last questionnaire that has one.
--
-- One row per wave, who and score, and one with a null subscale_no for having answered at all, in each group where that is so.
-- `missing` is prorate for the scale's own rule (how many items of a subscale may be missing) or strict for none.
-- Those with a single questionnaire at the wave, nearly all, need no comparing. Scores are taken apart after the join, as a product
-- with the few subscales: a join with them would copy every row. Nothing here is a semi or anti join, because DuckDB
-- cannot run those for many selections at once, which is how it is told whom a figure counts.
create macro wave_score(programme, cutoff, selection, of_scale, missing, grouped_by) as table
with response as (
  from survey_response(programme, cutoff, selection, of_scale, grouped_by)
),
part as (
  select
    u.subscale_no,
    u.items,
    s.lowest,
    s.score as method,
    case missing
      when 'prorate' then u.may_miss
      when 'strict' then 0
      else error('missing: prorate, strict')
    end as may_miss
  from subscale as u
  join scale as s on s.scale = u.scale
  where u.scale = of_scale
),
points as (
  from questionnaire_points(of_scale)
),
unpacked as not materialized (
  select
    r.*,
    p.*,
    subscale_field(q.points, p.subscale_no)::double as above_lowest,
    if(p.subscale_no // 4 = q.pack, subscale_field(q.answers, p.subscale_no), 0) as answered
  from response as r
  join points as q on q.respondent = r.respondent
  cross join part as p
),
score as not materialized (
  select
    u.* exclude (items, lowest, method, may_miss, above_lowest, answered),
    scale_score(u.above_lowest + u.answered * u.lowest, u.answered, u.items, u.may_miss, u.method) as score,
    u.answered < u.items as prorated
  from unpacked as u
),
several as (
  select r.extract_no, r.who, r.wave
  from response as r
  where not r.single
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
    select s.respondent, s.subscale_no from score as s join repeated as r on r.respondent = s.respondent where s.score is not null
  ) as s on s.respondent = r.respondent
  qualify row_number() over (
    partition by r.extract_no, r.who, r.wave, s.subscale_no, if(s.subscale_no is null, r."group", null)
    order by r.answered_on desc, r.respondent desc
  ) > 1
)
select s.*
from score as s
left join superseded as o on o.respondent = s.respondent and o.subscale_no = s.subscale_no
where s.score is not null and o.respondent is null
union all
select r.*, null, null, null
from response as r
left join (from superseded as s where s.subscale_no is null) as o on o.respondent = r.respondent
where o.respondent is null;

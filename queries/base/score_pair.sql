-- Persons (or employers) with a score at both waves: the scores and the later questionnaire, whose group is the pair's.
--
-- The selection is of the later questionnaire, so that somebody who has moved between the waves is one pair in one group.
-- An anonymous answer cannot be paired.
create macro score_pair(programme, cutoff, selection, of_scale, missing, grouped_by, from_wave, to_wave) as table
with scored as (
  select s.extract_no, s.who, s.wave, s.subscale_no, s.score, s.mode, s.answered_on, s.respondent, s."group"
  from wave_score(programme, cutoff, part_of(selection), of_scale, missing, grouped_by) as s
  where s.subscale_no is not null
),
paired as (
  select
    before.subscale_no,
    before.who,
    before.score as pre,
    after.score as post,
    before.mode as mode_pre,
    after.mode as mode_post,
    if(before.answered_on > after.answered_on, before.respondent, after.respondent) as respondent,
    if(before.answered_on > after.answered_on, before."group", after."group") as "group"
  from scored as before
  join scored as after
    on after.extract_no = before.extract_no and after.who = before.who and after.subscale_no = before.subscale_no
  where before.wave = from_wave and after.wave = to_wave
),
kept as (
  from known_response(programme, cutoff, selection)
)
select p.*
from paired as p
join kept as r on r.respondent = p.respondent;

-- The scores of each questionnaire of one scale, null where too many items are missing.
--
-- One row per questionnaire and subscale with at least one answer; join them to questionnaires that are known. `missing` is
-- prorate for the scale's own rule (how many items of a subscale may be missing) or strict for none. Answers are added up before they are
-- joined to their questionnaire, which is thirteen times as fast as the other way round; whether that is of this scale, and
-- known at the cut-off, is the other's to say.
create macro questionnaire_score(of_scale, missing) as table
with answered as (
  select
    a.respondent,
    i.subscale_no,
    sum(item_points(a.value, i.reversed, p.items = 'already_reversed', i.turn)::double) as points,
    count(a.value) as answered
  from build_answer as a
  join subscale_item as i on i.item = a.item
  join build_polarity as p on p.extract_no = a.extract_no
  where i.scale = of_scale
  group by all
)
select
  a.respondent,
  a.subscale_no,
  a.answered < s.items as prorated,
  scale_score(
    a.points, a.answered, s.items,
    case missing
      when 'prorate' then s.may_miss
      when 'strict' then 0
      else error('missing: prorate, strict')
    end,
    s.method
  ) as score
from answered as a
join (
  select u.subscale_no, u.items, u.may_miss, any_value(c.score) as method
  from subscale as u
  join scale as c on c.scale = u.scale
  where u.scale = of_scale
  group by all
) as s on s.subscale_no = a.subscale_no;

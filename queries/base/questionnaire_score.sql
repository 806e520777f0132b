-- The scores of each questionnaire of one scale, null where too many items are missing.
--
-- One row per questionnaire and subscale with at least one answer. `missing` is prorate for the scale's own rule (how many
-- items of a subscale may be missing) or strict for none.
create macro questionnaire_score(programme, cutoff, of_scale, missing) as table
with answered as (
  select
    a.respondent,
    i.subscale,
    sum(item_points(a.value, i.reversed, a.reversed, i.turn)) as points,
    count(a.value) as answered
  from known_answer(programme, cutoff) as a
  join subscale_item as i on i.item = a.item
  where a.instrument = of_scale and i.scale = of_scale
  group by all
)
select
  a.respondent,
  a.subscale,
  a.answered < s.items as prorated,
  scale_score(
    a.points, a.answered, s.items,
    case missing
      when 'prorate' then s.may_miss
      when 'strict' then 0
      else error('missing: prorate, strict')
    end,
    c.score
  ) as score
from answered as a
join subscale as s on s.scale = of_scale and s.subscale = a.subscale
join scale as c on c.scale = of_scale;

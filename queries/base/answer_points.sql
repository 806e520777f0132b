-- What each possible answer to an item adds to the scores that the item is part of, those of four subscales in one number.
--
-- One row per extract, item, value and `pack` of four subscales, each of which has thirty bits of `points` (above as many lowest
-- answers) and of `answers`. Adding up such numbers adds up all four at once: subscale_field reads one of them.
create macro answer_points(of_scale) as table
select
  p.extract_no,
  i.item,
  v.value::integer as value,
  i.subscale_no // 4 as pack,
  sum(
    (item_points(v.value, i.reversed, p.items = 'already_reversed', i.turn) - s.lowest)::hugeint
    << (30 * (i.subscale_no % 4))
  )::hugeint as points,
  sum(1::hugeint << (30 * (i.subscale_no % 4)))::hugeint as answers
from subscale_item as i
join scale as s on s.scale = i.scale
cross join build_polarity as p
cross join lateral (select unnest(range(s.lowest, s.highest + 1)) as value) as v
where i.scale = of_scale
group by all;

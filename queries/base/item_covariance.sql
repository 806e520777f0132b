-- Covariances of the turned items of each scale part, among those who answered all of its items at a wave.
--
-- One row per wave, part and ordered pair of items; added up as whole numbers, so that an item that does not vary has exactly
-- none. Divisor n - 1, null for a single person. Filled-in items would agree with the others by construction, so none is.
create macro item_covariance(programme, cutoff, selection, of_scale, missing) as table
with complete as (
  select s.respondent, s.wave, s.subscale_no
  from wave_score(programme, cutoff, selection, of_scale, missing, 'none') as s
  where not s.prorated
),
answers as (
  select
    c.wave,
    c.subscale_no,
    c.respondent,
    list(item_points(a.value, i.reversed, p.items = 'already_reversed', i.turn) order by i.ordinal) as points
  from complete as c
  join build_answer as a on a.respondent = c.respondent
  join subscale_item as i on i.scale = of_scale and i.subscale_no = c.subscale_no and i.item = a.item
  join build_polarity as p on p.extract_no = a.extract_no
  group by all
),
moment as (
  select
    a.wave,
    a.subscale_no,
    f.item,
    g.item as other_item,
    f.ordinal,
    g.ordinal as other_ordinal,
    count(*) as n,
    sum(a.points[f.ordinal + 1]) as x,
    sum(a.points[g.ordinal + 1]) as y,
    sum(a.points[f.ordinal + 1] * a.points[g.ordinal + 1]) as xy
  from answers as a
  join subscale_item as f on f.scale = of_scale and f.subscale_no = a.subscale_no
  join subscale_item as g on g.scale = of_scale and g.subscale_no = a.subscale_no and g.ordinal >= f.ordinal
  group by all
),
covariance as (
  select m.*, (m.n * m.xy - m.x * m.y)::double / nullif(m.n * (m.n - 1), 0) as covariance
  from moment as m
)
select c.wave, c.subscale_no, c.n::integer as n, c.item, c.other_item, c.ordinal, c.other_ordinal, c.covariance, c.x / c.n as mean
from covariance as c
union all
select c.wave, c.subscale_no, c.n::integer, c.other_item, c.item, c.other_ordinal, c.ordinal, c.covariance, c.y / c.n
from covariance as c
where c.ordinal < c.other_ordinal;

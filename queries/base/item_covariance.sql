-- Covariances of the turned items of each scale part, among those who answered all of its items at a wave.
--
-- One row per wave, part and ordered pair of items; added up as whole numbers, so that an item that does not vary has exactly
-- none. Divisor n - 1, null for a single person. Filled-in items would agree with the others by construction, so none is.
--
-- A block is a thousand questionnaires in which the same parts are complete. Each item's points are there one list in the same
-- order, so that the products of two items are one product of lists instead of a row for each questionnaire and pair. An item
-- that is answered more than once is not answered, or the lists would be of different lengths.
create macro item_covariance(programme, cutoff, selection, of_scale, missing) as table
with complete as (
  select s.respondent, any_value(s.wave) as wave, bit_or(1::bigint << s.subscale_no::bigint) as parts
  from wave_score(programme, cutoff, selection, of_scale, missing, 'none') as s
  where not s.prorated
  group by all
),
answered as (
  select
    c.wave,
    c.parts,
    c.respondent // 1024 as block,
    i.ordinal as place,
    list(item_points(a.value, i.reversed, p.items = 'already_reversed', s.lowest + s.highest)::double order by c.respondent) as points,
    sum(item_points(a.value, i.reversed, p.items = 'already_reversed', s.lowest + s.highest))::double as total
  from build_answer as a
  join complete as c on c.respondent = a.respondent
  join scale as s on s.scale = of_scale
  join scale_item as i on i.scale = of_scale and i.item = a.item
  join build_polarity as p on p.extract_no = a.extract_no
  where a.value is not null and a.single
  group by all
),
part_item as (
  select u.subscale_no, u.item, u.ordinal, i.ordinal as place
  from subscale_item as u
  join scale_item as i on i.scale = u.scale and i.item = u.item
  where u.scale = of_scale
),
placed as (
  -- The parts that are complete and that the item belongs to: only of those do its points and another's stand in the same order.
  select a.*, a.parts & m.parts as shared
  from answered as a
  join (
    select p.place, bit_or(1::bigint << p.subscale_no::bigint) as parts
    from part_item as p
    group by all
  ) as m on m.place = a.place
),
product as (
  select
    a.wave,
    a.parts,
    a.place,
    b.place as other_place,
    sum(len(a.points)) as n,
    sum(a.total) as x,
    sum(b.total) as y,
    sum(list_dot_product(a.points, b.points)) as xy
  from placed as a
  join placed as b on b.wave = a.wave and b.parts = a.parts and b.block = a.block and b.place >= a.place
  where a.shared & b.shared > 0
  group by all
),
moment as (
  select
    p.wave,
    f.subscale_no,
    f.item,
    g.item as other_item,
    f.ordinal,
    g.ordinal as other_ordinal,
    sum(p.n) as n,
    sum(p.x) as x,
    sum(p.y) as y,
    sum(p.xy) as xy
  from product as p
  join part_item as f on f.place = p.place and p.parts & (1::bigint << f.subscale_no::bigint) > 0
  join part_item as g on g.place = p.other_place and g.subscale_no = f.subscale_no
  group by all
),
covariance as (
  select m.*, (m.n * m.xy - m.x * m.y) / nullif(m.n * (m.n - 1), 0) as covariance
  from moment as m
)
select c.wave, c.subscale_no, c.n::integer as n, c.item, c.other_item, c.ordinal, c.other_ordinal, c.covariance, c.x / c.n as mean
from covariance as c
union all
select c.wave, c.subscale_no, c.n::integer, c.other_item, c.item, c.other_ordinal, c.ordinal, c.covariance, c.y / c.n
from covariance as c
where c.item <> c.other_item;

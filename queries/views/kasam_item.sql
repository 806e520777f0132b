-- Items of a scale's total per wave: how each goes with the others.
--
-- Turned items, of those who answered every item. An item that goes against the rest is marked by a negative
-- correlation, and alpha without it says what the scale would be without it. Items are numbers; their wording is not
-- here.
--
-- @title.sv Frågorna i en skalas total per mättillfälle: hur var och en hänger ihop med de andra
-- @description.sv Vända frågor är omräknade, och bara de som har svarat på alla frågor räknas. En fråga som går emot de övriga har en negativ korrelation, och alfa utan frågan säger hur skalan vore utan den. Frågorna är nummer; ordalydelsen finns inte här.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param missing varchar = prorate in missing_rule  which of several questionnaires is a person's: the last that this rule scores
-- @column scale varchar codes=instrument
-- @column wave varchar [by] measure
-- @column item varchar [by] measure
-- @column reversed boolean  the item is turned when scored
-- @column n integer [base]  persons who answered every item
-- @column mean double [mean] unit=score  of the turned item
-- @column sd double [interval] unit=score
-- @column item_rest_r double [interval]  correlation with the sum of the other items
-- @column alpha_without double [interval]  Cronbach's alpha of the other items
-- @column.sv reversed  frågan vänds när poängen räknas
-- @column.sv mean  för frågan, omräknad om den är vänd
-- @column.sv item_rest_r  korrelation med summan av de övriga frågorna
-- @column.sv alpha_without  Cronbachs alfa för de övriga frågorna
-- @check n > 0
with item as (
  select
    c.wave,
    c.item,
    c.ordinal,
    c.n,
    any_value(c.mean) as mean,
    any_value(c.covariance) filter (c.ordinal = c.other_ordinal) as variance,
    sum(c.covariance) as with_total
  from item_covariance($programme, $cutoff, $selection, $scale, $missing) as c
  where c.subscale_no = 0
  group by all
),
total as (
  select i.*, sum(i.with_total) over w as of_total, sum(i.variance) over w as of_items, count(*) over w as items
  from item as i
  window w as (partition by i.wave)
),
rest as (
  select
    t.*,
    t.of_total - 2 * t.with_total + t.variance as of_rest
  from total as t
)
select
  $scale as scale,
  r.wave,
  r.item,
  s.reversed,
  r.n,
  r.mean::double as mean,
  sqrt(r.variance) as sd,
  (r.with_total - r.variance) / nullif(sqrt(r.variance * r.of_rest), 0) as item_rest_r,
  if(r.items > 2, (r.items - 1) / (r.items - 2) * (1 - (r.of_items - r.variance) / nullif(r.of_rest, 0)), null) as alpha_without
from rest as r
join scale_item as s on s.scale = $scale and s.item = r.item
order by wave_order(r.wave), r.ordinal

-- Whether the reversed items of a scale have been turned as they should, per wave.
--
-- A supplier may deliver items as answered or already turned, and says which. Turned twice, or never, the reversed items
-- go against the others: then the sum of the one kind is negatively correlated with the sum of the other. That is a sign
-- that the delivery says the wrong thing, not a proof.
--
-- @title.sv Om en skalas vända frågor är omräknade som de ska, per mättillfälle
-- @description.sv En leverantör kan lämna frågorna som de besvarats eller redan omräknade, och anger vilket. Är de omräknade två gånger eller ingen gång går de vända frågorna emot de övriga: summan av de ena är då negativt korrelerad med summan av de andra. Det är ett tecken på att uppgiften i leveransen är fel, inget bevis.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @column scale varchar codes=instrument
-- @column wave varchar [by] measure
-- @column n integer [base]  persons who answered every item
-- @column n_reversed integer [interval]  items that the scale turns
-- @column r double [interval]  correlation of the reversed items' sum, as scored, with the others' sum
-- @column probably_wrong boolean  negative, among ten persons at least
-- @column.sv n_reversed  frågor som skalan vänder
-- @column.sv r  korrelation mellan summan av de vända frågorna, som de räknas, och summan av de övriga
-- @column.sv probably_wrong  negativ, bland minst tio personer
-- @check n_reversed > 0
with part as (
  select c.wave, c.n, f.reversed, g.reversed as other_reversed, sum(c.covariance) as covariance, count(distinct c.item) as items
  from item_covariance($programme, $cutoff, $selection, $scale, 'prorate') as c
  join scale_item as f on f.scale = $scale and f.item = c.item
  join scale_item as g on g.scale = $scale and g.item = c.other_item
  where c.subscale_no = 0
  group by all
),
correlation as (
  select
    p.wave,
    p.n,
    max(p.items) filter (p.reversed)::integer as n_reversed,
    any_value(p.covariance) filter (p.reversed and not p.other_reversed)
      / nullif(sqrt(
        any_value(p.covariance) filter (p.reversed and p.other_reversed)
        * any_value(p.covariance) filter (not p.reversed and not p.other_reversed)
      ), 0) as r
  from part as p
  group by all
)
select $scale as scale, c.wave, c.n, c.n_reversed, c.r, c.r < 0 and c.n >= 10 as probably_wrong
from correlation as c
where c.n_reversed > 0
order by wave_order(c.wave)

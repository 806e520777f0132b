-- Answers to each item of a questionnaire per wave.
--
-- As answered, or as the supplier delivered them: nothing is turned here. Each person counts once at a wave, with the
-- last questionnaire that answers the item. Answers that nobody gave are there.
--
-- @title.sv Svar på varje fråga i en enkät per mättillfälle
-- @description.sv Så som de besvarats, eller så som leverantören lämnat dem: inget är omräknat här. Varje person räknas en gång per mättillfälle, med sin senaste enkät som har svar på frågan. Svar som ingen gett finns med.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param by varchar = none in survey_group  what to group by
-- @column scale varchar codes=instrument
-- @column wave varchar [by] measure
-- @column group varchar [by] codes=$by  code of the column that is grouped by; all where none is
-- @column item varchar [by] measure
-- @column answer integer [by]  the value, from the scale's lowest to its highest
-- @column k integer [count]  persons who gave it
-- @column n integer [base]  persons who answered the item
-- @column share double [share k/n]
-- @column.sv answer  svarets värde, från skalans lägsta till dess högsta
-- @column.sv k  personer som gav det svaret
-- @check k <= n
with counted as (
  select a.wave, a."group", a.item, a.value, count(*)::integer as k
  from item_answer($programme, $cutoff, $selection, $scale, $by) as a
  group by all
),
based as (
  select c.wave, c."group", c.item, sum(c.k)::integer as n
  from counted as c
  group by all
)
select
  s.scale,
  b.wave,
  b."group",
  b.item,
  v.value::integer as answer,
  coalesce(c.k, 0)::integer as k,
  b.n,
  coalesce(c.k, 0) / b.n as share
from based as b
join scale as s on s.scale = $scale
join scale_item as i on i.scale = s.scale and i.item = b.item
cross join lateral (select unnest(range(s.lowest, s.highest + 1)) as value) as v
left join counted as c
  on c.wave = b.wave and c."group" = b."group" and c.item = b.item and c.value = v.value
order by wave_order(b.wave), b."group", i.ordinal, v.value

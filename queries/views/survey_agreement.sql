-- Share who agree with each item of a questionnaire, per wave.
--
-- From the value at which the questionnaire's definition begins to count as agreeing. Each person counts once at a wave,
-- with the last questionnaire that answers the item; who did not answer it is not counted. A questionnaire whose items
-- are no statements has no rows.
--
-- @title.sv Andel som instämmer i varje fråga i en enkät, per mättillfälle
-- @description.sv Från det svar där enkätens definition börjar räkna som instämmande. Varje person räknas en gång per mättillfälle, med sin senaste enkät som har svar på frågan; den som inte svarat på den räknas inte. En enkät vars frågor inte är påståenden har inga rader.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = project-final in instrument  a scale's name
-- @param by varchar = none in survey_group  what to group by
-- @column scale varchar codes=instrument
-- @column wave varchar [by] measure
-- @column group varchar [by] codes=$by  code of the column that is grouped by; all where none is
-- @column item varchar [by] measure
-- @column k integer [count]  persons who agree
-- @column n integer [base]  persons who answered the item
-- @column share double [share k/n]
-- @column lower double [interval] unit=share  95 % Wilson
-- @column upper double [interval] unit=share
-- @column modes varchar  how they answered
-- @column.sv k  personer som instämmer
-- @column.sv modes  hur de har svarat
-- @chart interval x=share y=item lower=lower upper=upper
-- @check k <= n
-- @check share between lower and upper
with counted as (
  select
    s.scale,
    a.wave,
    a."group",
    a.item,
    count_if(a.value >= s.agrees_from)::integer as k,
    count(*)::integer as n,
    array_to_string(map_keys(histogram(a.mode)), ', ') as modes
  from item_answer($programme, $cutoff, $selection, $scale, $by) as a
  join scale as s on s.scale = $scale
  where s.agrees_from is not null
  group by all
)
select
  c.scale,
  c.wave,
  c."group",
  c.item,
  c.k,
  c.n,
  c.k / c.n as share,
  wilson_lower(c.k, c.n) as lower,
  wilson_upper(c.k, c.n) as upper,
  c.modes
from counted as c
join scale_item as i on i.scale = c.scale and i.item = c.item
order by wave_order(c.wave), c."group", i.ordinal

-- Employers' answers at the earlier and the later wave, per item and group.
--
-- Employers are respondents of their own: each is compared with itself, by its pseudonym, and counts once at a wave,
-- with the last questionnaire that answers the item. Of what one may group by, an employer has municipality and mode.
-- The score of all items together is in kasam_change with scale = employer.
--
-- @title.sv Arbetsgivarnas svar vid det tidigare och det senare mättillfället, per fråga och grupp
-- @description.sv Arbetsgivare är egna svarande: varje arbetsgivare jämförs med sig själv, genom sin pseudonym, och räknas en gång per mättillfälle, med sin senaste enkät som har svar på frågan. Av det man kan dela upp på har en arbetsgivare kommun och svarssätt. Poängen för alla frågor tillsammans finns i kasam_change med scale = employer.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = employer in instrument  a scale's name
-- @param by varchar = none in survey_group  what to group by
-- @param from varchar = baseline in wave  the earlier wave
-- @param to varchar = exit in wave  the later wave
-- @column scale varchar codes=instrument
-- @column item varchar [by] measure
-- @column group varchar [by] codes=$by  code of the column that is grouped by; all where none is
-- @column n integer [base] unit=rows  employers who answered the item both times
-- @column mean_pre double [mean] unit=score
-- @column mean_post double [mean] unit=score
-- @column change double [mean] unit=score  mean of later minus earlier
-- @column sd double [interval] unit=score  standard deviation of the changes
-- @column lower double [interval] unit=score  95 % t interval of the change
-- @column upper double [interval] unit=score
-- @column.sv n  arbetsgivare som svarade på frågan båda gångerna
-- @chart interval x=change y=item lower=lower upper=upper
-- @check change between lower and upper
with answered as (
  from item_answer($programme, $cutoff, $selection, $scale, $by) as a
  where a.who like 'e%'
),
paired as (
  select
    after.item,
    after."group",
    paired_change(list(before.value::double), list(after.value::double)) as t_test
  from answered as before
  join answered as after
    on after.extract_no = before.extract_no and after.who = before.who and after.item = before.item
  where before.wave = $from and after.wave = $to
  group by all
)
select
  $scale as scale,
  p.item,
  p."group",
  p.t_test.n,
  p.t_test.mean_pre,
  p.t_test.mean_post,
  p.t_test.change,
  p.t_test.sd,
  p.t_test.lower,
  p.t_test.upper
from paired as p
join scale_item as i on i.scale = $scale and i.item = p.item
order by p."group", i.ordinal
